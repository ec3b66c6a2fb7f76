package muster.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Takes commands and makes them history: one at a time in each stream, many streams side by side.
///
/// Safe for any thread. `submit` never blocks; turns run on the given executor, which may be a pool of
/// virtual threads or the single-threaded queue of a simulation. Several engines may share one journal:
/// compare-and-append on the position is the only fence, and whoever loses decides again on the fresh
/// state.
public final class Engine {
    private static final int KEEP_CRISIS = 500;
    private static final int KEEP_ORGANISATION = 1;

    private final Catalogue catalogue;
    private final Entries entries;
    private final Journal journal;
    private final ClockWatch clock;
    private final Entropy entropy;
    private final Secret secret;
    private final Executor turns;
    private final String name;
    private final KeptFolds kept;
    private final Fold nothing;
    private final Map<StreamId, Line> lines = new ConcurrentHashMap<>();
    private final List<Consumer<Advance>> followers = new CopyOnWriteArrayList<>();

    /// What was just made durable in a stream.
    ///
    /// @param recorded the new entries, in order
    public record Advance(Published published, List<Recorded<Event>> recorded) {}

    /// @param secret for idempotency keys; kept outside the data directory
    /// @param turns runs the turns of the streams
    /// @param name of the log, which starts the origin line of every checkpoint: `acme.example/muster`
    public Engine(
            Catalogue catalogue,
            Journal journal,
            Time time,
            Entropy entropy,
            Secret secret,
            Executor turns,
            String name) {
        this(catalogue, journal, time, entropy, secret, turns, name, KeptFolds.NONE);
    }

    /// @param kept where folds are kept for the next start
    public Engine(
            Catalogue catalogue,
            Journal journal,
            Time time,
            Entropy entropy,
            Secret secret,
            Executor turns,
            String name,
            KeptFolds kept) {
        this.catalogue = catalogue;
        this.entries = new Entries(catalogue);
        this.journal = journal;
        this.clock = new ClockWatch(time);
        this.entropy = entropy;
        this.secret = secret;
        this.turns = turns;
        this.name = name;
        this.kept = kept;
        this.nothing = Fold.empty(catalogue, StreamId.ORGANISATION);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Entries entries() {
        return entries;
    }

    public Journal journal() {
        return journal;
    }

    KeptFolds kept() {
        return kept;
    }

    /// Now, as entries would be stamped.
    public Instant now() {
        return clock.now();
    }

    /// Gives a command to its stream. The future never completes exceptionally.
    public CompletableFuture<Outcome> submit(Submission submission) {
        try {
            if (!submission.stream().isOrganisation() && !exists(submission.stream())) {
                return CompletableFuture.completedFuture(new Outcome.Unseen());
            }
        } catch (Journal.JournalUnavailable unavailable) {
            return CompletableFuture.completedFuture(new Outcome.Unavailable(String.valueOf(unavailable.getMessage())));
        }
        return line(submission.stream()).submit(Request.of(submission, secret, catalogue));
    }

    /// Begins the organisation's stream, once; the operator's act. Answers the same where it has begun
    /// already.
    public CompletableFuture<Outcome> found() {
        KernelEvent.Genesis genesis =
                genesis(StreamKind.ORGANISATION, StreamId.ORGANISATION, Optional.empty(), Optional.empty());
        return line(StreamId.ORGANISATION)
                .submit(Request.of(Ask.plain(
                        new Actor.Operator("setup"),
                        new KernelCommand.Begin(genesis),
                        new Cause.Asked(),
                        Optional.of(Digest.key("genesis", "organisation")),
                        Optional.empty())));
    }

    KernelEvent.Genesis genesis(
            StreamKind kind, StreamId stream, Optional<String> charter, Optional<Instant> startsAt) {
        String place = switch (kind) {
            case ORGANISATION -> "organisation";
            case CRISIS -> "crisis/" + stream;
            case EXERCISE -> "exercise/" + stream;
            case CONTROL -> "exercise/control/" + stream;
        };
        String origin = name + "/" + place + "/1";
        return new KernelEvent.Genesis(kind, entropy.id(), 1, origin, journal.verifierKey(origin), charter, startsAt);
    }

    /// The outcome of an errand, from the courier; recorded once.
    public CompletableFuture<Outcome> settle(StreamId stream, String errand, Errand.Outcome outcome, String words) {
        return line(stream)
                .submit(Request.ofMuster(
                        new KernelCommand.Settle(errand, outcome, words),
                        new Cause.Returned(errand),
                        Digest.key("settle", errand),
                        Optional.empty()));
    }

    /// Carries a command that an entry of one stream sends to another; the answer is the other stream's.
    public CompletableFuture<Outcome> carry(StreamId from, Fold.Outstanding outstanding) {
        if (!(outstanding.parcel() instanceof Fold.Across(Reaction.Directed directed))) {
            throw new IllegalArgumentException(outstanding.name() + " does not go to another stream");
        }
        Cause.Origin by =
                new Cause.Crossed(from, outstanding.epoch(), outstanding.seq(), outstanding.name(), outstanding.n());
        return switch (directed.to()) {
            case Reaction.Here here -> throw new IllegalArgumentException(outstanding.name() + " stays in its stream");
            case Reaction.There(StreamId stream) ->
                line(stream).submit(Request.ofMuster(directed.command(), by, outstanding.key(), Optional.empty()));
            case Reaction.New(StreamId stream, StreamKind kind, String charter, Optional<Instant> startsAt) ->
                line(stream)
                        .submit(Request.ofMuster(
                                directed.command(),
                                by,
                                outstanding.key(),
                                Optional.of(genesis(kind, stream, Optional.of(charter), startsAt))));
        };
    }

    /// Looks whether alarms of the stream are due, and decides them.
    public CompletableFuture<Outcome> wake(StreamId stream) {
        return line(stream).submit(Request.wake());
    }

    /// When the stream wants to be woken next, real time.
    public Optional<Instant> nextAlarm(StreamId stream) {
        return line(stream).published().flatMap(published -> line(stream).nextAlarm(published.fold()));
    }

    /// What somebody could do now: decided on the published state, without writing anything.
    public List<Outcome> dry(StreamId stream, Actor actor, List<Command> commands) {
        Turn turn = line(stream).dryTurn();
        List<Outcome> outcomes = new ArrayList<>();
        for (Command command : commands) {
            outcomes.add(line(stream).dry(turn, actor, command));
        }
        return outcomes;
    }

    /// What the actor is entitled to in the stream now.
    public Standing standing(StreamId stream, Actor.Responder actor) {
        Published published = published(stream);
        Readings readings =
                new Snapshot(published.fold(), outsideNow(published.fold()).states());
        return catalogue.authority(published.fold().scope()).standing(actor, readings, now());
    }

    /// What the actor may see of the stream now.
    public Clearance clearance(StreamId stream, Actor.Responder actor) {
        Published published = published(stream);
        Readings readings =
                new Snapshot(published.fold(), outsideNow(published.fold()).states());
        return catalogue.authority(published.fold().scope()).clearance(actor, readings, now());
    }

    /// Whether such a stream has begun.
    public boolean exists(StreamId stream) {
        // asking for what does not exist must leave nothing behind
        return lines.containsKey(stream)
                ? line(stream).published().isPresent()
                : journal.tip(stream).size() > 0;
    }

    public List<StreamId> streams() {
        return journal.streams();
    }

    /// The stream as it is durably; reads it from the journal when it is asked for the first time.
    ///
    /// @throws IllegalArgumentException if it has not begun
    public Published published(StreamId stream) {
        return Optional.of(stream)
                .filter(this::exists)
                .flatMap(begun -> line(begun).published())
                .orElseThrow(() -> new IllegalArgumentException("there is no stream " + stream));
    }

    /// The stream as it was after its first `size` entries.
    public Snapshot at(StreamId stream, long size) {
        return line(stream).at(size);
    }

    /// The entries `from..to-1` with what they say.
    public List<Recorded<Event>> read(StreamId stream, long from, long to) {
        List<Recorded<Event>> recorded = new ArrayList<>();
        journal.read(stream, from, to, entry -> entries.read(entry).ifPresent(recorded::add));
        return recorded;
    }

    /// The append that was made under an actor's idempotency key; what `key` means is the actor's own.
    public Optional<Journal.Made> find(StreamId stream, Actor actor, String key) {
        return journal.find(stream, Request.keyOf(secret, actor, stream, key));
    }

    /// Tells a follower of every append, in order, on the thread of the turn: it must queue and return.
    /// Appends of other engines on the same journal are told when a turn of this engine meets them;
    /// `wake` looks for them.
    public void follow(Consumer<Advance> follower) {
        followers.add(follower);
    }

    public void unfollow(Consumer<Advance> follower) {
        followers.remove(follower);
    }

    /// What a stream reads of others: positions and the states at exactly these positions.
    record Outside(List<Read> reads, Readings states) {}

    /// The organisation as it is now, for whoever goes on from the fold. What a stream reads never goes
    /// back: where another engine has read further than this one has published, that position stays.
    Outside outsideNow(Fold fold) {
        Optional<Published> published = fold.stream().isOrganisation()
                ? Optional.empty()
                : line(StreamId.ORGANISATION).published();
        if (published.isEmpty()) {
            return new Outside(List.of(), nothing);
        }
        Journal.Tip tip = published.get().tip();
        boolean ahead =
                fold.reads().stream().anyMatch(read -> read.stream().isOrganisation() && read.size() > tip.size());
        return ahead
                ? new Outside(fold.reads(), outsideAt(fold.reads()))
                : new Outside(
                        List.of(new Read(StreamId.ORGANISATION, tip.epoch(), tip.size(), tip.root())),
                        published.get().fold());
    }

    /// The organisation at exactly the position that was read.
    Readings outsideAt(List<Read> reads) {
        for (Read read : reads) {
            if (read.stream().isOrganisation()) {
                return line(StreamId.ORGANISATION).at(read.size()).own();
            }
        }
        return nothing;
    }

    private Line line(StreamId stream) {
        return lines.computeIfAbsent(
                stream,
                id -> new Line(
                        this,
                        id,
                        entries,
                        clock,
                        entropy,
                        turns,
                        new History(
                                catalogue,
                                entries,
                                journal,
                                this::outsideAt,
                                kept,
                                id,
                                id.isOrganisation() ? KEEP_ORGANISATION : KEEP_CRISIS)));
    }

    /// A follower that fails harms neither the command, which is durable, nor the other followers.
    void advanced(Advance advance) {
        for (Consumer<Advance> follower : followers) {
            try {
                follower.accept(advance);
            } catch (RuntimeException fault) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
            }
        }
    }
}
