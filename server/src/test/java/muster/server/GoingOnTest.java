package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.kernel.StreamId;
import muster.tasks.Risk;
import muster.tasks.TaskCommand;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class GoingOnTest {
    private static final Id TASK = Actors.id("the task");

    @TempDir
    private Path folder;

    @Test
    void a_restart_keeps_everything() throws Exception {
        try (AHost host = AHost.organised(folder)) {
            Instance before = host.start();
            Happens begun = Happens.in(before.engine(), crisis(), "crises.begun");
            Happens carried = Happens.in(before.engine(), StreamId.ORGANISATION, "kernel.settled");
            host.opensCrisis(before, "Blackbird");
            begun.await();
            carried.await();
            Happens told = Happens.in(before.engine(), crisis(), "kernel.settled");
            offer(host, before, Instant.now().plusSeconds(3600));
            told.await();
            List<String> entries = digests(before);
            host.stop();

            Instance after = host.start();
            assertThat(digests(after)).isEqualTo(entries).hasSizeGreaterThan(2);
            assertThat(after.engine().published(crisis()).fold().outstanding()).isEmpty();
            assertThat(host.with(after.tokens().token(Actors.id("dana's session")))
                            .get("/api/crises/" + crisis() + "/views/tasks.board")
                            .body())
                    .contains("Isolate the file servers");
        }
    }

    @Test
    void what_a_crash_left_on_its_way_arrives_after_the_restart() throws Exception {
        try (AHost host = AHost.organised(folder)) {
            try (Instance crashing = host.opened()) {
                host.opensCrisis(crashing, "Blackbird");
                assertThat(crashing.engine().exists(crisis())).isFalse();
            }
            Instance after = host.opened();
            try (after) {
                Happens begun = Happens.in(after.engine(), crisis(), "crises.begun");
                Happens settled = Happens.in(after.engine(), StreamId.ORGANISATION, "kernel.settled");
                after.start(after.desk("http://muster.test"));
                begun.await();
                settled.await();
                assertThat(after.engine()
                                .published(StreamId.ORGANISATION)
                                .fold()
                                .outstanding())
                        .isEmpty();
            }
        }
    }

    @Test
    void time_itself_asks_while_nobody_does() throws Exception {
        try (AHost host = AHost.organised(folder)) {
            Instance instance = host.start();
            Happens begun = Happens.in(instance.engine(), crisis(), "crises.begun");
            host.opensCrisis(instance, "Blackbird");
            begun.await();
            Happens overdue = Happens.in(instance.engine(), crisis(), "tasks.became-overdue");
            offer(host, instance, Instant.now().plusSeconds(1));
            overdue.await();
        }
    }

    @Test
    void what_fell_due_while_muster_was_down_is_asked_when_it_is_up() throws Exception {
        try (AHost host = AHost.organised(folder)) {
            Instance before = host.start();
            Happens begun = Happens.in(before.engine(), crisis(), "crises.begun");
            host.opensCrisis(before, "Blackbird");
            begun.await();
            host.stop();
            try (Instance silent = host.opened()) {
                offer(host, silent, Instant.now().plusMillis(300));
            }
            Instance after = host.opened();
            try (after) {
                Happens overdue = Happens.in(after.engine(), crisis(), "tasks.became-overdue");
                after.start(after.desk("http://muster.test"));
                overdue.await();
            }
        }
    }

    private static List<String> digests(Instance instance) {
        return instance.engine().read(crisis(), 0, 100).stream()
                .map(Recorded::digest)
                .toList();
    }

    private static StreamId crisis() {
        return StreamId.of(Actors.id("Blackbird"));
    }

    private static void offer(AHost host, Instance instance, Instant due) {
        host.give(
                instance,
                crisis(),
                Actors.responder("dana"),
                new TaskCommand.Offer(
                        Optional.of(TASK),
                        "Isolate the file servers",
                        "All forty.",
                        Actors.id("kenji"),
                        Optional.of(due),
                        Risk.HIGH,
                        List.of(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
