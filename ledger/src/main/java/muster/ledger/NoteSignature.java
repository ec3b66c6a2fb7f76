package muster.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import muster.kernel.Malformed;

/// One signature line of a note: who claims to have signed, and the key id and signature in base64. What it
/// is worth only [SignedNote#verify] tells.
///
/// @param name of the key
/// @param base64 of 4 bytes of key id and the signature, standard alphabet with padding
public record NoteSignature(String name, String base64) {

    private static final String DASH = "— ";

    /// @throws Malformed if the name may not stand in a note, or the rest is not base64 of more than 4 bytes
    public NoteSignature {
        Lines.checkedName(name);
        if (StrictBase64.decode("signature", base64).length <= Integer.BYTES) {
            throw new Malformed("signature", "The signature of " + name + " is too short.");
        }
    }

    static NoteSignature of(VerifierKey key, byte[] signature) {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(all));
    }

    /// Reads a line without its newline.
    ///
    /// @throws Malformed unless it is an em dash, the name of a key and base64, with one space between them
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new Malformed("signature", "A signature line is an em dash, a name and base64.");
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    /// The line without its newline.
    public String line() {
        return DASH + name + " " + base64;
    }

    int keyId() {
        return ByteBuffer.wrap(decoded()).getInt();
    }

    byte[] signature() {
        byte[] all = decoded();
        return Arrays.copyOfRange(all, Integer.BYTES, all.length);
    }

    private byte[] decoded() {
        return Base64.getDecoder().decode(base64);
    }
}
