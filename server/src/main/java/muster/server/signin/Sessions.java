package muster.server.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import muster.kernel.Actor;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Id;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.people.Directory;
import muster.people.People;
import muster.people.PeopleCommand;
import muster.people.Session;
import muster.server.door.Asked;
import muster.server.door.Caller;
import muster.server.door.Callers;
import muster.server.feed.TimelineDoor;

/// Tells who asks by the sessions that the organisation recorded. Only when a browser session last asked for
/// something is kept here: one that was quiet too long is ended, and the record says so.
public final class Sessions implements Callers, TimelineDoor.Witnesses {
    private static final int MANY = 20_000;

    private final Engine engine;
    private final Tokens tokens;
    private final Entropy entropy;
    private final Duration idle;
    private final LongSupplier nanos;
    private final Map<Id, Long> asked = new ConcurrentHashMap<>();

    /// @param idle after which a browser session ends
    /// @param nanos a clock that never jumps
    public Sessions(Engine engine, Tokens tokens, Entropy entropy, Duration idle, LongSupplier nanos) {
        this.engine = engine;
        this.tokens = tokens;
        this.entropy = entropy;
        this.idle = idle;
        this.nanos = nanos;
    }

    @Override
    public Optional<Caller> of(Asked request) {
        Optional<String> authorization = request.header("Authorization");
        if (authorization.isPresent()) {
            return authorization
                    .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                    .flatMap(value -> tokens.session(value.substring(7).strip()))
                    .flatMap(session -> caller(session, Caller.By.BEARER));
        }
        return request.cookie(Cookies.NAME)
                .flatMap(tokens::session)
                .flatMap(session -> caller(session, Caller.By.COOKIE))
                .filter(this::isAwake);
    }

    private Optional<Caller> caller(Id session, Caller.By by) {
        Directory directory = directory();
        return directory
                .session(session)
                .map(Sessions::actor)
                .filter(actor -> directory.honours(actor, engine.now()))
                .map(actor -> new Caller(actor, by));
    }

    private static Actor.Responder actor(Session session) {
        return new Actor.Responder(session.person(), session.id(), session.amr(), Optional.empty(), session.since());
    }

    private Directory directory() {
        return engine.published(StreamId.ORGANISATION).fold().stateOf(People.KEY);
    }

    /// Notes that the session asks for something; false, and the end of it, if it was quiet too long.
    private boolean isAwake(Caller caller) {
        Id session = caller.actor().session();
        if (asked.size() > MANY) {
            asked.keySet()
                    .forEach(each ->
                            directory().session(each).filter(this::slept).ifPresent(this::end));
        }
        if (slept(session)) {
            end(caller.actor());
            return false;
        }
        asked.put(session, nanos.getAsLong());
        return true;
    }

    private boolean slept(Session session) {
        return slept(session.id());
    }

    private boolean slept(Id session) {
        Long last = asked.get(session);
        return last != null && nanos.getAsLong() - last > idle.toNanos();
    }

    private void end(Session session) {
        end(actor(session));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what the engine promises never fails, and nobody waits for it
    private void end(Actor.Responder actor) {
        engine.submit(ending(actor, "Nothing was asked for too long.", entropy))
                .thenRun(() -> asked.remove(actor.session()));
    }

    /// The command by which somebody signs out.
    static Submission ending(Actor.Responder actor, String reason, Entropy entropy) {
        return Submission.of(
                StreamId.ORGANISATION,
                actor,
                new PeopleCommand.EndSession(actor.session(), reason),
                entropy.id().text());
    }

    @Override
    public boolean honours(Caller caller) {
        return directory().honours(caller.actor(), engine.now())
                && (caller.by() == Caller.By.BEARER || !slept(caller.actor().session()));
    }

    /// The person's latest session that was open then.
    @Override
    public Optional<Actor.Responder> of(Id person, Snapshot then, Instant recordedAt) {
        Directory directory = then.stateOf(People.KEY);
        return directory.sessions().stream()
                .filter(session -> session.person().equals(person))
                .sorted(Comparator.comparing(Session::since).reversed())
                .map(Sessions::actor)
                .filter(actor -> directory.honours(actor, recordedAt))
                .findFirst();
    }
}
