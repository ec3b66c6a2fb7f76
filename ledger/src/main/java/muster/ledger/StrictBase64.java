package muster.ledger;

import java.util.Base64;
import muster.kernel.Malformed;

/// Base64 with one text for each value. Java's decoder forgives missing padding and stray bits in the last
/// character, so one signature could be written in several ways; here what is read must be what would be written.
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String field, String text) {
        return decode(field, text, Base64.getDecoder(), Base64.getEncoder());
    }

    static byte[] decodeUrl(String field, String text) {
        return decode(
                field, text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
    }

    private static byte[] decode(String field, String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        byte[] bytes;
        try {
            bytes = decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed(field);
        }
        if (!encoder.encodeToString(bytes).equals(text)) {
            throw malformed(field);
        }
        return bytes;
    }

    /// Never shows the text: it may be a private key, or a megabyte.
    private static Malformed malformed(String field) {
        return new Malformed(field, "This is not exact base64.");
    }
}
