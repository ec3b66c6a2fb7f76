package muster.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes through a stream's entries as an auditor does: folds them and judges each one's authority by
/// the same function that let it in, against the states before its append. Never runs `decide`, whose
/// code may change. One thread.
///
/// What it does not look at are the tree and its signatures; that an entry's bytes are what its header
/// committed to it does.
public final class Replay {
    private final Catalogue catalogue;
    private final Entries entries;
    private final Elsewhere elsewhere;
    private Fold fold;
    private Fold beforeAppend;
    private long endOfAppend;
    private @Nullable Cause append;
    private final List<Recorded<Event>> appended = new ArrayList<>();
    private Optional<Recorded<Event>> last = Optional.empty();
    private int rules;
    private long withheld;
    private long withheldFrom = Long.MAX_VALUE;
    /// Whether the states may lack something, so that what does not follow may follow all the same.
    private boolean incomplete;

    private boolean authorityWithheld;

    /// The other streams, as far as they are at hand.
    public interface Elsewhere {
        /// The organisation after its first `read.size()` entries; empty if they are not at hand.
        Optional<Readings> at(Read read);

        /// An entry of another stream; empty if it is not at hand or does not exist.
        Optional<Recorded<Event>> entry(StreamId stream, int epoch, long seq);
    }

    /// What is said of an entry.
    public sealed interface Verdict {}

    /// Folded and judged.
    public record Replayed() implements Verdict {}

    /// Its body is withheld: its place in the tree is proved, and nothing else.
    public record CommittedOnly() implements Verdict {}

    /// It cannot be judged without something that is not at hand.
    public record CannotProve(long seq, String words) implements Verdict {}

    /// It is not what Muster would have written.
    public record Wrong(long seq, String words) implements Verdict {}

    public Replay(Catalogue catalogue, StreamId stream, Elsewhere elsewhere) {
        this.catalogue = catalogue;
        this.entries = new Entries(catalogue);
        this.elsewhere = elsewhere;
        this.fold = Fold.empty(catalogue, stream);
        this.beforeAppend = fold;
    }

    /// The fold so far.
    public Fold fold() {
        return fold;
    }

    /// What the last entry says; empty where its body is withheld or it cannot be read.
    public Optional<Recorded<Event>> last() {
        return last;
    }

    public long withheld() {
        return withheld;
    }

    /// Takes the next entry. After `Wrong` the replay cannot go on.
    public Verdict next(Entry entry) {
        long seq = fold.size();
        last = Optional.empty();
        Header header;
        try {
            header = entries.header(entry);
        } catch (Malformed malformed) {
            return new Wrong(seq, String.valueOf(malformed.getMessage()));
        }
        try {
            Optional<Recorded<Event>> recorded = entries.read(entry, header);
            last = recorded;
            Optional<String> wrong = place(header);
            if (wrong.isPresent()) {
                return new Wrong(seq, wrong.get());
            }
            if (recorded.isEmpty()) {
                withheld++;
                incomplete = true;
                withheldFrom = Math.min(withheldFrom, seq);
                authorityWithheld |= header.authority();
                fold = fold.skip(header);
                return new CommittedOnly();
            }
            Verdict verdict = judged(recorded.get());
            withheldFrom = Long.MAX_VALUE;
            return verdict;
        } catch (Malformed malformed) {
            return new Wrong(seq, String.valueOf(malformed.getMessage()));
        } catch (IllegalStateException | IllegalArgumentException | ClassCastException impossible) {
            if (!incomplete) {
                return new Wrong(seq, "cannot follow what is before it: " + impossible.getMessage());
            }
            // from here on the states are not what they were
            authorityWithheld = true;
            fold = fold.skip(header);
            return new CannotProve(seq, "does not follow without what is withheld: " + impossible.getMessage());
        }
    }

    private Optional<String> place(Header header) {
        String wrong = null;
        if (header.v() != Entries.FORMAT) {
            wrong = "has format " + header.v() + ", which this build does not know";
        } else if (!header.stream().equals(fold.stream()) || header.seq() != fold.size()) {
            wrong = "says to be entry " + header.seq() + " of " + header.stream();
        } else if (header.recordedAt().isBefore(fold.recordedAt())) {
            wrong = "is recorded before the entry before it";
        } else if (header.rules() < rules || header.rules() > Catalogue.RULES) {
            wrong = "is under rules " + header.rules() + " after rules " + rules;
        } else if (goesBack(fold.reads(), header.reads())) {
            wrong = "reads less of another stream than the entry before it";
        } else if (fold.ground().isPresent()
                && !fold.ground().get().timeAt(header.recordedAt()).equals(header.time())) {
            wrong = "has another crisis time than the history gives";
        }
        rules = header.rules();
        return Optional.ofNullable(wrong);
    }

    private static boolean goesBack(List<Read> before, List<Read> now) {
        return before.stream()
                .anyMatch(old -> now.stream()
                        .filter(read -> read.stream().equals(old.stream()))
                        .noneMatch(read -> read.size() >= old.size()));
    }

    private Verdict judged(Recorded<Event> recorded) {
        long seq = fold.size();
        Optional<String> misplaced = append(recorded);
        if (misplaced.isPresent()) {
            return new Wrong(seq, misplaced.get());
        }
        if (recorded.header().authority() != recorded.event() instanceof Event.AuthorityBearing) {
            return new Wrong(seq, recorded.type() + " says wrongly whether it bears on authority");
        }
        Optional<Readings> outside = outside(recorded.header().reads());
        if (outside.isEmpty()) {
            // its own states are known all the same; what it sent elsewhere, and who was entitled, is not
            incomplete = true;
            authorityWithheld = true;
            fold = fold.evolve(recorded, Fold.empty(catalogue, StreamId.ORGANISATION));
            return new CannotProve(seq, "the organisation's entries that it read are not at hand");
        }
        if (authorityWithheld) {
            fold = fold.evolve(recorded, outside.get());
            return new CannotProve(seq, "an earlier entry that bears on authority is withheld");
        }
        Verdict verdict =
                recorded.actor() instanceof Actor.Muster ? bySystem(recorded) : byPerson(recorded, outside.get());
        fold = fold.evolve(recorded, outside.get());
        appended.add(recorded);
        return verdict;
    }

    /// Checks that the entry continues its append, or begins one where the last is complete.
    private Optional<String> append(Recorded<Event> recorded) {
        Cause cause = recorded.cause();
        if (fold.size() >= endOfAppend) {
            // the entries before it, back to the last that is shown, may be withheld ones of the same append
            boolean begins = cause.first() <= fold.size()
                    && cause.first() >= Math.max(endOfAppend, Math.min(withheldFrom, fold.size()))
                    && cause.first() + cause.count() > fold.size();
            if (!begins) {
                return Optional.of("begins in the middle of an append");
            }
            append = cause;
            endOfAppend = cause.first() + cause.count();
            beforeAppend = fold;
            appended.clear();
            return Optional.empty();
        }
        boolean same = append != null
                && cause.first() == append.first()
                && cause.count() == append.count()
                && cause.key().equals(append.key());
        return same ? Optional.empty() : Optional.of("breaks into the append before it");
    }

    private Optional<Readings> outside(List<Read> reads) {
        if (reads.isEmpty()) {
            return Optional.of(Fold.empty(catalogue, StreamId.ORGANISATION));
        }
        return reads.stream()
                .filter(read -> read.stream().isOrganisation())
                .findFirst()
                .flatMap(elsewhere::at);
    }

    private Verdict byPerson(Recorded<Event> recorded, Readings outside) {
        long seq = fold.size();
        if (!(recorded.cause().by() instanceof Cause.Asked)) {
            return new Wrong(seq, "has an actor but nobody's command behind it");
        }
        Readings readings = new Snapshot(beforeAppend, outside);
        Standing standing = recorded.actor() instanceof Actor.Responder responder
                ? catalogue.authority(fold.scope()).standing(responder, readings, recorded.recordedAt())
                : Standing.STRANGER;
        if (recorded.actor() instanceof Actor.Responder && !standing.member()) {
            return new Wrong(seq, "is by somebody who was not in the room");
        }
        Circumstances circumstances = new Circumstances(recorded.actor(), standing, readings, recorded.recordedAt());
        Feature<Command, Event, Object> feature = catalogue.owner(recorded.event(), fold.scope());
        Permission needed = feature.needed(recorded.event(), fold.stateOf(feature.key()), circumstances);
        return switch (Judge.judge(needed, circumstances)) {
            case Judge.Denied denied ->
                judged(seq, recorded.type() + " was not permitted to its actor: it needs " + denied.words());
            case Judge.Permitted(List<String> by) ->
                Turn.entitlement(standing, by).equals(recorded.authority())
                        ? new Replayed()
                        : judged(seq, "states another authority than its actor had");
        };
    }

    /// What cannot be reconciled with the states is wrong only where all of them are known.
    private Verdict judged(long seq, String words) {
        return !incomplete ? new Wrong(seq, words) : new CannotProve(seq, words);
    }

    /// Muster itself acts only for a declared reaction, a due alarm, an errand on its way, or housekeeping.
    private Verdict bySystem(Recorded<Event> recorded) {
        long seq = fold.size();
        if (!recorded.authority().equals(Entitlement.NONE)) {
            return new Wrong(seq, "claims an authority for Muster itself");
        }
        Optional<String> wrong = switch (recorded.cause().by()) {
            case Cause.Asked asked -> Optional.of("is by Muster itself on a command");
            case Cause.Reacted(long cause, String reaction) -> reacted(recorded, cause, reaction);
            case Cause.Rang(String feature, String alarm, java.time.Instant due) ->
                beforeAppend.holds(feature, alarm, due) && !due.isAfter(recorded.time())
                        ? Optional.empty()
                        : Optional.of("rings for an alarm that was not due");
            case Cause.Crossed crossed -> {
                Optional<Recorded<Event>> cause = elsewhere.entry(crossed.stream(), crossed.epoch(), crossed.seq());
                if (cause.isEmpty()) {
                    yield Optional.of(
                            "follows from an entry that is not at hand: " + crossed.stream() + " " + crossed.seq());
                }
                yield declared(recorded, cause.get(), crossed.reaction());
            }
            case Cause.Returned(String errand) ->
                beforeAppend.outstanding(errand).isPresent() && recorded.event() instanceof KernelEvent.Settled
                        ? Optional.empty()
                        : Optional.of("settles an errand that was not on its way");
            case Cause.Kept kept ->
                recorded.event() instanceof KernelEvent.ClockAnomaly
                                || (recorded.event() instanceof KernelEvent.Genesis && seq == 0)
                        ? Optional.empty()
                        : Optional.of("is not housekeeping");
        };
        return wrong.map(words -> judged(seq, words)).orElseGet(Replayed::new);
    }

    private Optional<String> reacted(Recorded<Event> recorded, long cause, String reaction) {
        return appended.stream()
                .filter(earlier -> earlier.seq() == cause)
                .findFirst()
                .map(earlier -> declared(recorded, earlier, reaction))
                .orElse(Optional.of("reacts to an entry outside its append"));
    }

    private Optional<String> declared(Recorded<Event> effect, Recorded<Event> cause, String name) {
        boolean declared = effect.event() instanceof KernelEvent.ReactionRefused
                || catalogue.reactions(cause.event()).stream()
                        .filter(reaction -> reaction.name().equals(name))
                        .anyMatch(reaction ->
                                reaction.may().contains(effect.event().getClass()));
        return declared
                ? Optional.empty()
                : Optional.of(effect.type() + " is not declared to follow from " + cause.type() + " by " + name);
    }
}
