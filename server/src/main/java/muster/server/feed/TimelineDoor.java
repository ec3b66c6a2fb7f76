package muster.server.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Clearance;
import muster.kernel.Engine;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Door;
import muster.server.door.Entrance;
import muster.server.door.Problem;
import muster.server.door.TurnedAway;
import muster.server.door.Visit;

/// `GET …/at/{when}/views/{view}`: the same view in the past, by the same code, and on request as somebody
/// saw it: what that person could see then and the asker may see now.
public final class TimelineDoor implements Door {
    /// To look through somebody else's eyes.
    static final String VIEW_AS = "kernel.view-as";

    private final Engine engine;
    private final Entrance entrance;
    private final Viewer viewer;
    private final Past past;
    private final Witnesses witnesses;

    /// Finds a session of a person that was honoured at a moment: by it that person saw what they saw.
    public interface Witnesses {
        Optional<Actor.Responder> of(Id person, Snapshot then, Instant recordedAt);
    }

    public TimelineDoor(Engine engine, Entrance entrance, Viewer viewer, Witnesses witnesses) {
        this.engine = engine;
        this.entrance = entrance;
        this.viewer = viewer;
        this.past = new Past(engine);
        this.witnesses = witnesses;
    }

    /// What proves the position: the present checkpoint, and the hashes from the tree then to the tree now.
    private record Proof(long size, String checkpoint, List<String> consistency) {}

    @Override
    public Answer open(Asked asked) {
        asked.onlyQueries("as");
        Visit visit = entrance.visit(asked);
        long size = past.size(visit, asked.part("when"));
        Snapshot then = engine.at(visit.stream(), size);
        Optional<Id> as = asked.query("as").map(TimelineDoor::person);
        Clearance clearance = as.map(person -> seenBy(person, visit, then)).orElse(visit.clearance());
        Sheet sheet = viewer.then(visit, asked.part("view"), then, clearance);
        Text text = new Text()
                .put("{\"stream\":")
                .value(visit.stream())
                .put(",\"view\":")
                .value(sheet.view())
                .put(",\"seq\":" + (size - 1) + ",\"recordedAt\":")
                .value(then.own().recordedAt())
                .put(",\"time\":")
                .value(then.own().time());
        as.ifPresent(person -> text.put(",\"as\":").value(person));
        text.put(",\"cards\":")
                .put(sheet.cards())
                .put(",\"waiting\":")
                .value(sheet.waitingFor(as.orElse(visit.actor().person())))
                .put(",\"proof\":")
                .value(proof(visit.stream(), size))
                .put("}");
        return Answer.written(text.bytes());
    }

    private static Id person(String text) {
        if (!Id.wellFormed(text)) {
            throw new TurnedAway(Problem.malformed("as", "is not an id"));
        }
        return new Id(text);
    }

    private Clearance seenBy(Id person, Visit visit, Snapshot then) {
        visit.needs(VIEW_AS);
        Authority authority =
                engine.catalogue().authority(visit.published().fold().scope());
        Instant at = then.own().recordedAt();
        Clearance could = witnesses
                .of(person, then, at)
                .filter(actor -> authority.standing(actor, then, at).member())
                .map(actor -> authority.clearance(actor, then, at))
                .orElse(Clearance.NONE);
        return new Clearance(
                could.lanes().stream().filter(visit.clearance()::sees).toList());
    }

    private Proof proof(StreamId stream, long size) {
        Journal.Tip tip = engine.journal().tip(stream);
        return new Proof(size, tip.checkpoint(), engine.journal().consistency(stream, size, tip.size()));
    }
}
