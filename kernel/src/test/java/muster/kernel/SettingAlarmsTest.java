package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SettingAlarmsTest {
    private static final Instant START = Instant.parse("2026-11-23T14:00:00Z");

    private record Ask(String id) implements Command {}

    /// One change: an alarm set, or cleared where the minute is negative.
    record Change(String id, int minute) {}

    private static Alarm alarm(String id, int minute) {
        return new Alarm(id, START.plusSeconds(60L * minute), new Ask(id));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(-2, 5))
                .as(Change::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void the_first_is_the_earliest_and_of_those_the_first_by_id(@ForAll("changes") List<Change> changes) {
        Map<String, Alarm> model = new TreeMap<>();
        Alarms alarms = Alarms.none();
        for (Change change : changes) {
            if (change.minute < 0) {
                model.remove(change.id);
                alarms = alarms.without(change.id);
            } else {
                model.put(change.id, alarm(change.id, change.minute));
                alarms = alarms.with(alarm(change.id, change.minute));
            }
            Comparator<Alarm> order = Comparator.comparing(Alarm::due).thenComparing(Alarm::id);
            assertThat(alarms.first()).isEqualTo(model.values().stream().min(order));
            assertThat(alarms.first(each -> !each.id().equals("a")))
                    .isEqualTo(model.values().stream()
                            .filter(each -> !each.id().equals("a"))
                            .min(order));
            for (int minute = 0; minute < 5; minute++) {
                Alarm asked = alarm("a", minute);
                assertThat(alarms.holds("a", asked.due()))
                        .isEqualTo(Optional.ofNullable(model.get("a"))
                                .map(asked::equals)
                                .orElse(false));
            }
        }
    }

    @Property(tries = 100)
    void equal_alarms_are_equal_however_they_were_set(@ForAll("changes") List<Change> changes) {
        Alarms alarms = Alarms.none();
        for (Change change : changes) {
            alarms = change.minute < 0 ? alarms.without(change.id) : alarms.with(alarm(change.id, change.minute));
        }
        Alarms again = Alarms.none();
        for (Optional<Alarm> first = alarms.first(); first.isPresent(); ) {
            again = again.with(first.get());
            Instant due = first.get().due();
            String id = first.get().id();
            first = alarms.first(each -> each.due().isAfter(due)
                    || (each.due().equals(due) && each.id().compareTo(id) > 0));
        }
        assertThat(again).isEqualTo(alarms).hasSameHashCodeAs(alarms);
    }

    @Test
    void an_alarm_that_is_set_again_is_moved() {
        Alarms alarms = Alarms.none().with(alarm("a", 1)).with(alarm("a", 3));

        assertThat(alarms.first()).contains(alarm("a", 3));
        assertThat(alarms.holds("a", alarm("a", 1).due())).isFalse();
        assertThat(alarms.without("a")).isEqualTo(Alarms.none());
    }
}
