package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import muster.charter.Quorum.Approval;
import muster.charter.Quorum.Obstacle;
import muster.kernel.Id;
import muster.testing.Actors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CountingApprovalsTest {
    private static final Id ANNA = Actors.id("anna");
    private static final Id BEN = Actors.id("ben");
    private static final Id CHLOE = Actors.id("chloe");

    private final Quorum twoOfThem = Quorum.of(2, List.of("ciso", "coo"), List.of(CHLOE));

    @Test
    void it_is_reached_when_enough_people_agree_on_the_same() {
        Quorum one = twoOfThem.with(new Approval(ANNA, "ciso", "isolate"));
        assertThat(one.reached()).isFalse();

        Quorum two = one.with(new Approval(BEN, "coo", "isolate"));
        assertThat(two.choice()).contains("isolate");
        assertThat(two.votesFor("isolate")).isEqualTo(2);
    }

    @Test
    void two_people_who_want_different_things_have_not_agreed() {
        Quorum split =
                twoOfThem.with(new Approval(ANNA, "ciso", "isolate")).with(new Approval(BEN, "coo", "keep running"));

        assertThat(split.reached()).isFalse();
    }

    @Test
    void nobody_counts_twice_not_even_in_another_role() {
        Quorum one = twoOfThem.with(new Approval(ANNA, "ciso", "isolate"));

        assertThat(one.obstacle(ANNA, "coo")).contains(Obstacle.COUNTED_ALREADY);
        assertThatIllegalStateException().isThrownBy(() -> one.with(new Approval(ANNA, "coo", "isolate")));
        assertThat(one.without(ANNA).obstacle(ANNA, "coo")).isEmpty();
        assertThat(one.without(ANNA)).isEqualTo(twoOfThem);
    }

    @Test
    void whoever_is_barred_counts_in_no_role() {
        assertThat(twoOfThem.obstacle(CHLOE, "ciso")).contains(Obstacle.BARRED);
        assertThatIllegalStateException().isThrownBy(() -> twoOfThem.with(new Approval(CHLOE, "ciso", "isolate")));
    }

    @Test
    void whoever_has_another_role_does_not_count_until_the_circle_is_widened() {
        assertThat(twoOfThem.obstacle(BEN, "ceo")).contains(Obstacle.NOT_ELIGIBLE);

        Quorum widened = twoOfThem.with(new Approval(ANNA, "ciso", "isolate")).widenedTo(List.of("ceo", "coo"));
        assertThat(widened.roles()).containsExactly("ciso", "coo", "ceo");
        assertThat(widened.with(new Approval(BEN, "ceo", "isolate")).reached()).isTrue();
    }

    @Test
    void a_type_of_decision_says_who_counts_at_which_level() {
        DecisionType containment =
                ASmallCharter.charter().decisionType("containment").orElseThrow();
        DecisionType recovery = ASmallCharter.charter().decisionType("recovery").orElseThrow();

        assertThat(Quorum.of(containment, 0, ANNA)).isEqualTo(Quorum.of(1, List.of("ciso", "coo"), List.of(ANNA)));
        assertThat(Quorum.of(containment, 1, ANNA).roles()).containsExactly("ciso", "coo", "ceo");
        assertThat(Quorum.of(recovery, 0, ANNA).barred()).isEmpty();
    }

    /// Whatever is approved in whatever order: nobody counts twice, nobody who is barred counts, and it is
    /// reached exactly when enough different people are in it.
    @Property(tries = 200)
    void nothing_but_enough_different_people_reaches_it(
            @ForAll @IntRange(min = 1, max = 4) int needed,
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> asked) {
        Quorum quorum = Quorum.of(needed, List.of("ciso"), List.of(person(0)));
        for (int who : asked) {
            if (quorum.obstacle(person(who), "ciso").isEmpty()) {
                quorum = quorum.with(new Approval(person(who), "ciso", "isolate"));
            }
        }
        long different = asked.stream().filter(who -> who != 0).distinct().count();
        assertThat(quorum.votesFor("isolate")).isEqualTo((int) different);
        assertThat(quorum.reached()).isEqualTo(different >= needed);
    }

    private static Id person(int n) {
        return Actors.id("person " + n);
    }
}
