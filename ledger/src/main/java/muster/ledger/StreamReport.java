package muster.ledger;

import java.util.List;
import muster.kernel.StreamId;

/// What a verification says of one stream.
///
/// @param origin first line of its checkpoints
/// @param entries how many there are, as far as they follow each other
/// @param replayed how many were folded and their authority judged
/// @param committedOnly how many are withheld: their place is proved, their words are not
/// @param root Merkle root over all of them, base64
/// @param anchors sizes of the outside checkpoints and receipts that it was held against
public record StreamReport(
        StreamId stream,
        String origin,
        long entries,
        long replayed,
        long committedOnly,
        String root,
        List<Long> anchors) {
    public StreamReport {
        anchors = List.copyOf(anchors);
    }

    /// `none`, or what it was held against.
    String anchor() {
        return anchors.isEmpty()
                ? "none"
                : "at "
                        + String.join(
                                ", ", anchors.stream().map(String::valueOf).toList());
    }
}
