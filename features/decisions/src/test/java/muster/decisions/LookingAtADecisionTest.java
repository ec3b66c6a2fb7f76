package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.crises.ARoom;
import muster.crises.RoomCommand;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Headline;
import muster.kernel.Recorded;
import muster.kernel.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookingAtADecisionTest {
    private final Decisions decisions = new Decisions();
    private final ARoom room = ARoom.with(decisions);
    private final AQuestion question = AQuestion.asked(room, "dana", "containment");

    @Test
    void the_card_shows_question_authority_and_what_happens_next() {
        DecisionCard card = question.card();
        assertThat(card.label()).isEqualTo("D-01");
        assertThat(card.title()).isEqualTo("Containment");
        assertThat(card.asker()).contains(room.id("dana"));
        assertThat(card.question()).isEqualTo("Do we disconnect the EMEA sites?");
        assertThat(card.options()).isEqualTo(AQuestion.OPTIONS);
        assertThat(card.recommended()).contains("isolate");
        assertThat(card.deciders()).containsExactly("ciso", "coo");
        assertThat(card.unheard()).containsExactly("general-counsel");
        assertThat(card.next())
                .contains(new DecisionCard.Next(DecisionCard.Then.ESCALATES, List.of("ceo"), Optional.empty()));
        assertThat(card.waitingFor()).containsExactly(room.id("marcus"), room.id("priya"), room.id("george"));
    }

    @Test
    void it_waits_for_the_deputy_in_the_seat_too_and_not_for_who_has_spoken() {
        AQuestion two = AQuestion.asked(room, "dana", "recovery");
        Instant until = room.scenario().now().plus(Duration.ofHours(8));
        room.as("omar").give(new RoomCommand.StandIn("coo", until, "Priya flies."));
        two.approve("kenji", "isolate").happens(DecisionEvent.Approved.class);
        assertThat(two.card().waitingFor())
                .containsExactly(room.id("priya"), room.id("omar"), room.id("tomas"), room.id("marcus"));
        two.approve("omar", "isolate").recorded();
        assertThat(two.card().waitingFor()).isEmpty();
        assertThat(two.card().next()).isEmpty();
    }

    @Test
    void the_last_step_says_what_silence_would_mean() {
        AQuestion access = AQuestion.asked(
                room,
                "kenji",
                AQuestion.ask("access").offering(Option.of("grant", "Grant it"), Option.of("deny", "Deny it")));
        room.scenario().after(Duration.ofMinutes(15));
        assertThat(access.card().next())
                .contains(new DecisionCard.Next(DecisionCard.Then.LAPSES, List.of(), Optional.of("deny")));
    }

    @Test
    void on_the_wire_states_are_words_and_the_queue_is_left_out() {
        question.handOver("marcus", "coo").recorded();
        JsonNode json = Wire.tree(question.card());
        assertThat(json.get("status").asString()).isEqualTo("handed-over");
        assertThat(json.get("next").get("then").asString()).isEqualTo("escalates");
        assertThat(json.get("rule").get("type").get("timeToDecide").asString()).isEqualTo("PT30M");
        assertThat(json.has("waitsFor")).isFalse();
    }

    @Test
    void who_sees_nothing_of_the_crisis_sees_no_decision() {
        assertThat(room.scenario().view("decisions.register", Clearance.NONE)).isEmpty();
    }

    @Test
    void words_that_were_erased_are_shown_as_withheld() {
        DecisionEvent.Asked asked = question.the(DecisionEvent.Asked.class);
        Recorded<Event> recorded = room.scenario().events().stream()
                .filter(each -> each.event().equals(asked))
                .findFirst()
                .orElseThrow();
        Docket erased = decisions.evolve(
                decisions.initial(),
                new Recorded<>(
                        recorded.header(),
                        recorded.type(),
                        recorded.lane(),
                        recorded.actor(),
                        recorded.authority(),
                        recorded.occurred(),
                        recorded.seen(),
                        recorded.cause(),
                        new DecisionEvent.Asked(
                                asked.decision(),
                                asked.rule(),
                                asked.barred(),
                                asked.options(),
                                asked.recommended(),
                                asked.evidence(),
                                asked.subject(),
                                asked.replaces(),
                                asked.origin(),
                                asked.deadline(),
                                Content.absent(),
                                Content.absent(),
                                Content.absent())));
        DecisionCard card = (DecisionCard) decisions
                .views()
                .getFirst()
                .card(
                        question.id(),
                        erased,
                        room.scenario().engine().published(room.stream()).snapshot(),
                        Clearance.GENERAL)
                .orElseThrow();
        assertThat(card.question()).isEqualTo("(withheld)");
        assertThat(card.options())
                .containsExactly(Option.of("isolate", "(withheld)"), Option.of("watch", "(withheld)"));
    }

    @Test
    void the_timeline_tells_it_in_words() {
        question.answer("george").recorded();
        Docket before = room.scenario().state(Decisions.KEY);
        Recorded<Event> approved =
                question.approve("marcus", "isolate").recorded().getFirst();
        Headline headline = decisions.tell(told(approved), before);
        assertThat(headline.words()).isEqualTo("Approved \"{1}\" for {0} as {2}, 1 of 1: {3}");
        assertThat(headline.parts())
                .contains(
                        Headline.text("Disconnect the three sites"),
                        Headline.text("ciso"),
                        Headline.text("Shipping can wait."));
    }

    private static Recorded<DecisionEvent> told(Recorded<Event> recorded) {
        return new Recorded<>(
                recorded.header(),
                recorded.type(),
                recorded.lane(),
                recorded.actor(),
                recorded.authority(),
                recorded.occurred(),
                recorded.seen(),
                recorded.cause(),
                (DecisionEvent) recorded.event());
    }
}
