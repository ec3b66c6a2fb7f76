package muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench start`: how long until `muster serve` is ready, and what it takes when it has nothing to do.
@Command(
        name = "start",
        description = "Starts muster serve on a written directory, again and again, until it answers that it is ready.",
        mixinStandardHelpOptions = true)
final class Start implements Callable<Integer> {
    private static final long IDLE = 10_000_000_000L;

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "In the crisis; ${DEFAULT-VALUE} unless given.",
            defaultValue = "10000")
    private long entries = 10_000;

    @Option(names = "--times", paramLabel = "N", description = "${DEFAULT-VALUE} unless given.", defaultValue = "7")
    private int times = 7;

    @Option(names = "--launcher", paramLabel = "FILE", description = "muster; found beside this program unless given.")
    private @Nullable Path launcher;

    @Override
    public Integer call() throws IOException {
        Optional<Path> muster = Serving.launcher(launcher);
        Sheet sheet = new Sheet(
                "Starting on %,d entries, %s"
                        .formatted(entries, muster.isPresent() ? "by ./muster" : "without AOT cache"),
                output.machine());
        List<Long> ready = new ArrayList<>();
        List<Long> read = new ArrayList<>();
        List<Long> memory = new ArrayList<>();
        try (Output.Scratch scratch = output.scratch()) {
            Crew crew = Crew.of(16);
            String token;
            try (Site site = Site.set(scratch.data(), crew, 1)) {
                site.fill(0, entries);
                token = site.token(0);
            }
            // the first one may have to make the cache
            Serving.start(muster, scratch.data()).close();
            try (Progress progress = new Progress("starting", times)) {
                for (int i = 0; i < times; i++) {
                    try (Serving serving = Serving.start(muster, scratch.data())) {
                        ready.add(serving.readyNanos());
                        read.add(serving.readyNanos() + board(serving.port(), token));
                        if (i == 0) {
                            LockSupport.parkNanos(IDLE);
                            serving.resident().ifPresent(memory::add);
                        }
                    }
                    progress.step();
                }
            }
        }
        sheet.add("ready, half within", Spread.of(ready).millis(0.5), "ms", Bar.atMost(2000))
                .add("ready, at most", Spread.of(ready).most(), "ms")
                .add("first reader has the crisis, half within", Spread.of(read).millis(0.5), "ms");
        memory.forEach(bytes -> sheet.add("resident after ten idle seconds", bytes / 1048576.0, "MB"));
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    /// Nanoseconds until somebody has the messages of the crisis, which had to be loaded for it.
    private static long board(int port, String token) throws IOException {
        long began = System.nanoTime();
        try (Connection connection = new Connection(port)) {
            String path = "/api/crises/" + Site.crisis(0) + "/views/crises.room";
            Connection.Reply reply = connection.ask(path, token);
            if (reply.status() != 200) {
                throw new IOException("the crisis cannot be read: " + reply);
            }
        }
        return System.nanoTime() - began;
    }
}
