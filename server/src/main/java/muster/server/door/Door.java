package muster.server.door;

/// Something that can be called: takes a call, gives an answer.
///
/// May end with [TurnedAway] instead; whatever else it throws is a fault. Runs on a thread of its own, which
/// may block.
public interface Door {
    Answer open(Asked asked);
}
