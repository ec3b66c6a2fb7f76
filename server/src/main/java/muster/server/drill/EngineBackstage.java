package muster.server.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import muster.charter.Charters;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Fold;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.people.People;
import muster.people.Person;
import muster.server.console.Desk.DeskProblem;

/// The host's side of an engine in this process.
public final class EngineBackstage implements Backstage {
    private final Engine engine;
    private final Function<Id, String> tokens;
    private final Ids ids;
    private int given;

    /// @param tokens the token text of a session
    /// @param ids of the play: its keys make every command one request
    public EngineBackstage(Engine engine, Function<Id, String> tokens, Ids ids) {
        this.engine = engine;
        this.tokens = tokens;
        this.ids = ids;
    }

    @Override
    public void give(Command command) {
        Submission submission = Submission.of(
                StreamId.ORGANISATION, new Actor.Operator("drill"), command, ids.key("backstage " + given++));
        Outcome outcome = engine.submit(submission).join();
        if (!(outcome instanceof Outcome.Committed)) {
            throw new DeskProblem(engine.catalogue().nameOf(command) + " was not done: " + outcome);
        }
    }

    @Override
    public String token(Id session) {
        return tokens.apply(session);
    }

    @Override
    public Map<String, Id> people() {
        Map<String, Id> people = new LinkedHashMap<>();
        for (Person person : organisation().stateOf(People.KEY).persons()) {
            if (person.active()) {
                person.handle().value().ifPresent(handle -> people.put(handle, person.id()));
            }
        }
        return people;
    }

    @Override
    public List<String> charterInForce() {
        return organisation().stateOf(Charters.KEY).versionInForce().stream().toList();
    }

    private Fold organisation() {
        return engine.published(StreamId.ORGANISATION).fold();
    }
}
