package muster.decisions;

import java.time.Instant;
import java.util.Optional;
import muster.charter.EscalationStep;
import muster.charter.Silence;
import muster.kernel.Decision;
import muster.kernel.Ground;
import muster.kernel.Housekeeping;
import muster.kernel.Scope;
import muster.kernel.Situation;

/// What time itself does to a question that nobody answers.
final class Lapsing {
    private Lapsing() {}

    static Decision<DecisionEvent> escalate(Question question, Situation situation) {
        if (question.status() == Status.DEFERRED || !isDue(question, situation.time())) {
            return Decision.refuse("not-due", "There is time left to decide this.");
        }
        int next = question.course().level() + 1;
        if (next <= question.type().lastLevel()) {
            EscalationStep step = question.type().escalation().get(next - 1);
            return Decision.accept(new DecisionEvent.Escalated(
                    question.id(), next, step.roles(), situation.time().plus(step.within())));
        }
        return switch (question.type().silence()) {
            case Silence.Escalate escalate -> Decision.accept(new DecisionEvent.WentUnanswered(question.id()));
            case Silence.Default byDefault -> lapse(byDefault, question, situation);
        };
    }

    private static Decision<DecisionEvent> lapse(Silence.Default byDefault, Question question, Situation situation) {
        Optional<String> option = defaultOption(byDefault, question);
        if (option.isEmpty()) {
            return Decision.accept(new DecisionEvent.WentUnanswered(question.id()));
        }
        // nobody's silence counts while nobody knows what time it is; the alarm rings again once the clock is confirmed
        if (situation
                .stateOf(Housekeeping.key(Scope.CRISIS))
                .ground()
                .filter(Ground::clockInDoubt)
                .isPresent()) {
            return Decision.refuse("clock-in-doubt", "Defaults wait until somebody has confirmed the clock.");
        }
        return Decision.accept(new DecisionEvent.LapsedToDefault(question.id(), option.get(), byDefault.rule()));
    }

    /// The option that silence takes; empty where the question has none such.
    static Optional<String> defaultOption(Silence silence, Question question) {
        return switch (silence) {
            case Silence.Escalate escalate -> Optional.empty();
            case Silence.Default byDefault ->
                byDefault.option().equals("recommended")
                        ? question.wording().recommended()
                        : Optional.of(byDefault.option())
                                .filter(question.wording().options()::contains);
        };
    }

    static Decision<DecisionEvent> resume(Question question, Situation situation) {
        if (question.status() != Status.DEFERRED || !isDue(question, situation.time())) {
            return Decision.refuse("not-due", "The deferral is not over.");
        }
        return Decision.accept(new DecisionEvent.Resumed(
                question.id(),
                situation.time().plus(question.type().timeAt(question.course().level()))));
    }

    private static boolean isDue(Question question, Instant now) {
        return question.course().deadline().filter(due -> !due.isAfter(now)).isPresent();
    }
}
