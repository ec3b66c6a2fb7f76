package muster.kernel;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides commands one after another on top of a durable fold, without writing anything: the pure heart of
/// the engine. Each accepted command becomes one append; the next is decided on the fold after it. Not
/// thread-safe.
final class Turn {
    private static final int DEEPEST = 8;

    private final Catalogue catalogue;
    private final Entries entries;
    private final Entropy entropy;
    private final List<Read> reads;
    private final Readings outside;
    private final Instant recordedAt;
    private Fold fold;

    /// @param durable the stream as it is stored
    /// @param reads the positions that are pinned
    /// @param outside the organisation at that position
    /// @param recordedAt real time of everything decided in this turn
    Turn(
            Catalogue catalogue,
            Entries entries,
            Entropy entropy,
            Fold durable,
            List<Read> reads,
            Readings outside,
            Instant recordedAt) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.entropy = entropy;
        this.fold = durable;
        this.reads = reads;
        this.outside = outside;
        this.recordedAt = recordedAt;
    }

    /// What came of it.
    sealed interface Answer {}

    /// @param recorded what was decided, in order; part of the turn's fold already
    record Decided(Journal.Append append, List<Recorded<Event>> recorded) implements Answer {}

    record Final(Outcome outcome) implements Answer {}

    Fold fold() {
        return fold;
    }

    /// The same turn over again from where it stands.
    Turn again() {
        return new Turn(catalogue, entries, entropy, fold, reads, outside, recordedAt);
    }

    /// The organisation at the positions that are pinned.
    Readings outside() {
        return outside;
    }

    Instant time() {
        return fold.ground().map(ground -> ground.timeAt(recordedAt)).orElse(recordedAt);
    }

    /// An event on its way into the append.
    private record Planned(Event event, Actor actor, Cause.Origin by, int depth, Entitlement authority, Lane lane) {}

    /// Why a command cannot go on; carries its outcome.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        Stopped(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    Answer decide(Ask ask) {
        Fold before = fold;
        try {
            return attempt(ask, before);
        } catch (Stopped stopped) {
            fold = before;
            return new Final(stopped.outcome);
        } catch (Malformed malformed) {
            fold = before;
            return new Final(new Outcome.Unreadable(malformed.field(), String.valueOf(malformed.getMessage())));
        } catch (RuntimeException fault) {
            fold = before;
            return new Final(new Outcome.Faulted(catalogue.nameOf(ask.command()) + ": " + fault));
        }
    }

    private Answer attempt(Ask ask, Fold before) {
        Readings readings = new Snapshot(before, outside);
        Circumstances circumstances = circumstances(ask.actor(), readings);
        if (ask.actor() instanceof Actor.Responder && !circumstances.standing().member()) {
            throw new Stopped(new Outcome.Unseen());
        }
        findAll(ask, readings, circumstances);
        List<Planned> plan = new ArrayList<>();
        ask.birth()
                .ifPresent(genesis -> plan.add(
                        new Planned(genesis, Actor.muster(), new Cause.Kept(), 0, Entitlement.NONE, Lane.GENERAL)));
        boolean simple = plan.isEmpty();
        Fold running = before;
        for (Planned planned : plan) {
            running = running.evolve(provisional(planned, ask, running), outside);
        }
        for (Iterator<Event> events = accepted(ask, running, circumstances).iterator(); events.hasNext(); ) {
            Event event = events.next();
            simple &= catalogue.reactions(event).isEmpty();
            plan.add(authorised(event, ask, running, circumstances));
            // most commands have one event, and sealing it folds it anyway
            if (events.hasNext()) {
                running = running.evolve(provisional(plan.getLast(), ask, running), outside);
            }
        }
        if (!simple) {
            follow(plan, ask, before);
        }
        return sealed(plan, ask);
    }

    Circumstances circumstances(Actor actor, Readings readings) {
        Standing standing = actor instanceof Actor.Responder responder
                ? catalogue.authority(fold.scope()).standing(responder, readings, recordedAt)
                : Standing.STRANGER;
        return new Circumstances(actor, standing, readings, recordedAt);
    }

    /// The asker speaks in a lane of theirs, and every reference of the command leads to something they may
    /// see, else nothing is said.
    private void findAll(Ask ask, Readings readings, Circumstances circumstances) {
        if (!(ask.actor() instanceof Actor.Responder responder)) {
            return;
        }
        Clearance clearance = catalogue.authority(fold.scope()).clearance(responder, readings, recordedAt);
        if (!clearance.sees(ask.lane())) {
            throw new Stopped(new Outcome.Unseen());
        }
        for (Ref ref : catalogue.shapeOf(ask.command().getClass()).refs(ask.command())) {
            Optional<Found> found = catalogue
                    .feature(ref.feature(), fold.scope())
                    .flatMap(feature -> find(feature, readings, ref.id()))
                    .filter(each -> clearance.sees(each.lane()));
            if (found.isEmpty()) {
                throw new Stopped(new Outcome.Unseen());
            }
            if (ref.digest().isPresent()
                    && !ref.digest().get().equals(found.get().digest())) {
                throw new Stopped(refusal(
                        ask,
                        circumstances,
                        "reference-changed",
                        "What is referred to has changed since; look at it again."));
            }
        }
    }

    private static <S> Optional<Found> find(Feature<?, ?, S> feature, Readings readings, Id id) {
        return feature.find(readings.stateOf(feature.key()), id);
    }

    private List<Event> accepted(Ask ask, Fold running, Circumstances circumstances) {
        Feature<Command, Event, Object> feature = catalogue.owner(ask.command(), running.scope());
        Situation situation = situation(ask.actor(), ask.lane(), running, circumstances.standing());
        return switch (feature.decide(ask.command(), running.stateOf(feature.key()), situation)) {
            case Decision.Accepted<Event>(List<Event> events) -> {
                if (events.isEmpty()) {
                    throw new Stopped(refusal(ask, circumstances, "nothing-to-do", "That is already so."));
                }
                yield events;
            }
            case Decision.Refused<Event>(String code, String words) ->
                throw new Stopped(refusal(ask, circumstances, code, words));
            case Decision.Unseen<Event> unseen -> throw new Stopped(new Outcome.Unseen());
        };
    }

    /// A refusal tells nothing to somebody who has not the right at all.
    private Outcome refusal(Ask ask, Circumstances circumstances, String code, String words) {
        String right = catalogue.nameOf(ask.command());
        if (ask.actor() instanceof Actor.Responder && !circumstances.standing().has(right)) {
            return new Outcome.Forbidden(
                    "That needs the right " + right + ".",
                    catalogue.authority(fold.scope()).withRight(right, circumstances.readings(), recordedAt));
        }
        return new Outcome.Refused(code, words, List.of());
    }

    private Situation situation(Actor actor, Lane lane, Fold running, Standing standing) {
        return new Situation(
                running.stream(),
                running.ground().map(Ground::kind).orElse(StreamKind.ORGANISATION),
                actor,
                running.ground().map(ground -> ground.timeAt(recordedAt)).orElse(recordedAt),
                recordedAt,
                standing,
                lane,
                new Snapshot(running, outside),
                entropy::id,
                running.openItems());
    }

    private Planned authorised(Event event, Ask ask, Fold running, Circumstances circumstances) {
        Feature<Command, Event, Object> feature = catalogue.owner(event, running.scope());
        Object state = running.stateOf(feature.key());
        Lane lane = laneOf(event, running);
        if (ask.actor() instanceof Actor.Muster) {
            return new Planned(event, ask.actor(), ask.by(), 0, Entitlement.NONE, lane);
        }
        Permission needed = feature.needed(event, state, circumstances);
        return switch (Judge.judge(needed, circumstances)) {
            case Judge.Permitted(List<String> by) ->
                new Planned(event, ask.actor(), ask.by(), 0, entitlement(circumstances.standing(), by), lane);
            case Judge.Denied(Permission lacking, String words) ->
                throw new Stopped(
                        lacking instanceof Permission.Authenticated(List<String> amr)
                                ? new Outcome.StepUp(amr)
                                : new Outcome.Forbidden(
                                        "That needs " + words + ".",
                                        ask.actor() instanceof Actor.Responder
                                                ? Judge.whoCan(needed, catalogue.authority(fold.scope()), circumstances)
                                                : List.of()));
        };
    }

    private Lane laneOf(Event event, Fold running) {
        Feature<Command, Event, Object> feature = catalogue.owner(event, running.scope());
        return feature.lane(event, running.stateOf(feature.key()));
    }

    static Entitlement entitlement(Standing standing, List<String> by) {
        return new Entitlement(standing.seats(), by, standing.charter());
    }

    /// A reaction's command that waits to be decided.
    private record Reacting(Reaction<Event> reaction, Command command, long cause, int depth) {}

    /// Adds what reactions in the same stream bring about, breadth first: each command is decided on
    /// everything before it.
    private void follow(List<Planned> plan, Ask ask, Fold before) {
        Deque<Reacting> waiting = new ArrayDeque<>();
        Fold running = before;
        for (Planned planned : plan) {
            running = foldAhead(planned, ask, running, waiting);
        }
        while (!waiting.isEmpty()) {
            Reacting next = waiting.removeFirst();
            for (Planned planned : reacted(next, running)) {
                plan.add(planned);
                running = foldAhead(planned, ask, running, waiting);
            }
        }
    }

    private Fold foldAhead(Planned planned, Ask ask, Fold running, Deque<Reacting> waiting) {
        Recorded<Event> recorded = provisional(planned, ask, running);
        Fold next = running.evolve(recorded, outside);
        for (Reaction<Event> reaction : catalogue.reactions(planned.event)) {
            for (Reaction.Directed directed : reaction.react(recorded, new Snapshot(next, outside))) {
                if (directed.to() instanceof Reaction.Here) {
                    waiting.add(new Reacting(reaction, directed.command(), recorded.seq(), planned.depth + 1));
                }
            }
        }
        return next;
    }

    private List<Planned> reacted(Reacting reacting, Fold running) {
        String name = reacting.reaction.name();
        if (reacting.depth > DEEPEST) {
            throw new IllegalStateException(name + " reacts to itself without end");
        }
        Cause.Origin by = new Cause.Reacted(reacting.cause, name);
        Feature<Command, Event, Object> feature = catalogue.owner(reacting.command, running.scope());
        Object state = running.stateOf(feature.key());
        Situation situation = situation(Actor.muster(), Lane.GENERAL, running, Standing.STRANGER);
        List<Event> events = switch (feature.decide(reacting.command, state, situation)) {
            case Decision.Accepted<Event>(List<Event> accepted) -> accepted;
            case Decision.Refused<Event>(String code, String words) ->
                List.of(new KernelEvent.ReactionRefused(name, code, Content.of(words)));
            case Decision.Unseen<Event> unseen ->
                List.of(new KernelEvent.ReactionRefused(
                        name, "unseen", Content.of("What it speaks of does not exist.")));
        };
        return events.stream()
                .map(event -> new Planned(
                        event, Actor.muster(), by, reacting.depth, Entitlement.NONE, laneOf(event, running)))
                .toList();
    }

    /// The event as it will be, but for digests and count: enough to fold ahead.
    private Recorded<Event> provisional(Planned planned, Ask ask, Fold running) {
        Entries.Draft draft = draft(planned, ask, running, running.size(), 0);
        return new Recorded<>(
                draft.at(),
                catalogue.nameOf(planned.event),
                planned.lane,
                planned.actor,
                planned.authority,
                draft.occurred(),
                draft.seen(),
                draft.cause(),
                planned.event);
    }

    private Answer sealed(List<Planned> plan, Ask ask) {
        long first = fold.size();
        List<Entry> sealed = new ArrayList<>();
        List<Recorded<Event>> recorded = new ArrayList<>();
        for (Planned planned : plan) {
            Entries.Sealed entry = entries.seal(draft(planned, ask, fold, first, plan.size()), entropy);
            fold = fold.evolve(entry.recorded(), outside);
            sealed.add(entry.entry());
            recorded.add(entry.recorded());
        }
        return new Decided(new Journal.Append(sealed, ask.key(), ask.request()), recorded);
    }

    private Entries.Draft draft(Planned planned, Ask ask, Fold running, long first, int count) {
        Instant time =
                running.ground().map(ground -> ground.timeAt(recordedAt)).orElseGet(() -> startOf(planned.event));
        Header at = new Header(
                Entries.FORMAT,
                running.stream(),
                running.epoch(),
                running.size(),
                recordedAt,
                time,
                Catalogue.RULES,
                false,
                reads,
                "",
                "");
        boolean asked = planned.by instanceof Cause.Asked;
        return new Entries.Draft(
                at,
                planned.lane,
                planned.actor,
                planned.authority,
                asked ? ask.occurred() : Optional.empty(),
                asked ? ask.seen() : Optional.empty(),
                new Cause(first, count, planned.by, ask.key(), ask.request()),
                planned.event);
    }

    private Instant startOf(@Nullable Event event) {
        return event instanceof KernelEvent.Genesis genesis ? genesis.startsAt().orElse(recordedAt) : recordedAt;
    }
}
