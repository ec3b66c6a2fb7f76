package muster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A `muster serve` in a process of its own, from its start to its end.
///
/// @param readyNanos from the start of the process to the answer that it is ready
record Serving(Process process, int port, long readyNanos) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("ready at http://localhost:(\\d+)");

    /// Starts it on a data directory and waits until it says over HTTP that it is ready.
    ///
    /// @param launcher `./muster`; without it, this Java with this class path, which has no AOT cache
    static Serving start(Optional<Path> launcher, Path data) throws IOException {
        List<String> command = launcher.map(file -> (List<String>) new ArrayList<>(List.of(file.toString())))
                .orElseGet(() -> Java.command(List.of(), "muster.server.Main"));
        command.addAll(List.of("serve", "--data", data.toString(), "--port", "0"));
        Path log = data.resolveSibling("serve.log");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                int port = Integer.parseInt(address.group(1));
                ready(port);
                long ready = System.nanoTime() - began;
                Thread.ofVirtual().start(() -> drain(out));
                return new Serving(process, port, ready);
            }
        }
        throw new IOException("muster serve ended before it was ready; see " + log + ": " + Files.readString(log));
    }

    private static void ready(int port) throws IOException {
        try (Connection connection = new Connection(port)) {
            Connection.Reply reply = connection.ask("/health/ready", "none");
            if (reply.status() != 200) {
                throw new IOException("it listens and is not ready: " + reply);
            }
        }
    }

    /// What nobody reads would one day stop the writer.
    private static void drain(BufferedReader out) {
        try (out) {
            while (out.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException ended) {
            // as it should
        }
    }

    /// Physical memory in use, in bytes; empty where the system does not tell.
    Optional<Long> resident() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    /// `kill -9`.
    void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// `kill -15`, and waits for it.
    @Override
    public void close() {
        process.destroy();
        await();
    }

    /// The launcher of the working tree that this program was built in.
    static Optional<Path> launcher(@Nullable Path given) {
        if (given != null) {
            return Optional.of(given.toAbsolutePath());
        }
        String first = System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)[0];
        for (Path at = Path.of(first).toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve("muster")) && Files.isRegularFile(at.resolve("muster"))) {
                return Optional.of(at.resolve("muster"));
            }
        }
        return Optional.empty();
    }
}
