package muster.server.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Engine;
import muster.kernel.Ground;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// What proves the record to somebody who trusts nobody: checkpoints, proofs and public keys, in the formats
/// of C2SP.
public final class ProofDoor {
    private final Engine engine;
    private final Entrance entrance;

    public ProofDoor(Engine engine, Entrance entrance) {
        this.engine = engine;
        this.entrance = entrance;
    }

    private record Inclusion(StreamId stream, long seq, long size, List<String> hashes) {}

    private record Consistency(StreamId stream, long from, long to, List<String> hashes) {}

    /// @param origin the origin line of the checkpoints
    /// @param key C2SP vkey
    private record PublicKey(StreamId stream, String origin, String key) {}

    private record Keys(List<PublicKey> keys) {}

    /// `GET …/checkpoint`: the signed note of the stream as it stands.
    public Answer checkpoint(Asked asked) {
        asked.onlyQueries();
        Visit visit = entrance.visit(asked);
        return Answer.text(engine.journal().tip(visit.stream()).checkpoint());
    }

    /// `GET …/proof/inclusion?seq=&size=`: that an entry is in the tree of that size.
    public Answer inclusion(Asked asked) {
        asked.onlyQueries("seq", "size");
        Visit visit = entrance.visit(asked);
        long seq = asked.requiredNumber("seq");
        long size = upTo(visit, "size", asked.number("size").orElse(visit.size()));
        if (seq >= size) {
            return Problem.malformed("seq", "has to be less than size");
        }
        return Answer.json(
                new Inclusion(visit.stream(), seq, size, engine.journal().inclusion(visit.stream(), seq, size)));
    }

    /// `GET …/proof/consistency?from=&to=`: that one tree is the beginning of another.
    public Answer consistency(Asked asked) {
        asked.onlyQueries("from", "to");
        Visit visit = entrance.visit(asked);
        long from = asked.requiredNumber("from");
        long to = upTo(visit, "to", asked.number("to").orElse(visit.size()));
        if (from < 1 || from > to) {
            return Problem.malformed("from", "has to be from 1 to the other size");
        }
        return Answer.json(
                new Consistency(visit.stream(), from, to, engine.journal().consistency(visit.stream(), from, to)));
    }

    private static long upTo(Visit visit, String name, long size) {
        if (size > visit.size()) {
            throw new TurnedAway(Problem.malformed(name, "is more than the " + visit.size() + " entries there are"));
        }
        return size;
    }

    /// `GET /api/keys`: the public keys of every stream that the caller may know of.
    public Answer keys(Asked asked) {
        asked.onlyQueries();
        Caller caller = entrance.caller(asked);
        List<PublicKey> keys = new ArrayList<>();
        for (StreamId stream : engine.streams()) {
            Optional<Ground> ground = entrance.look(caller, stream)
                    .flatMap(visit -> visit.published().fold().ground());
            ground.ifPresent(each -> keys.add(new PublicKey(stream, each.origin(), each.key())));
        }
        return Answer.json(new Keys(keys));
    }

    /// Whether the stream can be read, and the checkpoint that vouches for it; for pages.
    public Journal.Tip tip(Visit visit) {
        return engine.journal().tip(visit.stream());
    }
}
