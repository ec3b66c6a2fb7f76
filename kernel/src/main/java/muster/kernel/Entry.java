package muster.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as stored: exactly these bytes were hashed, and nobody re-encodes them.
///
/// @param header canonical JSON (RFC 8785); the leaf of the tree
/// @param body the text `["<salt>",{…}]`, or its ciphertext; null where withheld
/// @param contents the texts `["<salt>",value]` in the order of their names in the body; null where withheld
///     or erased
@SuppressWarnings(
        "ArrayRecordComponent") // bytes that are never compared; a copy of each would cost more than the hashing
public record Entry(byte[] header, byte @Nullable [] body, List<byte @Nullable []> contents) {
    // written out, because a compact constructor loses what is said of null in the class file
    public Entry(byte[] header, byte @Nullable [] body, List<byte @Nullable []> contents) {
        this.header = header;
        this.body = body;
        this.contents = Collections.unmodifiableList(new ArrayList<>(contents));
    }
}
