package muster.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/// A stream's history folded to a moment: the state of every feature, and what is still on its way outside.
/// Immutable and persistent: a fold of every moment can be kept, because each shares almost everything with
/// its neighbours.
public final class Fold implements Readings {
    private final Catalogue catalogue;
    private final StreamId stream;
    private final int epoch;
    private final long size;
    private final Instant recordedAt;
    private final Instant time;
    private final List<Read> reads;
    private final HashPMap<String, Object> states;
    private final TreePMap<String, Outstanding> outstanding;

    /// Something that an event sends outside its stream and whose outcome is not recorded yet.
    ///
    /// @param key makes it happen once: digest over stream, epoch, seq, name and n
    /// @param seq the entry that asks for it
    /// @param name the reaction, or `errand <feature>`
    /// @param n which of that entry's, from 0
    public record Outstanding(String key, int epoch, long seq, String name, int n, Parcel parcel) {}

    /// What is on its way.
    public sealed interface Parcel {}

    /// To the outside world.
    public record Outward(Errand errand) implements Parcel {}

    /// To another stream.
    public record Across(Reaction.Directed directed) implements Parcel {}

    private Fold(
            Catalogue catalogue,
            StreamId stream,
            int epoch,
            long size,
            Instant recordedAt,
            Instant time,
            List<Read> reads,
            HashPMap<String, Object> states,
            TreePMap<String, Outstanding> outstanding) {
        this.catalogue = catalogue;
        this.stream = stream;
        this.epoch = epoch;
        this.size = size;
        this.recordedAt = recordedAt;
        this.time = time;
        this.reads = reads;
        this.states = states;
        this.outstanding = outstanding;
    }

    /// The fold of nothing.
    public static Fold empty(Catalogue catalogue, StreamId stream) {
        return new Fold(
                catalogue,
                stream,
                1,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                HashTreePMap.empty(),
                TreePMap.empty());
    }

    /// Everything that makes up a fold, for whoever keeps it.
    record Whole(
            StreamId stream,
            int epoch,
            long size,
            Instant recordedAt,
            Instant time,
            List<Read> reads,
            Map<String, Object> states,
            Collection<Outstanding> outstanding) {}

    Whole whole() {
        return new Whole(stream, epoch, size, recordedAt, time, reads, states, outstanding.values());
    }

    static Fold of(Catalogue catalogue, Whole whole) {
        TreePMap<String, Outstanding> outstanding = TreePMap.empty();
        for (Outstanding each : whole.outstanding()) {
            outstanding = outstanding.plus(each.key(), each);
        }
        return new Fold(
                catalogue,
                whole.stream(),
                whole.epoch(),
                whole.size(),
                whole.recordedAt(),
                whole.time(),
                whole.reads(),
                HashTreePMap.from(whole.states()),
                outstanding);
    }

    /// The fold after one more entry.
    ///
    /// @param outside the organisation at the position the entry reads
    /// @throws IllegalStateException if the event cannot follow
    public Fold evolve(Recorded<Event> recorded, Readings outside) {
        Header header = recorded.header();
        if (header.seq() != size || !header.stream().equals(stream)) {
            throw new IllegalStateException("entry " + header.seq() + " of " + header.stream() + " cannot follow "
                    + size + " entries of " + stream);
        }
        Feature<Command, Event, Object> feature = catalogue.owner(recorded.event(), scope());
        Object after = feature.evolve(stateOf(feature.key()), recorded);
        Fold next = new Fold(
                catalogue,
                stream,
                header.epoch(),
                size + 1,
                header.recordedAt(),
                header.time(),
                header.reads(),
                states.plus(feature.key().name(), after),
                outstanding);
        return next.send(recorded, feature, after, outside);
    }

    /// The fold after an entry whose body is withheld: its place is taken, nothing else is known.
    public Fold skip(Header header) {
        return new Fold(
                catalogue,
                stream,
                header.epoch(),
                size + 1,
                header.recordedAt(),
                header.time(),
                header.reads(),
                states,
                outstanding);
    }

    private Fold send(
            Recorded<Event> recorded, Feature<Command, Event, Object> feature, Object after, Readings outside) {
        TreePMap<String, Outstanding> sent = outstanding;
        if (recorded.event() instanceof KernelEvent.Settled settled) {
            sent = sent.minus(settled.errand());
        }
        int n = 0;
        for (Errand errand : feature.errands(recorded, after)) {
            sent = plus(sent, recorded, "errand " + feature.key().name(), n++, new Outward(errand));
        }
        for (Reaction<Event> reaction : catalogue.reactions(recorded.event())) {
            n = 0;
            for (Reaction.Directed directed : reaction.react(recorded, new Snapshot(this, outside))) {
                if (!(directed.to() instanceof Reaction.Here)) {
                    sent = plus(sent, recorded, reaction.name(), n, new Across(directed));
                }
                n++;
            }
        }
        return sent.equals(outstanding)
                ? this
                : new Fold(catalogue, stream, epoch, size, recordedAt, time, reads, states, sent);
    }

    private TreePMap<String, Outstanding> plus(
            TreePMap<String, Outstanding> sent, Recorded<Event> recorded, String name, int n, Parcel parcel) {
        String key = keyOf(stream, recorded.header().epoch(), recorded.seq(), name, n);
        return sent.plus(key, new Outstanding(key, recorded.header().epoch(), recorded.seq(), name, n, parcel));
    }

    /// The key under which something sent outside happens once.
    public static String keyOf(StreamId stream, int epoch, long seq, String name, int n) {
        return Digest.key(stream.text(), Integer.toString(epoch), Long.toString(seq), name, Integer.toString(n));
    }

    /// States of this stream's own features only.
    @Override
    public <S> S stateOf(Key<S> feature) {
        Object state = states.get(feature.name());
        if (state == null) {
            state = catalogue
                    .feature(feature.name(), feature.scope())
                    .orElseThrow(() -> new IllegalArgumentException("there is no feature " + feature))
                    .initial();
        }
        return feature.state().cast(state);
    }

    /// What holds for the stream as a whole; empty before its genesis.
    public Optional<Ground> ground() {
        Object house = states.get("kernel");
        return house == null ? Optional.empty() : ((Housekeeping.House) house).ground();
    }

    /// Which features live here; a stream that has not begun passes for a crisis unless it is the
    /// organisation.
    public Scope scope() {
        return ground().map(ground -> ground.kind().scope())
                .orElse(stream.isOrganisation() ? Scope.ORGANISATION : Scope.CRISIS);
    }

    public StreamId stream() {
        return stream;
    }

    public int epoch() {
        return epoch;
    }

    /// Entries folded: the next entry's position.
    public long size() {
        return size;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /// Crisis time of the last entry.
    public Instant time() {
        return time;
    }

    /// What the last entry was decided at.
    public List<Read> reads() {
        return reads;
    }

    /// What is on its way outside, in a stable order.
    public Iterable<Outstanding> outstanding() {
        return outstanding.values();
    }

    public Optional<Outstanding> outstanding(String key) {
        return Optional.ofNullable(outstanding.get(key));
    }

    /// The first alarm of any feature of the stream, with the feature that set it.
    public Optional<Ringing> firstAlarm() {
        return firstAlarm(ringing -> true);
    }

    /// The first wanted alarm of any feature of the stream.
    public Optional<Ringing> firstAlarm(Predicate<Ringing> wanted) {
        Optional<Ringing> first = Optional.empty();
        for (Feature<?, ?, ?> feature : catalogue.features(scope())) {
            String name = feature.key().name();
            Optional<Alarm> alarm = alarms(feature).first(each -> wanted.test(new Ringing(name, each)));
            if (alarm.isPresent()
                    && (first.isEmpty()
                            || alarm.get().due().isBefore(first.get().alarm().due()))) {
                first = Optional.of(new Ringing(name, alarm.get()));
            }
        }
        return first;
    }

    private <S> Alarms alarms(Feature<?, ?, S> feature) {
        return feature.alarms(stateOf(feature.key()));
    }

    /// Whether a feature's state holds this alarm.
    public boolean holds(String feature, String alarm, Instant due) {
        return catalogue
                .feature(feature, scope())
                .map(owner -> alarms(owner).holds(alarm, due))
                .orElse(false);
    }

    /// An alarm and the feature that set it.
    public record Ringing(String feature, Alarm alarm) {}

    /// What every feature of the stream reports as open, walked lazily.
    public Iterable<OpenItem> openItems() {
        return () -> catalogue.features(scope()).stream()
                .flatMap(feature ->
                        java.util.stream.StreamSupport.stream(open(feature).spliterator(), false))
                .iterator();
    }

    private <S> Iterable<OpenItem> open(Feature<?, ?, S> feature) {
        return feature.openItems(stateOf(feature.key()));
    }

    /// Whether both hold equal states and the same things on their way: what a replay is compared by.
    public boolean sameAs(Fold other) {
        return size == other.size && states.equals(other.states) && outstanding.equals(other.outstanding);
    }

    /// Whether nothing at all tells them apart.
    public boolean isCopyOf(Fold other) {
        return sameAs(other)
                && stream.equals(other.stream)
                && epoch == other.epoch
                && recordedAt.equals(other.recordedAt)
                && time.equals(other.time)
                && reads.equals(other.reads);
    }
}
