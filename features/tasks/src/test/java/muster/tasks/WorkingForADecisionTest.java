package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.decisions.DecisionCommand;
import muster.decisions.DecisionEvent;
import muster.decisions.Option;
import muster.decisions.Replacement;
import muster.decisions.Replaces;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class WorkingForADecisionTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id decision = workshop.asked("Isolate Rotterdam?");

    @Test
    void the_work_does_not_begin_before_the_decision_is_taken() {
        Id task = plug("isolate");
        assertThat(workshop.state(task)).isEqualTo(TaskState.WAITING);
        workshop.as("kenji").when(new TaskCommand.Start(task)).isRefused("waits-for-decision");

        workshop.decide(decision, "isolate")
                .happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class, TaskEvent.Released.class);

        assertThat(workshop.state(task)).isEqualTo(TaskState.READY_TO_START);
        workshop.as("kenji").when(new TaskCommand.Start(task)).happens(TaskEvent.Started.class);
    }

    @Test
    void what_is_decided_already_holds_nothing_up() {
        workshop.decide(decision, "isolate").recorded();

        assertThat(workshop.state(plug("isolate"))).isEqualTo(TaskState.READY_TO_START);
    }

    @Test
    void what_silence_decides_lets_the_work_begin_as_well() {
        Id recovery = workshop.id("Restore from copies?");
        workshop.as("kenji")
                .give(new DecisionCommand.Ask(
                        Optional.of(recovery),
                        "recovery",
                        "Restore from copies?",
                        Optional.empty(),
                        List.of(Option.of("restore", "Restore"), Option.of("rebuild", "Rebuild")),
                        Optional.of("restore"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        Id restore =
                workshop.owned("Restore", offer -> offer.forDecision(recovery).ifOption("restore"));
        Id rebuild =
                workshop.owned("Rebuild", offer -> offer.forDecision(recovery).ifOption("rebuild"));

        workshop.after(Duration.ofHours(4));

        assertThat(workshop.room.scenario().events(DecisionEvent.LapsedToDefault.class))
                .hasSize(1);
        assertThat(workshop.state(restore)).isEqualTo(TaskState.READY_TO_START);
        assertThat(workshop.card(rebuild).stop().orElseThrow().why()).isEqualTo(Overturned.OTHER_OPTION);
    }

    @Test
    void work_for_an_option_that_was_not_chosen_is_to_stop() {
        Id task = plug("isolate");

        workshop.decide(decision, "keep-running")
                .happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class, TaskEvent.StopAsked.class);

        assertThat(workshop.card(task).stop().orElseThrow().why()).isEqualTo(Overturned.OTHER_OPTION);
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("kenji"));
        workshop.as("kenji").when(new TaskCommand.Start(task)).isRefused("stop-first");
        confirm(task, Answer.STOPPED).happens(TaskEvent.StopConfirmed.class);
        assertThat(workshop.state(task)).isEqualTo(TaskState.DROPPED);
    }

    @Test
    void when_it_is_turned_down_the_owner_is_told_and_answers() {
        Id task = plug("isolate");

        workshop.as("marcus")
                .when(new DecisionCommand.Reject(decision, 1, "Not while the plant runs."))
                .happens(DecisionEvent.Rejected.class, DecisionEvent.TurnedDown.class, TaskEvent.StopAsked.class);

        workshop.as("amara")
                .when(new TaskCommand.ConfirmStop(task, Answer.STOPPED, "I say so."))
                .isForbidden();
        workshop.as("kenji")
                .when(new TaskCommand.ConfirmStop(task, Answer.CHANGED, ""))
                .isRefused("note-missing");
        confirm(task, Answer.CHANGED)
                .happens(new TaskEvent.StopConfirmed(
                        task, Answer.CHANGED, Optional.empty(), Content.of("Only the guest network.")));
        assertThat(workshop.card(task).gate()).isEmpty();
        assertThat(workshop.state(task)).isEqualTo(TaskState.READY_TO_START);
    }

    @Test
    void when_the_question_is_taken_back_the_owner_is_told() {
        Id task = plug("isolate");

        workshop.as("kenji")
                .when(new DecisionCommand.Withdraw(decision, "It isolated itself."))
                .happens(
                        new DecisionEvent.Withdrawn(decision, Content.of("It isolated itself.")),
                        new TaskEvent.StopAsked(task, decision, Overturned.WITHDRAWN, Optional.empty()));
    }

    @Test
    void when_it_is_reversed_work_in_progress_stops_until_its_owner_has_answered() {
        Id task = inProgress();
        Id later = replacedBy(Replacement.REVERSES);

        assertThat(workshop.card(task).stop())
                .contains(new Progress.Stop(decision, Overturned.REVERSED, Optional.of(later), workshop.now()));
        workshop.as("kenji").when(new TaskCommand.Complete(task, "", List.of())).isRefused("stop-first");
        confirm(task, Answer.STOPPED).happens(TaskEvent.StopConfirmed.class);
        assertThat(workshop.state(task)).isEqualTo(TaskState.DROPPED);
    }

    @Test
    void when_it_is_superseded_the_changed_work_is_for_the_later_decision() {
        Id task = inProgress();
        Id later = replacedBy(Replacement.SUPERSEDES);

        confirm(task, Answer.CHANGED).happens(TaskEvent.StopConfirmed.class);

        assertThat(workshop.card(task).gate().orElseThrow().decision()).isEqualTo(Ref.to("decisions", later));
        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
        workshop.complete(task);
    }

    @Test
    void when_it_is_limited_the_work_goes_on_for_less() {
        Id task = inProgress();
        replacedBy(Replacement.LIMITS);

        confirm(task, Answer.CHANGED).happens(TaskEvent.StopConfirmed.class);

        assertThat(workshop.card(task).gate().orElseThrow().decision()).isEqualTo(Ref.to("decisions", decision));
    }

    @Test
    void what_waits_to_be_verified_is_not_verified_before_its_owner_has_answered() {
        workshop.decide(decision, "isolate").recorded();
        Id task = workshop.completed(
                "Pull the plug", offer -> offer.forDecision(decision).verifiedBy(workshop.id("marcus")));
        replacedBy(Replacement.REVERSES);

        workshop.as("marcus").when(new TaskCommand.Verify(task, "")).isRefused("stop-first");
    }

    @Test
    void work_that_is_over_is_left_alone() {
        workshop.decide(decision, "isolate").recorded();
        Id task = workshop.completed("Pull the plug", offer -> offer.forDecision(decision));
        replacedBy(Replacement.REVERSES);

        assertThat(workshop.card(task).stop()).isEmpty();
    }

    @Test
    void what_nobody_owns_is_answered_by_who_accepts_it() {
        Id task = workshop.offered("Pull the plug", offer -> offer.forDecision(decision));
        workshop.as("kenji").give(new DecisionCommand.Withdraw(decision, "It isolated itself."));

        confirm(task, Answer.STOPPED).isRefused("no-owner");
        workshop.as("kenji").give(new TaskCommand.Accept(task));
        confirm(task, Answer.STOPPED).happens(TaskEvent.StopConfirmed.class);
    }

    @Test
    void it_is_for_a_decision_that_exists_and_can_order_it() {
        Id down = workshop.asked("Call the police?");
        workshop.as("kenji").give(new DecisionCommand.Withdraw(down, "They called us."));

        offer(AnOffer.of("Plug", workshop.id("kenji")).forDecision(workshop.id("no such")))
                .isUnseen();
        offer(AnOffer.of("Plug", workshop.id("kenji")).forThing(workshop.room.refTo("coo")))
                .isUnseen();
        offer(AnOffer.of("Plug", workshop.id("kenji")).forDecision(down)).isRefused("decision-not-in-force");
        offer(AnOffer.of("Plug", workshop.id("kenji")).forDecision(decision).ifOption("pray"))
                .isRefused("not-the-option");
        offer(AnOffer.of("Plug", workshop.id("kenji")).ifOption("isolate")).isRefused("option-without-decision");
        workshop.decide(decision, "isolate").recorded();
        offer(AnOffer.of("Plug", workshop.id("kenji")).forDecision(decision).ifOption("keep-running"))
                .isRefused("not-the-option");
    }

    @Test
    void nobody_answers_what_was_not_asked_and_only_muster_asks() {
        Id task = plug("isolate");

        confirm(task, Answer.STOPPED).isRefused("nothing-to-confirm");
        workshop.as("dana")
                .when(new TaskCommand.AskToStop(task, decision, Overturned.REVERSED, Optional.empty()))
                .isUnseen();
    }

    private Id plug(String option) {
        return workshop.owned(
                "Pull the plug", offer -> offer.forDecision(decision).ifOption(option));
    }

    private Id inProgress() {
        workshop.decide(decision, "isolate").recorded();
        return workshop.started("Pull the plug", offer -> offer.forDecision(decision));
    }

    private Id replacedBy(Replacement how) {
        Id later = workshop.asked("And now?", Optional.of(new Replaces(decision, Map.of("keep-running", how))));
        workshop.decide(later, "keep-running").recorded();
        return later;
    }

    private Then confirm(Id task, Answer answer) {
        return workshop.as("kenji").when(new TaskCommand.ConfirmStop(task, answer, "Only the guest network."));
    }

    private Then offer(AnOffer offer) {
        return workshop.as("dana").when(offer.command());
    }
}
