package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import muster.kernel.StreamId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody with the file and a database tool, but without the key, changes anything: the verifier says so,
/// and where. `-Dmuster.mutations=20000` tries more of them, `-Dmuster.seed=…` others.
class TamperingWithARecordTest {
    private static final int MUTATIONS = Integer.getInteger("muster.mutations", 200);
    private static final long SEED = Long.getLong("muster.seed", 20261123);

    @TempDir
    private static Path folder;

    private static byte[] record = {};
    private static String dump = "";
    private static final Map<String, Long> SIZES = new TreeMap<>();

    @BeforeAll
    static void aRecord() throws Exception {
        Path data = folder.resolve("record");
        try (DataDirectory directory = DataDirectory.open(data, Fair.SIGNER)) {
            new Fair(directory.journal(), 1).play(80);
            for (StreamId stream : directory.journal().streams()) {
                SIZES.put(stream.text(), directory.journal().tip(stream).size());
            }
        }
        record = Copy.plain(data.resolve(DataDirectory.JOURNAL));
        try (Copy copy = copy()) {
            dump = copy.dump().orElseThrow();
        }
    }

    private static Copy copy() throws Exception {
        return new Copy(folder.resolve("copy"), record);
    }

    @Test
    void an_untouched_record_is_intact() throws Exception {
        try (Copy copy = copy()) {
            Report report = copy.verify();
            assertThat(report.findings()).isEmpty();
            assertThat(report.exitCode()).isZero();
            assertThat(report.streams())
                    .hasSize(3)
                    .allMatch(stream -> stream.anchor().equals("none"));
            assertThat(report.streams())
                    .allMatch(stream -> stream.replayed() == stream.entries()
                            && stream.entries() == SIZES.getOrDefault(stream.stream(), -1L));
            assertThat(SIZES.values().stream().mapToLong(size -> size).sum()).isGreaterThan(250);
        }
    }

    @Test
    void every_change_of_a_row_is_found_where_it_is() throws Exception {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        int changed = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            try (Copy copy = copy()) {
                Mutation mutation = new Mutation(copy, new Random(random.nextLong()));
                mutation.apply();
                if (copy.dump().equals(Optional.of(dump))) {
                    continue;
                }
                changed++;
                Report report = copy.verify();
                if (report.exitCode() != 2 || !isFound(first(report), mutation.touched())) {
                    missed.add(i + " of seed " + SEED + ": " + mutation + ": " + report.findings());
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(changed).isGreaterThan(MUTATIONS * 8 / 10);
    }

    private static Finding first(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.TAMPERED)
                .findFirst()
                .orElseThrow();
    }

    /// @param touched the first touched entry of each stream; -1: only its row
    private static boolean isFound(Finding first, Map<String, Long> touched) {
        if (first.stream().isEmpty()) {
            // a row that belongs to no stream, a stream that is gone, a value that no such column holds
            return touched.values().stream().anyMatch(seq -> seq <= 0)
                    || !SIZES.keySet().containsAll(touched.keySet())
                    || first.words().contains("damaged");
        }
        if (!touched.containsKey(first.stream())) {
            return false;
        }
        long seq = touched.get(first.stream());
        boolean beyond = seq < 0 || seq >= SIZES.getOrDefault(first.stream(), 0L);
        return beyond || (first.first() <= seq && seq <= first.last());
    }

    @Test
    void every_flipped_bit_that_changes_what_is_said_is_found() throws Exception {
        Random random = new Random(SEED);
        int changed = 0;
        for (int i = 0; i < MUTATIONS / 2; i++) {
            byte[] flipped = record.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            try (Copy copy = new Copy(folder.resolve("copy"), flipped)) {
                Report report = copy.verify();
                boolean same = copy.dump().equals(Optional.of(dump));
                if (!same) {
                    changed++;
                    assertThat(report.exitCode())
                            .as("bit at " + at + " of seed " + SEED)
                            .isEqualTo(2);
                }
            }
        }
        assertThat(changed).isGreaterThan(MUTATIONS / 4);
    }
}
