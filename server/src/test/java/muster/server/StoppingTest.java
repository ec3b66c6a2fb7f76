package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoppingTest {
    @Test
    void what_waits_for_its_answer_gets_it() throws InterruptedException {
        AServer server = AServer.running();
        String crisis = "/api/crises/" + server.crisis("Blackbird");
        CountDownLatch onItsWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        server.engine.follow(advance -> {
            onItsWay.countDown();
            hold(goOn);
        });

        CompletableFuture<Web.Reply> reply = CompletableFuture.supplyAsync(() ->
                server.as("dana").command(crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}"));
        onItsWay.await();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
        assertThat(server.anybody().get("/health/live").status()).isEqualTo(200);
        assertThat(stopping).isNotDone();
        goOn.countDown();

        assertThat(reply.join().status()).isEqualTo(200);
        stopping.join();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
