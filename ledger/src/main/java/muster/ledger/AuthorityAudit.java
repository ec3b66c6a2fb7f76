package muster.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Alarm;
import muster.kernel.Alarms;
import muster.kernel.Catalogue;
import muster.kernel.Cause;
import muster.kernel.Entries;
import muster.kernel.Entry;
import muster.kernel.Errand;
import muster.kernel.Event;
import muster.kernel.Feature;
import muster.kernel.Fold;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.Reaction;
import muster.kernel.Read;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Replay;
import muster.kernel.Scope;
import muster.kernel.StreamId;

/// Folds the streams whose bytes were found sound and judges the authority of every entry; the organisation
/// first, because the others are judged by it. Also holds against the history what the server goes by: which
/// streams there must be, and when each wants to be woken.
final class AuthorityAudit implements Replay.Elsewhere {
    private final Catalogue catalogue;
    private final Entries entries;
    private final Evidence evidence;
    private final Claims claims;
    private final Map<StreamId, StreamAudit> streams = new LinkedHashMap<>();
    private final Map<Long, Fold> organisation = new HashMap<>();
    /// The parcels by which the organisation begins streams, by their key.
    private final Map<String, StreamId> births = new HashMap<>();
    /// Streams whose beginning is recorded as done, with the entry that says so.
    private final Map<StreamId, Long> begun = new LinkedHashMap<>();
    private final Progress progress;
    private final long all;
    private long done;
    private long organisationSound;

    AuthorityAudit(Catalogue catalogue, Evidence evidence, Claims claims, List<StreamAudit> audits, Progress progress) {
        this.catalogue = catalogue;
        this.entries = new Entries(catalogue);
        this.evidence = evidence;
        this.claims = claims;
        this.progress = progress;
        this.all = audits.stream().mapToLong(StreamAudit::sound).sum();
        audits.forEach(audit -> streams.put(audit.stream(), audit));
        organisation.put(0L, Fold.empty(catalogue, StreamId.ORGANISATION));
    }

    /// Judges a stream; what is wrong with it goes to its findings.
    StreamReport run(StreamAudit audit) {
        Run run = new Run(audit);
        try {
            evidence.entries(audit.stored(), audit.sound(), line -> run.next(line.entry()));
        } catch (SQLException damaged) {
            audit.findings()
                    .add(Finding.tampered(audit.stream(), run.size(), "cannot be read: " + damaged.getMessage()));
        }
        run.end();
        return audit.report(run.replayed, run.replay.withheld());
    }

    /// The judgement of one stream.
    private final class Run {
        private final StreamAudit audit;
        private final Replay replay;
        private final Set<Long> wanted;
        private long replayed;
        private boolean unproved;
        private boolean stopped;

        Run(StreamAudit audit) {
            this.audit = audit;
            this.replay = new Replay(catalogue, audit.stream(), AuthorityAudit.this);
            this.wanted = audit.stream().isOrganisation() ? claims.sizes(audit.stream()) : Set.of();
        }

        long size() {
            return replay.fold().size();
        }

        boolean next(Entry entry) {
            progress.passed(Progress.Pass.AUTHORITY, ++done, all);
            Fold before = replay.fold();
            switch (replay.next(entry)) {
                case Replay.Replayed fine -> replayed++;
                case Replay.CommittedOnly withheld -> {}
                case Replay.CannotProve(long seq, String words) -> cannotProve(seq, words);
                case Replay.Wrong(long seq, String words) -> {
                    stopped = true;
                    audit.findings()
                            .add(
                                    isOfNewerBuild(entry)
                                            ? Finding.unproved(audit.stream(), seq, words)
                                            : Finding.tampered(audit.stream(), seq, words));
                }
            }
            // without an entry that was not folded, nothing that follows can be judged
            stopped |= replay.fold() == before;
            if (stopped) {
                return false;
            }
            if (audit.stream().isOrganisation()) {
                passed(before, replay.fold(), entry, wanted);
            }
            return true;
        }

        private void cannotProve(long seq, String words) {
            if (!unproved) {
                audit.findings().add(Finding.unproved(audit.stream(), seq, words));
            }
            unproved = true;
        }

        void end() {
            if (audit.stream().isOrganisation()) {
                organisationSound = size();
            } else {
                birth(audit);
            }
            if (!stopped && !unproved && size() == audit.size() && size() > 0) {
                alarm(audit, replay.fold());
            }
        }
    }

    /// Whether only a newer Muster could judge the entry.
    private boolean isOfNewerBuild(Entry entry) {
        try {
            var header = entries.header(entry);
            byte[] body = entry.body();
            boolean knowsType = body == null
                    || isKnown(header.stream(), BodyText.parse(body).type());
            return header.v() > Entries.FORMAT || header.rules() > Catalogue.RULES || !knowsType;
        } catch (Malformed damaged) {
            return false;
        }
    }

    private boolean isKnown(StreamId stream, String type) {
        return stream.isOrganisation()
                ? catalogue.event(Scope.ORGANISATION, type).isPresent()
                : catalogue.event(Scope.CRISIS, type).isPresent()
                        || catalogue.event(Scope.CONTROL, type).isPresent();
    }

    private void passed(Fold before, Fold after, Entry entry, Set<Long> wanted) {
        if (wanted.contains(after.size())) {
            organisation.put(after.size(), after);
        }
        for (Fold.Outstanding parcel : after.outstanding()) {
            born(parcel).ifPresent(stream -> births.put(parcel.key(), stream));
        }
        for (Fold.Outstanding parcel : before.outstanding()) {
            Optional<StreamId> stream = born(parcel);
            if (stream.isPresent() && after.outstanding(parcel.key()).isEmpty() && isDone(entry)) {
                begun.put(stream.get(), after.size() - 1);
            }
        }
    }

    private static Optional<StreamId> born(Fold.Outstanding parcel) {
        return parcel.parcel() instanceof Fold.Across(Reaction.Directed directed)
                        && directed.to() instanceof Reaction.New birth
                ? Optional.of(birth.stream())
                : Optional.empty();
    }

    private boolean isDone(Entry entry) {
        return entries.read(entry)
                .filter(recorded -> recorded.event() instanceof KernelEvent.Settled settled
                        && settled.outcome() == Errand.Outcome.DONE)
                .isPresent();
    }

    /// Every stream but the organisation's is begun by an entry of the organisation that sends for it.
    private void birth(StreamAudit audit) {
        if (audit.sound() == 0) {
            return;
        }
        Optional<Cause.Crossed> by =
                audit.begunBy().filter(crossed -> crossed.stream().isOrganisation());
        if (by.isEmpty()) {
            audit.findings().add(Finding.tampered(audit.stream(), 0, "is begun by nothing in the organisation"));
            return;
        }
        Cause.Crossed crossed = by.get();
        String key = Fold.keyOf(crossed.stream(), crossed.epoch(), crossed.seq(), crossed.reaction(), crossed.n());
        boolean sentFor = audit.stream().equals(births.get(key));
        if (!sentFor && crossed.seq() < organisationSound) {
            audit.findings()
                    .add(Finding.tampered(
                            audit.stream(),
                            0,
                            "says to be begun by entry " + crossed.seq() + " of the organisation, which did not"));
        }
    }

    /// Streams that the organisation saw begin and that are not there.
    List<Finding> missing() {
        List<Finding> missing = new ArrayList<>();
        begun.forEach((stream, seq) -> {
            if (!streams.containsKey(stream)) {
                missing.add(Finding.tampered(
                        stream,
                        0,
                        "is missing with the whole stream, which the organisation's entry " + seq + " saw begin"));
            }
        });
        return missing;
    }

    /// The next alarm must be one that the history gives: the first that is not due yet, or one that was due when
    /// the last entry was written (of these the server passes over any that rang without effect).
    private void alarm(StreamAudit audit, Fold fold) {
        Set<Optional<Instant>> possible = new HashSet<>();
        Optional<Instant> first = Optional.empty();
        for (Feature<?, ?, ?> feature : catalogue.features(fold.scope())) {
            Alarms alarms = alarms(feature, fold);
            for (Optional<Alarm> next = alarms.first(); next.isPresent(); next = alarms.first()) {
                Instant due = next.get().due();
                if (due.isAfter(fold.time())) {
                    first = first.filter(other -> !other.isAfter(due)).or(() -> Optional.of(due));
                    break;
                }
                possible.add(realTime(fold, due));
                alarms = alarms.without(next.get().id());
            }
        }
        possible.add(first.flatMap(due -> realTime(fold, due)));
        if (!possible.contains(audit.stored().nextAlarm())) {
            audit.findings()
                    .add(Finding.beside(audit.stream(), "its row has another next alarm than the entries give"));
        }
    }

    private static <S> Alarms alarms(Feature<?, ?, S> feature, Fold fold) {
        return feature.alarms(fold.stateOf(feature.key()));
    }

    private static Optional<Instant> realTime(Fold fold, Instant due) {
        return fold.ground().flatMap(ground -> ground.realTimeOf(due));
    }

    @Override
    public Optional<Readings> at(Read read) {
        return read.stream().isOrganisation() ? Optional.ofNullable(organisation.get(read.size())) : Optional.empty();
    }

    @Override
    public Optional<Recorded<Event>> entry(StreamId stream, int epoch, long seq) {
        StreamAudit audit = streams.get(stream);
        if (audit == null || seq >= audit.sound()) {
            return Optional.empty();
        }
        try {
            return evidence.entry(audit.stored(), seq)
                    .flatMap(entries::read)
                    .filter(recorded -> recorded.header().epoch() == epoch);
        } catch (SQLException | Malformed damaged) {
            return Optional.empty();
        }
    }
}
