package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.THREE;
import static muster.ledger.AnEntry.TWO;
import static muster.ledger.AnEntry.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.StreamId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store promises of a commit, whatever the journal above it knows.
class CommittingToAStoreTest {
    @TempDir
    private Path folder;

    private Store open(String kind) throws Store.Fault {
        return kind.equals("memory") ? new MemoryStore() : new SqliteStore(folder.resolve("journal.db"));
    }

    private static Store.Write write(StreamId stream, long expected, String key) {
        Store.Row after = new Store.Row(
                stream, 1, AnEntry.origin(stream), expected + 1, AnEntry.THEN, key, Optional.of(AnEntry.THEN));
        return new Store.Write(expected, List.of(append(key, 1)), after);
    }

    private static List<String> headers(Store store, StreamId stream) throws Store.Fault {
        List<String> headers = new ArrayList<>();
        store.headers(
                stream, 0, 99, header -> headers.add(new String(header, java.nio.charset.StandardCharsets.UTF_8)));
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void a_write_for_another_position_changes_nothing_and_lets_the_others_pass(String kind) throws Store.Fault {
        try (Store store = open(kind)) {
            assertThat(store.commit(List.of(write(ONE, 0, "a"), write(TWO, 0, "a"))))
                    .containsExactly(true, true);
            Optional<Store.Row> before = store.row(ONE);
            for (long expected : List.of(0L, 2L)) {
                assertThat(store.commit(List.of(write(ONE, expected, "late"), write(THREE, expected, "x"))))
                        .containsExactly(false, expected == 0);
            }
            assertThat(store.commit(List.of(write(ONE, 0, "late")))).containsExactly(false);
            assertThat(store.row(ONE)).isEqualTo(before);
            assertThat(headers(store, ONE)).hasSize(1);
            assertThat(store.find(ONE, "late")).isEmpty();
            assertThat(store.row(THREE).orElseThrow())
                    .isEqualTo(write(THREE, 0, "x").after());
            assertThat(store.rows()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void a_key_that_was_used_spoils_the_whole_commit_and_nothing_of_it_stays(String kind) throws Store.Fault {
        try (Store store = open(kind)) {
            store.commit(List.of(write(ONE, 0, "a")));
            assertThatThrownBy(() -> store.commit(List.of(write(TWO, 0, "a"), write(ONE, 1, "a"))))
                    .isInstanceOfSatisfying(
                            Store.Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Store.Fault.Kind.REFUSED));
            assertThat(store.row(TWO)).isEmpty();
            assertThat(headers(store, TWO)).isEmpty();
            assertThat(store.commit(List.of(write(TWO, 0, "a"), write(ONE, 1, "b"))))
                    .containsExactly(true, true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void whatever_was_committed_is_there_after_opening_again(String kind) throws Store.Fault {
        Store kept = open(kind);
        try (Store store = kept) {
            store.commit(List.of(write(ONE, 0, "a")));
            store.reopen();
            assertThat(store.row(ONE)).contains(write(ONE, 0, "a").after());
            assertThat(store.find(ONE, "a")).isPresent();
        }
        assertThatThrownBy(() -> kept.row(ONE)).as("once it is closed").isInstanceOf(Store.Fault.class);
        assertThatThrownBy(() -> kept.commit(List.of(write(ONE, 1, "b")))).isInstanceOf(Store.Fault.class);
    }
}
