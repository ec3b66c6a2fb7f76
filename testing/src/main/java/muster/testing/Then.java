package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.Recorded;

/// What came of a command.
public final class Then {
    private final String what;
    private final Outcome outcome;
    private final List<Recorded<Event>> recorded;

    Then(String what, Outcome outcome, List<Recorded<Event>> recorded) {
        this.what = what;
        this.outcome = outcome;
        this.recorded = recorded;
    }

    /// Exactly these events were recorded by the command and its reactions in the stream, in this order.
    public Then happens(Event... events) {
        assertThat(happened()).as(what).containsExactly(events);
        return this;
    }

    /// Exactly events of these types were recorded by the command and its reactions in the stream, in
    /// this order.
    @SafeVarargs
    public final Then happens(Class<? extends Event>... types) {
        List<String> wanted = new ArrayList<>();
        for (Class<?> type : types) {
            wanted.add(type.getName());
        }
        assertThat(happened().stream().map(event -> event.getClass().getName()).toList())
                .as("%s: %s", what, happened())
                .isEqualTo(wanted);
        return this;
    }

    /// It was decided against for this reason.
    public Then isRefused(String code) {
        assertThat(outcome).as(what).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).code()).as(what + ": " + outcome).isEqualTo(code);
        return this;
    }

    /// The actor may not.
    public Then isForbidden() {
        assertThat(outcome).as(what).isInstanceOf(Outcome.Forbidden.class);
        return this;
    }

    /// These persons could have, in any order; for what is forbidden or refused.
    public Then saysWhoCan(Id... persons) {
        List<Id> whoCan = switch (outcome) {
            case Outcome.Forbidden forbidden -> forbidden.whoCan();
            case Outcome.Refused refused -> refused.whoCan();
            case Outcome.Committed other -> throw unexpected();
            case Outcome.StepUp other -> throw unexpected();
            case Outcome.Unseen other -> throw unexpected();
            case Outcome.Unreadable other -> throw unexpected();
            case Outcome.Unavailable other -> throw unexpected();
            case Outcome.Unknown other -> throw unexpected();
            case Outcome.Faulted other -> throw unexpected();
        };
        assertThat(whoCan).as(what).containsExactlyInAnyOrder(persons);
        return this;
    }

    /// It speaks of something that does not exist, or not for the actor.
    public Then isUnseen() {
        assertThat(outcome).as(what).isInstanceOf(Outcome.Unseen.class);
        return this;
    }

    /// The actor would have to be signed in by one of these.
    public Then asksFor(String... amr) {
        assertThat(outcome).as(what).isEqualTo(new Outcome.StepUp(List.of(amr)));
        return this;
    }

    /// Something of it cannot be read.
    public Then isUnreadable() {
        assertThat(outcome).as(what).isInstanceOf(Outcome.Unreadable.class);
        return this;
    }

    public Outcome outcome() {
        return outcome;
    }

    /// What was recorded by the command and its reactions in the stream; fails unless it was committed.
    public List<Recorded<Event>> recorded() {
        if (!(outcome instanceof Outcome.Committed)) {
            throw unexpected();
        }
        return recorded;
    }

    private List<Event> happened() {
        return recorded().stream().map(Recorded::event).toList();
    }

    private AssertionError unexpected() {
        return new AssertionError(what + ": " + outcome);
    }
}
