package muster.kernel;

import java.time.Instant;
import java.util.List;

/// The leaf of the tree: what is shown of every entry, whatever is withheld. Same shape for every event of
/// every lane.
///
/// @param v version of the entry format
/// @param seq position in the stream and leaf index, from 0
/// @param recordedAt real time, never decreasing in a stream, milliseconds
/// @param time crisis time: `recordedAt`, except in exercises
/// @param rules revision of the authority rules in force
/// @param authority whether later judgements of authority can depend on the entry
/// @param reads what other streams' positions were decided at, in order of stream
/// @param body digest of the body, base64url
/// @param sealed digest over the ciphertexts, base64url; random where nothing is sealed
public record Header(
        int v,
        StreamId stream,
        int epoch,
        long seq,
        Instant recordedAt,
        Instant time,
        int rules,
        boolean authority,
        List<Read> reads,
        String body,
        String sealed) {
    public Header {
        reads = List.copyOf(reads);
    }
}
