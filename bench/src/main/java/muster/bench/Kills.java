package muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.ledger.Report;
import muster.ledger.Verifier;
import muster.server.Features;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench kills`: `kill -9` under load, again and again. What was acknowledged must be there once,
/// what was not must be there once after it is asked for again, and the record must verify.
@Command(
        name = "kills",
        description = {
            "Kills muster serve while clients give commands, starts it again, and holds the record against what was acknowledged.",
            "A killed process cannot tell a lost write from a kept one: for power cuts see bench simulate."
        },
        mixinStandardHelpOptions = true)
final class Kills implements Callable<Integer> {
    /// Milliseconds from the first acknowledgement to the kill.
    private static final int MOST_LOAD = 500;

    /// Seconds for the first acknowledgement.
    private static final int PATIENCE = 30;

    @Mixin
    private Output output = new Output();

    @Option(names = "--times", paramLabel = "N", description = "${DEFAULT-VALUE} unless given.", defaultValue = "100")
    private int times = 100;

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "There already in the crisis; ${DEFAULT-VALUE} unless given.",
            defaultValue = "10000")
    private long entries = 10_000;

    @Option(names = "--clients", paramLabel = "N", description = "${DEFAULT-VALUE} unless given.", defaultValue = "16")
    private int clients = 16;

    @Option(names = "--launcher", paramLabel = "FILE", description = "muster; found beside this program unless given.")
    private @Nullable Path launcher;

    private final List<Client.Sent> all = new ArrayList<>();
    private final List<Long> ready = new ArrayList<>();
    /// Entries before the first kill.
    private long written;

    private long wrong;
    private long unproved;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Path> muster = Serving.launcher(launcher);
        Sheet sheet = new Sheet(
                "%,d kills under %d clients, on %,d entries".formatted(times, clients, entries), output.machine());
        try (Output.Scratch scratch = output.scratch()) {
            Crew crew = Crew.of(clients);
            List<String> tokens;
            try (Site site = Site.set(scratch.data(), crew, 1)) {
                site.fill(0, entries);
                written = site.size(Site.crisis(0));
                tokens = site.tokens();
            }
            // the first one may have to make the cache
            Serving.start(muster, scratch.data()).close();
            RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
            try (Progress progress = new Progress("killing", times)) {
                Serving serving = Serving.start(muster, scratch.data());
                try {
                    for (int n = 0; n < times; n++) {
                        round(serving, tokens, random.nextInt(MOST_LOAD));
                        verify(scratch.data());
                        serving = Serving.start(muster, scratch.data());
                        ready.add(serving.readyNanos());
                        settle(serving.port());
                        progress.step();
                    }
                } finally {
                    serving.close();
                }
            }
            verify(scratch.data());
            try (Site site = Site.open(scratch.data(), crew)) {
                audit(site);
            }
        }
        report(sheet);
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    private void report(Sheet sheet) {
        long told = all.stream().filter(Client.Sent::acknowledged).count();
        sheet.add("commands sent", all.size(), "")
                .add("acknowledged", told, "")
                .add("in flight at a kill, asked again after it", all.size() - told, "")
                .add("lost, doubled, or elsewhere than acknowledged", wrong, "", Bar.atMost(0))
                .add("verifications, one after each kill", times + 1, "")
                .add("of them not intact", unproved, "", Bar.atMost(0))
                .add("ready again, half within", Spread.of(ready).millis(0.5), "ms", Bar.atMost(2000))
                .add("ready again, at most", Spread.of(ready).most(), "ms", Bar.atMost(2000));
    }

    /// Load, and in the midst of it the kill.
    private void round(Serving serving, List<String> tokens, int millis) throws InterruptedException {
        List<Client> working = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        CountDownLatch told = new CountDownLatch(1);
        for (int i = 0; i < clients; i++) {
            Client client = new Client(serving.port(), i, tokens.get(i), told);
            working.add(client);
            threads.add(Thread.ofVirtual().start(client));
        }
        if (!told.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing was acknowledged in " + PATIENCE + " s");
        }
        Thread.sleep(millis);
        serving.kill();
        for (Thread thread : threads) {
            thread.join();
        }
        working.forEach(client -> all.addAll(client.sent()));
    }

    /// Asks again for whatever was in flight, with the same key; and the server for everything it told before.
    private void settle(int port) throws IOException {
        try (Connection connection = new Connection(port)) {
            for (Client.Sent sent : all) {
                if (!sent.settled()) {
                    sent.settle(connection);
                }
            }
        }
    }

    private void verify(Path data) {
        Report report = Verifier.of(Features.catalogue()).verify(data, Optional.empty(), Optional.empty());
        if (report.exitCode() != 0) {
            unproved++;
            System.err.println(report.text());
        }
    }

    /// Every key once, where it was said to be; every message once; and nothing besides.
    private void audit(Site site) {
        List<Id> messages = new ArrayList<>();
        site.engine().read(Site.crisis(0), written, Long.MAX_VALUE / 2).forEach(recorded -> {
            if (recorded.event() instanceof muster.channels.ChannelEvent.Posted posted) {
                messages.add(posted.message());
            }
        });
        if (messages.stream().distinct().count() != messages.size() || messages.size() != all.size()) {
            wrong++;
            System.err.println(messages.size() + " messages of " + all.size() + " commands");
        }
        for (Client.Sent sent : all) {
            Optional<Journal.Made> made = site.engine().find(Site.crisis(0), sent.actor(site.crew()), sent.key());
            if (made.isEmpty() || made.get().first() != sent.seq()) {
                wrong++;
                System.err.println("key " + sent.key() + " was told " + sent.seq() + " and is " + made);
            }
        }
    }
}
