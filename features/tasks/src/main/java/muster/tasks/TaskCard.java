package muster.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.kernel.View;

/// A task as a screen shows it.
///
/// @param since crisis time since when it is in this state
/// @param ownerLeft whether its owner no longer takes part
/// @param seekers who has to find somebody to own it
/// @param stop that the decision it is done for no longer holds; empty again once its owner has answered
/// @param dependsOn tasks that have to be done before it is started
/// @param pending those that are not done
/// @param lost those that never will be, because they were dropped
/// @param dependents tasks that wait for this one
/// @param gate the decision it is done for
/// @param matters what matters next has the highest number: risk times what hangs on it; 0 when it is over
/// @param hanging how many open tasks cannot start before it is done
/// @param critical whether it is on the longest chain of open tasks
/// @param digest of the entry that gave it its present words
public record TaskCard(
        Id id,
        String title,
        String description,
        Optional<String> subject,
        TaskState state,
        Instant since,
        Optional<Id> askedBy,
        Optional<Id> owner,
        boolean ownerLeft,
        Optional<Holding.Invitation> offer,
        Optional<Holding.Substitute> substitute,
        List<Id> seekers,
        Risk risk,
        String riskReason,
        Optional<Instant> due,
        boolean overdue,
        Optional<Duration> expected,
        Optional<Blocked> blocked,
        Optional<Progress.Stop> stop,
        List<Id> dependsOn,
        List<Id> pending,
        List<Id> lost,
        List<Id> dependents,
        Optional<Ties.Gate> gate,
        boolean evidenceRequired,
        List<Ref> evidence,
        Optional<Id> verifier,
        int matters,
        int hanging,
        boolean critical,
        Optional<Ref> origin,
        String digest)
        implements View.Card, View.Waiting {
    private static final String WITHHELD = "(withheld)";

    /// Why it cannot go on.
    public record Blocked(BlockCause cause, Optional<Id> person, Optional<Ref> thing, String note, Instant since) {}

    static TaskCard of(Task task) {
        Holding holding = task.holding();
        Terms terms = task.terms();
        Ties ties = task.ties();
        return new TaskCard(
                task.id(),
                shown(task.brief().title()),
                shown(task.brief().description()),
                task.brief().subject(),
                task.state(),
                task.since(),
                task.brief().askedBy(),
                holding.owner(),
                holding.left(),
                holding.invitation(),
                holding.substitute(),
                holding.seekers(),
                terms.risk(),
                shown(terms.riskReason()),
                terms.due(),
                terms.overdue(),
                terms.expected(),
                task.progress().blocker().map(TaskCard::blocked),
                task.progress().stop(),
                ties.dependsOn(),
                ties.pending(),
                ties.lost(),
                ties.dependents(),
                ties.gate(),
                terms.evidenceRequired(),
                task.progress().evidence(),
                terms.verifier(),
                task.place().matters(),
                task.place().hanging(),
                task.place().critical(),
                task.brief().origin(),
                task.brief().digest());
    }

    private static Blocked blocked(Progress.Blocker blocker) {
        return new Blocked(blocker.cause(), blocker.person(), blocker.thing(), shown(blocker.note()), blocker.since());
    }

    private static String shown(Content<String> words) {
        return words.or(WITHHELD);
    }

    /// Who can move it on and has not: whoever is asked to take it, to find an owner, to answer, to verify,
    /// whoever it is blocked by, and an owner who is late or waits for what never comes.
    @Override
    public Set<Id> waitsFor() {
        Set<Id> persons = new LinkedHashSet<>();
        if (!state.isOpen()) {
            return persons;
        }
        if (offer.isPresent()) {
            persons.add(offer.get().to());
            persons.addAll(offer.get().escalatedTo());
        } else {
            persons.addAll(seekers);
        }
        if (state == TaskState.AWAITING_VERIFICATION) {
            verifier.ifPresent(persons::add);
        } else if (overdue || !lost.isEmpty()) {
            owner.ifPresent(persons::add);
        }
        if (stop.isPresent()) {
            Stream.concat(owner.stream(), substitute.map(Holding.Substitute::person).stream())
                    .forEach(persons::add);
        }
        blocked.flatMap(Blocked::person).ifPresent(persons::add);
        return persons;
    }
}
