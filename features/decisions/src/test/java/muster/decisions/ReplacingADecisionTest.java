package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import muster.crises.ARoom;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.KernelEvent;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class ReplacingADecisionTest {
    private final ARoom room = ARoom.with(new Decisions());
    private final AQuestion earlier = decided("containment", "dana", "marcus");

    @Test
    void an_option_that_was_put_as_reversing_reverses_at_once() {
        AQuestion later = asking(Map.of("watch", Replacement.REVERSES, "isolate", Replacement.LIMITS));
        later.approve("priya", "watch")
                .happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class, DecisionEvent.Superseded.class);
        assertThat(earlier.the(DecisionEvent.Superseded.class))
                .isEqualTo(new DecisionEvent.Superseded(
                        earlier.id(), later.id(), Replacement.REVERSES, Content.of("As decided by D-02.")));
        assertThat(earlier.status()).isEqualTo(Status.REVERSED);
        assertThat(earlier.now().inForce()).isEmpty();
        assertThat(later.now().inForce()).contains("watch");
    }

    @Test
    void an_option_that_says_nothing_about_it_leaves_the_earlier_in_force() {
        AQuestion later = asking(Map.of("watch", Replacement.REVERSES));
        later.approve("priya", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        assertThat(earlier.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void what_is_limited_holds_on_and_can_be_reversed_later() {
        asking(Map.of("watch", Replacement.LIMITS)).approve("priya", "watch").recorded();
        assertThat(earlier.status()).isEqualTo(Status.LIMITED);
        assertThat(earlier.now().inForce()).contains("isolate");
        AQuestion last = AQuestion.asked(
                room,
                "tomas",
                AQuestion.ask("containment").replacing(earlier.id(), Map.of("watch", Replacement.REVERSES)));
        last.approve("priya", "watch").recorded();
        assertThat(earlier.status()).isEqualTo(Status.REVERSED);
        assertThat(earlier.card().successor().orElseThrow().by()).isEqualTo(last.id());
    }

    @Test
    void silence_replaces_too_where_its_default_does() {
        AQuestion first = decided("access", "kenji", "amara", "grant");
        AQuestion later = AQuestion.asked(
                room,
                "tomas",
                AQuestion.ask("access")
                        .offering(Option.of("grant", "Leave it"), Option.of("deny", "End it"))
                        .replacing(first.id(), Map.of("deny", Replacement.SUPERSEDES)));
        room.scenario().after(Duration.ofMinutes(30));
        assertThat(later.status()).isEqualTo(Status.LAPSED_TO_DEFAULT);
        assertThat(first.status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void a_decider_says_it_where_the_question_did_not() {
        AQuestion later = asking(Map.of());
        later.approve("priya", "watch").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        supersede("kenji", later.id()).isForbidden();
        room.as("priya")
                .when(new DecisionCommand.Supersede(earlier.id(), later.id(), Replacement.SUPERSEDES, ""))
                .isRefused("blank");
        supersede("priya", later.id())
                .happens(new DecisionEvent.Superseded(
                        earlier.id(), later.id(), Replacement.SUPERSEDES, Content.of("We know more now.")));
        supersede("priya", later.id()).isRefused("not-in-force");
    }

    @Test
    void nobody_replaces_a_decision_by_one_that_was_not_about_it() {
        AQuestion later = AQuestion.asked(room, "kenji", "containment");
        supersede("priya", later.id()).isRefused("replacement-not-in-force");
        later.approve("priya", "watch").recorded();
        supersede("priya", later.id()).isRefused("was-not-asked");
        supersede("priya", Actors.id("no decision")).isUnseen();
        room.as("priya")
                .when(new DecisionCommand.Supersede(
                        Actors.id("no decision"), later.id(), Replacement.LIMITS, "We know more now."))
                .isUnseen();
    }

    @Test
    void only_what_is_in_force_and_of_the_same_kind_can_be_put_in_doubt() {
        room.as("kenji")
                .when(AQuestion.ask("recovery")
                        .replacing(earlier.id(), Map.of())
                        .command())
                .isRefused("another-type");
        room.as("kenji")
                .when(AQuestion.ask("containment")
                        .replacing(earlier.id(), Map.of("pray", Replacement.LIMITS))
                        .command())
                .isRefused("replacing-option-missing");
        room.as("kenji")
                .when(AQuestion.ask("containment")
                        .replacing(Actors.id("no decision"), Map.of())
                        .command())
                .isUnseen();
        AQuestion open = AQuestion.asked(room, "tomas", "containment");
        room.as("kenji")
                .when(AQuestion.ask("containment")
                        .replacing(open.id(), Map.of())
                        .command())
                .isRefused("not-in-force");
    }

    @Test
    void the_second_of_two_that_reverse_the_same_is_decided_and_has_nothing_left_to_reverse() {
        AQuestion one = asking(Map.of("watch", Replacement.REVERSES));
        AQuestion other = AQuestion.asked(
                room,
                "tomas",
                AQuestion.ask("containment").replacing(earlier.id(), Map.of("watch", Replacement.REVERSES)));
        one.approve("priya", "watch").recorded();
        other.approve("marcus", "watch")
                .happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class, KernelEvent.ReactionRefused.class);
        assertThat(earlier.card().successor().orElseThrow().by()).isEqualTo(one.id());
    }

    private AQuestion asking(Map<String, Replacement> by) {
        return AQuestion.asked(room, "kenji", AQuestion.ask("containment").replacing(earlier.id(), by));
    }

    private Then supersede(String who, Id by) {
        return room.as(who)
                .when(new DecisionCommand.Supersede(earlier.id(), by, Replacement.SUPERSEDES, "We know more now."));
    }

    private AQuestion decided(String type, String asker, String decider) {
        AQuestion question = AQuestion.asked(room, asker, type);
        question.approve(decider, "isolate").recorded();
        return question;
    }

    private AQuestion decided(String type, String asker, String decider, String option) {
        AQuestion question = AQuestion.asked(
                room,
                asker,
                AQuestion.ask(type).offering(Option.of("grant", "Grant it"), Option.of("deny", "Deny it")));
        room.as(decider, "hwk").give(question.approval(option));
        assertThat(question.now().verdict().orElseThrow().by()).isEqualTo(List.of(room.id(decider)));
        return question;
    }
}
