package muster.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import muster.kernel.Malformed;

/// What may stand in the lines of notes, proofs and keys: nothing that could look like something else.
final class Lines {
    private Lines() {}

    static String checkedName(String name) {
        checkedText("key name", name);
        if (name.isEmpty()) {
            throw new Malformed("key name", "The name of a key is empty.");
        }
        if (name.indexOf('+') >= 0 || name.codePoints().anyMatch(Lines::isSpace)) {
            throw new Malformed("key name", "The name of a key contains a space or a plus sign.");
        }
        return name;
    }

    /// Refuses control characters other than newline, and lone surrogates, which UTF-8 cannot write.
    static String checkedText(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
                throw new Malformed(field, "There is a control character at position " + i + ".");
            }
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Malformed(field, "There is a lone surrogate.");
        }
        return text;
    }

    static String utf8(String field, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(field, "This is not valid UTF-8.");
        }
    }

    /// A count as the formats of this package write it: decimal, no sign, no leading zero, below 2^63.
    static long checkedNumber(String field, String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new Malformed(field, "This is not a decimal number without sign and leading zero.");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed(field, "The number is 2^63 or larger.");
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
