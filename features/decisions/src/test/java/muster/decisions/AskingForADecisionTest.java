package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.crises.ARoom;
import muster.crises.RoomCommand;
import muster.crises.RoomEvent;
import muster.kernel.Content;
import muster.kernel.Errand;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class AskingForADecisionTest {
    private static final Id DECISION = Actors.id("a decision");

    private final ARoom room = ARoom.with(new Decisions());

    @Test
    void the_question_is_put_under_the_rule_of_the_pinned_charter() {
        Instant now = room.scenario().now();
        Ref seat = room.refTo("ciso").at(room.seat("ciso").digest());
        ask(AQuestion.ask("containment").as(DECISION).showing(seat).about("site:rotterdam"))
                .happens(new DecisionEvent.Asked(
                        DECISION,
                        new Rule(
                                room.organisation().version(),
                                room.organisation()
                                        .charter()
                                        .decisionType("containment")
                                        .orElseThrow()),
                        List.of(room.id("dana")),
                        List.of("isolate", "watch"),
                        Optional.of("isolate"),
                        List.of(seat),
                        Optional.of("site:rotterdam"),
                        Optional.empty(),
                        Optional.empty(),
                        now.plus(Duration.ofMinutes(30)),
                        Content.of("Do we disconnect the EMEA sites?"),
                        Content.of("Forensics sees the same tool at three sites."),
                        Content.of(AQuestion.OPTIONS)));

        Question question = room.scenario().state(Decisions.KEY).find(DECISION).orElseThrow();
        assertThat(question.label()).isEqualTo("D-01");
        assertThat(question.status()).isEqualTo(Status.WAITING);
        assertThat(question.deciders()).containsExactly("ciso", "coo");
        assertThat(question.terms().asker()).contains(room.id("dana"));
    }

    @Test
    void deciders_and_those_to_be_heard_are_told() {
        ask(AQuestion.ask("containment").as(DECISION)).happens(DecisionEvent.Asked.class);
        assertThat(room.scenario().sent())
                .containsExactly(
                        new Errand(
                                "notice",
                                Map.of(
                                        "feature", "decisions",
                                        "id", DECISION.text(),
                                        "asking", "decide",
                                        "roles", "ciso coo")),
                        new Errand(
                                "notice",
                                Map.of(
                                        "feature", "decisions",
                                        "id", DECISION.text(),
                                        "asking", "consult",
                                        "roles", "general-counsel")));
    }

    @Test
    void anybody_who_takes_part_may_ask_and_nobody_else() {
        room.as("kenji").when(AQuestion.ask("containment").command()).happens(DecisionEvent.Asked.class);
        room.as("judith").when(AQuestion.ask("containment").command()).isUnseen();
        room.scenario().when(AQuestion.ask("containment").command()).isForbidden();
    }

    @Test
    void only_what_the_charter_knows_can_be_asked() {
        ask(AQuestion.ask("ransom")).isRefused("unknown-type");
    }

    @Test
    void an_id_is_used_once() {
        ask(AQuestion.ask("containment").as(DECISION)).happens(DecisionEvent.Asked.class);
        ask(AQuestion.ask("recovery").as(DECISION)).isRefused("exists");
    }

    @Test
    void the_question_and_its_options_say_something_and_not_too_much() {
        ask(AQuestion.ask("containment").question("  ")).isRefused("blank");
        ask(AQuestion.ask("containment").question("x".repeat(201))).isRefused("too-long");
        ask(AQuestion.ask("containment").offering(Option.of("isolate", " "))).isRefused("blank");
        ask(AQuestion.ask("containment").offering(Option.of("isolate", "x".repeat(201))))
                .isRefused("too-long");
        ask(AQuestion.ask("containment")
                        .offering(new Option(
                                "isolate",
                                "Isolate",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("x".repeat(501)),
                                Optional.empty())))
                .isRefused("too-long");
    }

    @Test
    void there_are_one_to_four_options_that_can_be_told_apart() {
        ask(AQuestion.ask("containment").offering()).isRefused("option-count");
        ask(AQuestion.ask("containment")
                        .offering(IntStream.range(0, 5)
                                .mapToObj(i -> Option.of("option-" + i, "Option " + i))
                                .toArray(Option[]::new)))
                .isRefused("option-count");
        ask(AQuestion.ask("containment").offering(Option.of("Isolate now", "Isolate")))
                .isRefused("bad-option-id");
        ask(AQuestion.ask("containment").offering(Option.of("a", "Isolate"), Option.of("a", "Wait")))
                .isRefused("option-twice");
        ask(AQuestion.ask("containment").recommending("pray")).isRefused("unknown-option");
        ask(AQuestion.ask("containment").offering(Option.of("isolate", "Isolate")))
                .happens(DecisionEvent.Asked.class);
    }

    @Test
    void evidence_is_frozen_in_the_version_that_was_looked_at() {
        Ref seat = room.refTo("ciso");
        Ref frozen = seat.at(room.seat("ciso").digest());
        ask(AQuestion.ask("containment").showing(seat)).isRefused("evidence-not-frozen");
        ask(AQuestion.ask("containment").showing(frozen, frozen)).isRefused("evidence-twice");
        ask(AQuestion.ask("containment").showing(seat.at("another version"))).isRefused("reference-changed");
        ask(AQuestion.ask("containment")
                        .showing(Ref.to("crises", Actors.id("nothing")).at("any")))
                .isUnseen();
        Ref[] many = IntStream.range(0, 51).mapToObj(i -> frozen).toArray(Ref[]::new);
        ask(AQuestion.ask("containment").showing(many)).isRefused("too-much-evidence");
    }

    @Test
    void a_decision_can_itself_be_evidence_until_it_is_worded_anew() {
        AQuestion first = AQuestion.asked(room, "dana", "containment");
        Ref words = Ref.to("decisions", first.id()).at(first.now().wording().digest());
        ask(AQuestion.ask("recovery").showing(words)).happens(DecisionEvent.Asked.class);
        first.amend("dana", "Do we disconnect them now?", Option.of("isolate", "Isolate"))
                .happens(DecisionEvent.Amended.class);
        ask(AQuestion.ask("recovery").showing(words)).isRefused("reference-changed");
    }

    @Test
    void a_subject_is_a_code() {
        ask(AQuestion.ask("containment").about("The site in Rotterdam")).isRefused("bad-subject");
    }

    @Test
    void a_deadline_can_be_earlier_than_the_charter_says_and_not_later() {
        Instant now = room.scenario().now();
        ask(AQuestion.ask("containment").until(now)).isRefused("deadline-passed");
        ask(AQuestion.ask("containment").until(now.plus(Duration.ofMinutes(31))))
                .isRefused("deadline-too-late");
        ask(AQuestion.ask("containment").as(DECISION).until(now.plus(Duration.ofMinutes(5))))
                .happens(DecisionEvent.Asked.class);
        room.scenario().after(Duration.ofMinutes(5));
        assertThat(room.scenario().events(DecisionEvent.Escalated.class)).hasSize(1);
    }

    @Test
    void what_is_undecided_bars_closing_and_a_closed_crisis_decides_nothing() {
        AQuestion question = AQuestion.asked(room, "dana", "communication");
        RoomCommand.Close close = new RoomCommand.Close("All is well.", Optional.empty());
        room.as("dana").when(close).isRefused("open-items");
        room.as("dana")
                .when(new DecisionCommand.Withdraw(question.id(), "Nobody asks any more."))
                .happens(new DecisionEvent.Withdrawn(question.id(), Content.of("Nobody asks any more.")));
        assertThat(question.status()).isEqualTo(Status.WITHDRAWN);
        room.as("dana").when(close).happens(RoomEvent.Closed.class);
        ask(AQuestion.ask("containment")).isRefused("closed");
        question.object("kenji").isRefused("closed");
    }

    @Test
    void only_the_asker_takes_a_question_back_and_only_while_it_is_open() {
        AQuestion question = AQuestion.asked(room, "dana", "communication");
        DecisionCommand.Withdraw withdraw = new DecisionCommand.Withdraw(question.id(), "A mistake.");
        room.as("helen").when(withdraw).isForbidden().saysWhoCan(room.id("dana"));
        room.as("dana").when(new DecisionCommand.Withdraw(question.id(), "")).isRefused("blank");
        room.as("dana")
                .when(new DecisionCommand.Withdraw(Actors.id("no decision"), "A mistake."))
                .isUnseen();
        room.as("dana").when(withdraw).happens(DecisionEvent.Withdrawn.class);
        room.as("dana").when(withdraw).isRefused("not-open");
        assertThat(room.scenario().engine().nextAlarm(room.stream()))
                .as("nothing is waited for any more but the next update")
                .isEqualTo(room.state().updatePromisedFor());
    }

    private Then ask(AQuestion.Draft asking) {
        return room.as("dana").when(asking.command());
    }
}
