package muster.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import muster.kernel.Actor;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Key;
import muster.kernel.Outcome;
import muster.kernel.Recorded;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.kernel.View;

/// A story told to Muster: `scenario.in(room).as(dana).when(new HandOver(…)).happens(new HandedOver(…))`.
///
/// Everything runs on the calling thread, errands included, and comes out the same in every run. After
/// every step the whole history of every touched stream is folded again and compared, every entry is
/// read back, every command is written and read, and the changed cards must turn the old board into the
/// new: every scenario is also a test of replay.
///
/// A value: `in` and `as` give another one that plays in the same world.
public final class Scenario {
    private final World world;
    private final StreamId stream;
    private final Actor actor;

    private Scenario(World world, StreamId stream, Actor actor) {
        this.world = world;
        this.stream = stream;
        this.actor = actor;
    }

    /// A new world with the organisation's history begun; speaks as the operator on the host, in the
    /// organisation.
    public static Scenario with(Catalogue catalogue) {
        return on(catalogue, new MemoryJournal());
    }

    /// A new world over this journal.
    public static Scenario on(Catalogue catalogue, Journal journal) {
        return new Scenario(new World(catalogue, journal, 1), StreamId.ORGANISATION, Actors.operator());
    }

    public Scenario in(StreamId other) {
        return new Scenario(world, other, actor);
    }

    public Scenario as(Actor other) {
        return new Scenario(world, stream, other);
    }

    /// Gives a command; whatever follows from it has happened when this returns.
    public Then when(Command command) {
        return when(Submission.of(stream, actor, command, world.newKey()));
    }

    /// Gives a command with everything that can be said about it.
    public Then when(Submission submission) {
        Outcome outcome = world.submit(submission);
        List<Recorded<Event>> recorded = outcome instanceof Outcome.Committed committed
                ? world.engine.read(submission.stream(), committed.from(), committed.to() + 1)
                : List.of();
        return new Then(submission.command().toString(), outcome, recorded);
    }

    /// Gives a command that must be accepted: what came before the situation under test.
    public List<Recorded<Event>> give(Command command) {
        return when(command).recorded();
    }

    /// Gives many commands that must all be accepted, and checks the histories once at the end: for a
    /// long way to the situation under test.
    public Scenario giveAll(List<? extends Command> commands) {
        world.inOneStep(() -> commands.forEach(this::give));
        return this;
    }

    /// Lets time go by; alarms ring on the way, each when it is due.
    public Scenario after(Duration duration) {
        return at(world.clock.wall().plus(duration));
    }

    /// Lets time go by until this real time.
    public Scenario at(Instant then) {
        world.until(then);
        return this;
    }

    /// What the clock says, real time.
    public Instant now() {
        return world.engine.now();
    }

    /// The state of a feature of the stream, or of the organisation as the stream has read it.
    public <S> S state(Key<S> feature) {
        return snapshot().stateOf(feature);
    }

    /// Everything recorded in the stream.
    public List<Recorded<Event>> events() {
        return world.engine.read(stream, 0, world.engine.journal().tip(stream).size());
    }

    /// Everything of this type recorded in the stream.
    public <E extends Event> List<E> events(Class<E> type) {
        return events().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// The cards of a view for somebody with the general clearance.
    public List<View.Card> view(String name) {
        return Board.of(world.engine.catalogue(), snapshot()).cards(name);
    }

    /// The cards of a view, all of this type.
    public <C extends View.Card> List<C> view(String name, Class<C> type) {
        return view(name).stream().map(type::cast).toList();
    }

    /// The cards of a view for somebody with this clearance.
    public List<View.Card> view(String name, Clearance clearance) {
        return Board.of(world.engine.catalogue(), snapshot(), clearance).cards(name);
    }

    /// What the outside world was asked to do, in order; it all succeeded.
    public List<Errand> sent() {
        return List.copyOf(world.sent);
    }

    /// A fresh id, the same in every run.
    public Id newId() {
        return world.entropy.id();
    }

    public StreamId stream() {
        return stream;
    }

    public Engine engine() {
        return world.engine;
    }

    public HandClock clock() {
        return world.clock;
    }

    /// Another engine on the same journal and clock: a second node, or the same one after a restart.
    ///
    /// @param turns runs its turns
    public Engine anotherEngine(Executor turns) {
        return world.anotherEngine(turns, world.entropy.bytes(1)[0]);
    }

    private Snapshot snapshot() {
        return world.engine.published(stream).snapshot();
    }
}
