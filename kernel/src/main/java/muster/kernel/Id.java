package muster.kernel;

import java.util.Base64;

/// A random name for a thing: 128 bits as 22 characters of base64url, never reused and never meaningful.
public record Id(String text) implements Comparable<Id> {
    public Id {
        if (!wellFormed(text)) {
            throw new IllegalArgumentException("an id is 22 characters of base64url, not \"" + text + "\"");
        }
    }

    /// The id of exactly these 16 bytes.
    public static Id of(byte[] random) {
        if (random.length != 16) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + random.length);
        }
        return new Id(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /// Whether the text could be an id; 128 bits end in one of four characters, so an id has only one
    /// spelling.
    public static boolean wellFormed(String text) {
        if (text.length() != 22 || "AQgw".indexOf(text.charAt(21)) < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean known =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!known) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Id other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
