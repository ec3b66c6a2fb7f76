package muster.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.kernel.Entry;
import muster.ledger.Report;
import muster.ledger.Verifier;
import muster.server.Features;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench verify`: what a whole verification costs, against hashing the same bytes once.
@Command(
        name = "verify",
        description =
                "Writes a crisis and verifies the directory as muster verify does: bytes, tree, signatures, authority.",
        mixinStandardHelpOptions = true)
final class Verifying implements Callable<Integer> {
    private static final int ROUNDS = 3;

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "${DEFAULT-VALUE} unless given.",
            defaultValue = "100000")
    private long entries = 100_000;

    @Override
    public Integer call() {
        Sheet sheet = new Sheet("Verifying %,d entries".formatted(entries), output.machine());
        try (Output.Scratch scratch = output.scratch()) {
            List<Entry> stored = new ArrayList<>();
            try (Site site = Site.set(scratch.data(), Crew.of(16), 1)) {
                site.fill(0, entries);
                site.engine().journal().read(Site.crisis(0), 0, entries, stored::add);
            }
            for (int round = 1; round <= ROUNDS; round++) {
                double hashing = hash(stored);
                long began = System.nanoTime();
                Report report =
                        Verifier.of(Features.catalogue()).verify(scratch.data(), Optional.empty(), Optional.empty());
                double seconds = (System.nanoTime() - began) / 1e9;
                sheet.add("round " + round + ": exit code", report.exitCode(), "", Bar.atMost(0))
                        .add("round " + round + ": verified", seconds, "s")
                        .add("round " + round + ": for each entry", 1e6 * seconds / entries, "µs")
                        .add("round " + round + ": hashing the same bytes", hashing, "s")
                        .add("round " + round + ": verified / hashed", seconds / hashing, "");
            }
        }
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    /// Seconds.
    private static double hash(List<Entry> stored) {
        long began = System.nanoTime();
        int sum = 0;
        for (Entry entry : stored) {
            sum += hashed(entry.header());
            byte[] body = entry.body();
            if (body != null) {
                sum += hashed(body);
            }
            for (byte[] content : entry.contents()) {
                if (content != null) {
                    sum += hashed(content);
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (sum == 0) {
            throw new IllegalStateException("nothing was hashed");
        }
        return seconds;
    }

    private static int hashed(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text)[0] | 1;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
