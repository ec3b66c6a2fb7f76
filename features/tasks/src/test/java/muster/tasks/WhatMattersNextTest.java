package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import muster.kernel.Id;
import org.junit.jupiter.api.Test;

class WhatMattersNextTest {
    private final AWorkshop workshop = new AWorkshop();

    @Test
    void alone_a_task_matters_as_much_as_its_risk() {
        assertThat(matters(task("a", offer -> offer.risk(Risk.LOW)))).isEqualTo(1);
        assertThat(matters(task("b", offer -> offer.risk(Risk.MEDIUM)))).isEqualTo(2);
        assertThat(matters(task("c", offer -> offer.risk(Risk.HIGH)))).isEqualTo(4);
        assertThat(matters(task("d", offer -> offer.risk(Risk.CRITICAL)))).isEqualTo(8);
    }

    @Test
    void what_others_hang_on_matters_more_and_as_much_as_the_worst_of_them() {
        Id small = task("small", offer -> offer.risk(Risk.LOW));
        Id middle = task("middle", offer -> offer.risk(Risk.LOW).dependsOn(small));
        task("grave", offer -> offer.risk(Risk.CRITICAL).dependsOn(middle));
        task("aside", offer -> offer.risk(Risk.LOW).dependsOn(middle));
        Id unrelated = task("unrelated", offer -> offer.risk(Risk.CRITICAL));

        assertThat(workshop.card(small).hanging()).isEqualTo(3);
        assertThat(matters(small)).isEqualTo(8 * 4);
        assertThat(matters(middle)).isEqualTo(8 * 3);
        assertThat(matters(unrelated)).isEqualTo(8);
        assertThat(byWhatMatters()).startsWith("small", "middle");
    }

    @Test
    void what_hangs_on_two_ways_is_counted_once() {
        Id first = task("first", offer -> offer);
        Id left = task("left", offer -> offer.dependsOn(first));
        Id right = task("right", offer -> offer.dependsOn(first));
        task("last", offer -> offer.dependsOn(left, right));

        assertThat(workshop.card(first).hanging()).isEqualTo(3);
    }

    @Test
    void it_moves_with_every_change() {
        Id first = task("first", offer -> offer.risk(Risk.LOW));
        Id second = task("second", offer -> offer.risk(Risk.LOW).dependsOn(first));
        assertThat(matters(first)).isEqualTo(2);

        workshop.as("dana").give(new TaskCommand.SetRisk(second, Risk.HIGH, "It reaches the plant."));
        assertThat(matters(first)).isEqualTo(8);

        workshop.as("dana").give(new TaskCommand.SetDependencies(second, List.of(), "It can begin now."));
        assertThat(matters(first)).isEqualTo(1);
        assertThat(matters(second)).isEqualTo(4);

        workshop.as("dana").give(new TaskCommand.SetDependencies(second, List.of(first), "It cannot."));
        workshop.as("dana").give(new TaskCommand.Drop(second, "Not needed."));
        assertThat(matters(first)).isEqualTo(1);
        assertThat(matters(second)).isZero();

        workshop.as("dana").give(new TaskCommand.Take(first));
        workshop.as("dana").give(new TaskCommand.Drop(first, "Not needed."));
        workshop.as("dana").give(new TaskCommand.Reopen(first, "It is."));
        assertThat(matters(first)).isEqualTo(1);
    }

    @Test
    void the_longest_chain_of_open_work_is_critical() {
        Id find = task("find", offer -> offer.expected(Duration.ofMinutes(30)));
        Id close = task("close", offer -> offer.dependsOn(find).expected(Duration.ofMinutes(30)));
        Id copy = task("copy", offer -> offer.expected(Duration.ofHours(4)));
        Id restore = task("restore", offer -> offer.dependsOn(copy));
        Id lone = task("lone", offer -> offer.expected(Duration.ofDays(2)));

        assertThat(critical()).containsExactly(copy, restore);

        workshop.as("dana").give(new TaskCommand.Drop(copy, "There is no copy."));

        assertThat(critical()).containsExactly(find, close);
        assertThat(workshop.card(lone).critical()).isFalse();
    }

    @Test
    void without_expectations_every_task_counts_the_same() {
        Id one = task("one", offer -> offer);
        Id two = task("two", offer -> offer.dependsOn(one));
        Id three = task("three", offer -> offer.dependsOn(two));
        Id other = task("other", offer -> offer.dependsOn(one));

        assertThat(critical()).containsExactly(one, two, three);
        assertThat(workshop.card(other).critical()).isFalse();
    }

    @Test
    void nothing_is_critical_where_nothing_hangs_on_anything() {
        task("one", offer -> offer);
        task("two", offer -> offer);

        assertThat(critical()).isEmpty();
    }

    private Id task(String title, UnaryOperator<AnOffer> terms) {
        return workshop.offered(title, terms);
    }

    private int matters(Id task) {
        return workshop.card(task).matters();
    }

    private List<String> byWhatMatters() {
        return workshop.room.scenario().view("tasks.board", TaskCard.class).stream()
                .sorted(Comparator.comparingInt(TaskCard::matters).reversed())
                .map(TaskCard::title)
                .toList();
    }

    private List<Id> critical() {
        return workshop.room.scenario().view("tasks.board", TaskCard.class).stream()
                .filter(TaskCard::critical)
                .map(TaskCard::id)
                .toList();
    }
}
