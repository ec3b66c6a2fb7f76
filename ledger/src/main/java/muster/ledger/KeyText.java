package muster.ledger;

import java.util.Arrays;
import java.util.Base64;
import muster.kernel.Malformed;

/// The four parts that public and private keys are written in, joined by plus signs. Base64 may contain a plus
/// itself, so only the first two separate.
@SuppressWarnings("ArrayRecordComponent") // lives only between a text and a key
record KeyText(String name, String idHex, VerifierKey.Type type, byte[] key) {

    static KeyText parse(String field, String text) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second < 0) {
            throw new Malformed(field, "A key is written as name+id+base64, but a part is missing.");
        }
        byte[] typed = StrictBase64.decode(field, text.substring(second + 1));
        if (typed.length == 0) {
            throw new Malformed(field, "The key has no type.");
        }
        return new KeyText(
                text.substring(0, first),
                text.substring(first + 1, second),
                VerifierKey.Type.of(field, typed[0]),
                Arrays.copyOfRange(typed, 1, typed.length));
    }

    String text() {
        byte[] typed = new byte[1 + key.length];
        typed[0] = (byte) type.number();
        System.arraycopy(key, 0, typed, 1, key.length);
        return name + "+" + idHex + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
