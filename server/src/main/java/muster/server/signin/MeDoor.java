package muster.server.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Engine;
import muster.kernel.Ground;
import muster.kernel.Id;
import muster.kernel.StreamId;
import muster.people.Directory;
import muster.people.People;
import muster.people.Person;
import muster.people.Session;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Door;
import muster.server.door.Entrance;
import muster.server.door.Problem;
import muster.server.door.TurnedAway;

/// `GET /api/me`: who is signed in, how and until when, and where: the first thing that a screen asks.
public final class MeDoor implements Door {
    private static final String WITHHELD = "(withheld)";

    private final Engine engine;
    private final Entrance entrance;
    private final String origin;
    private final boolean demonstration;

    /// @param origin under which browsers know this server
    public MeDoor(Engine engine, Entrance entrance, String origin, boolean demonstration) {
        this.engine = engine;
        this.entrance = entrance;
        this.origin = origin;
        this.demonstration = demonstration;
    }

    /// @param person its id
    /// @param zone IANA name of the time zone
    /// @param now the time that the server has
    /// @param demonstration whether the company is an invented one
    /// @param version of the build; absent where it is not packaged
    record Me(
            Id person,
            Person.Kind kind,
            String name,
            String handle,
            String zone,
            SignedIn session,
            Place organisation,
            Instant now,
            boolean demonstration,
            Optional<String> version) {}

    /// @param amr how (RFC 8176 words, or `link`, or `operator`)
    /// @param until when it ends at the latest
    record SignedIn(Id id, List<String> amr, Instant since, Instant until) {}

    /// @param name of the log: what every checkpoint's origin begins with
    /// @param origin under which browsers know this server
    record Place(String name, String origin) {}

    @Override
    public Answer open(Asked asked) {
        asked.onlyQueries();
        Id session = entrance.caller(asked).actor().session();
        Directory directory = engine.published(StreamId.ORGANISATION).fold().stateOf(People.KEY);
        return directory
                .session(session)
                .flatMap(open -> directory.person(open.person()).map(person -> me(person, open)))
                .map(Answer::json)
                .orElseThrow(() -> new TurnedAway(Problem.signIn()));
    }

    private Me me(Person person, Session session) {
        return new Me(
                person.id(),
                person.kind(),
                person.name().or(WITHHELD),
                person.handle().or(WITHHELD),
                person.zone(),
                new SignedIn(session.id(), session.amr(), session.since(), session.until()),
                new Place(name(), origin),
                engine.now(),
                demonstration,
                Optional.ofNullable(MeDoor.class.getPackage().getImplementationVersion()));
    }

    private String name() {
        String ours = engine.published(StreamId.ORGANISATION)
                .fold()
                .ground()
                .map(Ground::origin)
                .orElse("");
        int end = ours.indexOf("/organisation/");
        return end < 0 ? ours : ours.substring(0, end);
    }
}
