package muster.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import muster.testing.flaws.Flaw;
import muster.testing.flaws.Flawed;
import org.junit.jupiter.api.Test;

/// A scenario must notice when a feature breaks a rule of the house, whatever the test is about.
class CheckingEveryStepTest {
    private static void putTwoWords(Scenario scenario) {
        scenario.give(new Flawed.Put(Actors.id("one"), "one"));
        scenario.give(new Flawed.Put(Actors.id("two"), "two"));
    }

    private static void isNoticed(Flaw flaw, String words) {
        Scenario scenario = Scenario.with(Flawed.catalogue(flaw));
        assertThatThrownBy(() -> putTwoWords(scenario)).hasMessageContaining(words);
    }

    @Test
    void a_feature_without_a_flaw_passes() {
        putTwoWords(Scenario.with(Flawed.catalogue(Flaw.NONE)));
    }

    @Test
    void a_state_that_is_another_when_it_is_folded_again_is_noticed() {
        isNoticed(Flaw.IMPURE_EVOLVE, "folded again");
    }

    @Test
    void a_state_that_cannot_be_folded_without_contents_is_noticed() {
        isNoticed(Flaw.NEEDS_CONTENT, "needs its content");
    }

    @Test
    void a_card_that_reads_more_than_it_says_is_noticed() {
        isNoticed(Flaw.READS_MORE, "pile.board");
    }

    @Test
    void a_card_that_has_not_the_id_of_its_subject_is_noticed() {
        isNoticed(Flaw.OTHER_ID, "id of a card of pile.board");
    }

    @Test
    void a_decision_that_is_another_when_it_is_made_again_is_noticed() {
        isNoticed(Flaw.IMPURE_DECIDE, "foreseen");
    }

    @Test
    void a_command_that_is_read_as_another_than_was_written_is_noticed() {
        Scenario scenario = Scenario.with(Flawed.catalogue(Flaw.LOSSY_COMMAND));
        assertThatThrownBy(() -> scenario.give(new Flawed.Lose("word"))).hasMessageContaining("written as");
    }

    @Test
    void an_alarm_that_rings_without_end_is_noticed() {
        Scenario scenario = Scenario.with(Flawed.catalogue(Flaw.ENDLESS_ALARM));
        scenario.give(new Flawed.Put(Actors.id("one"), "one"));
        assertThatThrownBy(() -> scenario.after(Duration.ofHours(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("alarm");
    }

    @Test
    void a_command_that_is_given_must_be_accepted() {
        Scenario scenario = Scenario.with(Flawed.catalogue(Flaw.NONE)).as(Actors.responder("eve"));
        assertThatThrownBy(() -> scenario.give(new Flawed.Put(Actors.id("one"), "one")))
                .isInstanceOf(AssertionError.class);
    }
}
