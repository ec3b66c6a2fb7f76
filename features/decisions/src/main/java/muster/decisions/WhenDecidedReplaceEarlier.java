package muster.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;

/// When an option is ordered that was put as replacing an earlier decision, it does so at once.
record WhenDecidedReplaceEarlier<E extends DecisionEvent>(String name, Class<E> on) implements Reaction<E> {
    static Reaction<DecisionEvent.Decided> onDecided() {
        return new WhenDecidedReplaceEarlier<>("when-decided-replace-earlier", DecisionEvent.Decided.class);
    }

    static Reaction<DecisionEvent.LapsedToDefault> onLapsed() {
        return new WhenDecidedReplaceEarlier<>("when-lapsed-replace-earlier", DecisionEvent.LapsedToDefault.class);
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(DecisionEvent.Superseded.class);
    }

    @Override
    public List<Directed> react(Recorded<E> event, Readings after) {
        Question question =
                after.stateOf(Decisions.KEY).questions().the(event.event().decision());
        return question.terms().replaces().flatMap(replaces -> replaced(question, replaces)).stream()
                .map(Directed::here)
                .toList();
    }

    private static Optional<DecisionCommand> replaced(Question question, Replaces replaces) {
        return question.inForce()
                .flatMap(option -> Optional.ofNullable(replaces.by().get(option)))
                .map(how -> new DecisionCommand.Supersede(
                        replaces.decision(), question.id(), how, "As decided by " + question.label() + "."));
    }
}
