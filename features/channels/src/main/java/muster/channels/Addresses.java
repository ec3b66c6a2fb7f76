package muster.channels;

import java.util.Locale;
import java.util.Optional;

/// Which addresses become links. Whoever writes may be the attacker in a stolen account, so an address that
/// could look like another one stays text: no user name before the host, no host in other than plain letters,
/// no scheme but http and https.
final class Addresses {
    private static final int LONGEST = 2_000;
    /// Ends a sentence rather than an address.
    private static final String TRAILING = ".,;:!?'\"*_)]}";

    private Addresses() {}

    /// Whether something that could be an address begins here.
    static boolean beginsAt(String text, int at) {
        return text.regionMatches(true, at, "https://", 0, 8) || text.regionMatches(true, at, "http://", 0, 7);
    }

    /// The address that begins here, as far as it goes in running text; none where it goes on with a letter
    /// that no address has, for the part before it would lead somewhere else.
    static Optional<String> at(String text, int at) {
        int end = at;
        int most = Math.min(text.length(), at + LONGEST + 1);
        while (end < most && isAddress(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && (Character.isLetterOrDigit(text.codePointAt(end)) || text.charAt(end) == '\\')) {
            return Optional.empty();
        }
        while (end > at && isTrailing(text, at, end)) {
            end--;
        }
        return Optional.of(text.substring(at, end)).filter(Addresses::isSafe);
    }

    /// A closing bracket belongs to an address that has an opening one for it.
    private static boolean isTrailing(String text, int at, int end) {
        String address = text.substring(at, end);
        boolean closes = address.endsWith(")") && count(address, '(') >= count(address, ')');
        return TRAILING.indexOf(address.charAt(address.length() - 1)) >= 0 && !closes;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    static boolean isSafe(String address) {
        if (address.length() > LONGEST
                || !beginsAt(address, 0)
                || !address.chars().allMatch(c -> isAddress((char) c))) {
            return false;
        }
        String rest = address.substring(address.indexOf("//") + 2);
        String authority = rest.split("[/?#]", 2)[0].toLowerCase(Locale.ROOT);
        return authority.matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?");
    }

    private static boolean isAddress(char c) {
        return c > ' ' && c < 0x7f && "<>\"\\^`{|}[]".indexOf(c) < 0;
    }
}
