package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeepingThingsInATableTest {
    private static final List<Id> IDS = List.of(
            new Id("AAAAAAAAAAAAAAAAAAAAAA"),
            new Id("BBBBBBBBBBBBBBBBBBBBBA"),
            new Id("CCCCCCCCCCCCCCCCCCCCCA"),
            new Id("zzzzzzzzzzzzzzzzzzzzzA"));

    /// One change: with a value, or without one where it is negative.
    record Change(Id id, int value) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(Arbitraries.of(IDS), Arbitraries.integers().between(-3, 9))
                .as(Change::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void it_is_a_map_in_the_order_in_which_things_came(@ForAll("changes") List<Change> changes) {
        Map<Id, Integer> model = new LinkedHashMap<>();
        Table<Integer> table = Table.empty();
        for (Change change : changes) {
            if (change.value < 0) {
                model.remove(change.id);
                table = table.without(change.id);
            } else {
                model.put(change.id, change.value);
                table = table.with(change.id, change.value);
            }
            assertThat(table.ids()).containsExactlyElementsOf(model.keySet());
            assertThat(table).containsExactlyElementsOf(model.values());
            assertThat(table.stream().toList()).containsExactlyElementsOf(model.values());
            assertThat(table.size()).isEqualTo(model.size());
            assertThat(table.isEmpty()).isEqualTo(model.isEmpty());
            for (Id id : IDS) {
                assertThat(table.has(id)).isEqualTo(model.containsKey(id));
                assertThat(table.find(id).orElse(-1)).isEqualTo(model.getOrDefault(id, -1));
            }
        }
    }

    @Property(tries = 100)
    void an_old_table_never_changes(@ForAll("changes") List<Change> changes) {
        List<Table<Integer>> tables = new ArrayList<>(List.of(Table.empty()));
        List<List<Integer>> values = new ArrayList<>(List.of(List.of()));
        for (Change change : changes) {
            Table<Integer> last = tables.getLast();
            Table<Integer> next = change.value < 0 ? last.without(change.id) : last.with(change.id, change.value);
            tables.add(next);
            values.add(next.stream().toList());
        }
        for (int i = 0; i < tables.size(); i++) {
            assertThat(tables.get(i)).containsExactlyElementsOf(values.get(i));
        }
    }

    @Property(tries = 100)
    void the_same_changes_give_an_equal_table(@ForAll("changes") List<Change> changes) {
        Table<Integer> one = Table.empty();
        Table<Integer> other = Table.empty();
        for (Change change : changes) {
            one = change.value < 0 ? one.without(change.id) : one.with(change.id, change.value);
            other = change.value < 0 ? other.without(change.id) : other.with(change.id, change.value);
        }
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void tables_in_another_order_are_not_equal() {
        Id a = IDS.getFirst();
        Id b = IDS.getLast();
        Table<Integer> table = Table.<Integer>empty().with(a, 1).with(b, 2);

        assertThat(table).isNotEqualTo(Table.<Integer>empty().with(b, 2).with(a, 1));
        assertThat(table).isNotEqualTo(Table.<Integer>empty().with(a, 1).with(b, 3));
    }

    @Test
    void what_history_promises_and_is_not_there_is_a_fault() {
        Id id = IDS.getFirst();
        assertThat(Table.empty().with(id, "here").the(id)).isEqualTo("here");
        assertThatThrownBy(() -> Table.empty().the(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(id.text());
    }

    @Test
    void a_table_without_what_it_never_had_is_the_same_table() {
        Table<String> table = Table.<String>empty().with(IDS.getFirst(), "here");
        assertThat(table.without(IDS.getLast())).isSameAs(table);
    }
}
