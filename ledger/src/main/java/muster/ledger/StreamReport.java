package muster.ledger;

/// What a verification says of one stream.
///
/// @param entries how many there are
/// @param replayed how many were folded and judged
/// @param committedOnly how many are withheld: their place is proved, their words are not
/// @param sealed how many lie outside the general lane, ciphertext intact
/// @param root Merkle root over all of them, base64
/// @param anchor what it was held against: `none`, or the size of the outside checkpoint
public record StreamReport(
        String stream,
        String origin,
        long entries,
        long replayed,
        long committedOnly,
        long sealed,
        String root,
        String anchor) {}
