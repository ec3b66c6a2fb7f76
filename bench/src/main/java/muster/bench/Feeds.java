package muster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import muster.server.door.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench feeds`: one change, and how long until the last of many live feeds shows it.
@Command(
        name = "feeds",
        description = {
            "Opens live feeds on one crisis from a process of their own, and measures from a command to each reader's change.",
            "Then readers of another crisis stop reading, and must be dropped. Server and readers share the machine."
        },
        mixinStandardHelpOptions = true)
final class Feeds implements Callable<Integer> {
    private static final int SLOW = 10;

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--readers",
            paramLabel = "N",
            description = "${DEFAULT-VALUE} unless given.",
            defaultValue = "1000")
    private int readers = 1000;

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "One after the other; ${DEFAULT-VALUE} unless given.",
            defaultValue = "40")
    private int changes = 40;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "For slow readers to be dropped; ${DEFAULT-VALUE} unless given.",
            defaultValue = "90")
    private int patience = 90;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Sheet sheet = new Sheet("Live feeds: %,d readers".formatted(readers), output.machine());
        try (Output.Scratch scratch = output.scratch();
                Site site = Site.set(scratch.data(), Crew.of(64), 2)) {
            Limits limits = Limits.standard();
            int port = site.listen(
                    limits.withCommands(1e9, Integer.MAX_VALUE).withFeeds(readers + SLOW, limits.feedQueue()));
            long empty = heap();
            Process process = Java.start(List.of(), "readers");
            try (Writer to = process.outputWriter(StandardCharsets.UTF_8);
                    BufferedReader from = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                    Connection connection = new Connection(port)) {
                Readers.describe(to, port, readers, SLOW, site.tokens());
                expect(from, "ready");
                sheet.add("heap for each open feed", (heap() - empty) / 1024.0 / (readers + SLOW), "KB");
                deliver(sheet, connection, from, site.token(0));
                slow(sheet, connection, site.token(0));
                to.write("end\n");
                to.flush();
                sheet.add("readers lost", number(expect(from, "lost"), 1), "", Bar.atMost(0));
            } finally {
                process.destroyForcibly();
            }
        }
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    private void deliver(Sheet sheet, Connection connection, BufferedReader from, String token) throws IOException {
        List<Long> last = new ArrayList<>();
        String all = "";
        try (Progress progress = new Progress("changes", changes)) {
            for (int n = 0; n < changes; n++) {
                // beyond the pause between two renderings, so that each change is one of its own
                LockSupport.parkNanos(300_000_000);
                post(connection, 0, token, mark(n));
                all = expect(from, "mark");
                last.add(1000 * (long) number(all, 2));
                progress.step();
            }
        }
        Spread spread = Spread.of(last);
        sheet.add("all deliveries, half within", number(all, 3) / 1000.0, "ms")
                .add("all deliveries, 99 of 100 within", number(all, 4) / 1000.0, "ms", Bar.atMost(1000))
                .add("the last reader, half within", spread.millis(0.5), "ms")
                .add("the last reader, 99 of 100 within", spread.millis(0.99), "ms", Bar.atMost(1000));
    }

    private static String mark(int n) {
        return "mark-" + n + "-" + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + "-";
    }

    /// Long messages until everybody who does not read has been dropped.
    private void slow(Sheet sheet, Connection connection, String token) throws IOException {
        String text = "A long message. ".repeat(600);
        long began = System.nanoTime();
        double dropped = 0;
        try (Progress progress = new Progress("dropping slow readers", SLOW)) {
            while (dropped < SLOW && System.nanoTime() - began < patience * 1_000_000_000L) {
                post(connection, 1, token, text);
                LockSupport.parkNanos(110_000_000);
                double now = dropped(connection, token);
                progress.step((long) (now - dropped));
                dropped = now;
            }
        }
        sheet.add("slow readers dropped, of " + SLOW, dropped, "", Bar.atLeast(SLOW))
                .add("the last of them after", (System.nanoTime() - began) / 1e9, "s");
    }

    private static double dropped(Connection connection, String token) throws IOException {
        return connection
                .ask("/metrics", token)
                .body()
                .lines()
                .filter(line -> line.startsWith("muster_feeds_dropped_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    private static void post(Connection connection, int crisis, String token, String text) throws IOException {
        Connection.Reply reply = connection.command(
                Site.crisis(crisis).text(),
                "channels.post",
                token,
                UUID.randomUUID().toString(),
                Load.post(text));
        if (reply.status() != 200) {
            throw new IOException("not committed: " + reply);
        }
    }

    private static String expect(BufferedReader from, String word) throws IOException {
        String line = from.readLine();
        if (line == null || !line.startsWith(word)) {
            throw new IOException("the readers say \"" + line + "\" instead of " + word);
        }
        return line;
    }

    private static double number(String line, int at) {
        return Double.parseDouble(line.split(" ", -1)[at].toLowerCase(Locale.ROOT));
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
