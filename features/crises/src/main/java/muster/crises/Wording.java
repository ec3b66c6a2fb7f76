package muster.crises;

import java.util.Optional;
import muster.kernel.Decision;

/// How long what people write may be, and that it must say something.
final class Wording {
    static final int NAME = 200;
    static final int TEXT = 10_000;

    private Wording() {}

    /// Why a name or title cannot be taken, if so.
    static Optional<Decision<RoomEvent>> refusesName(String what, String words) {
        return fault(what, words, NAME).map(Fault::refused);
    }

    /// Why a text or reason cannot be taken, if so.
    static Optional<Decision<RoomEvent>> refusesText(String what, String words) {
        return fault(what, words, TEXT).map(Fault::refused);
    }

    /// @param code `empty-text` or `text-too-long`
    record Fault(String code, String words) {
        <E extends muster.kernel.Event> Decision<E> refused() {
            return Decision.refuse(code, words);
        }
    }

    static Optional<Fault> fault(String what, String words, int most) {
        if (words.isBlank()) {
            return Optional.of(new Fault("empty-text", "The " + what + " is empty; write it down."));
        }
        return words.length() > most
                ? Optional.of(new Fault(
                        "text-too-long",
                        "The " + what + " has " + words.length() + " characters; " + most + " is the most."))
                : Optional.empty();
    }

    /// A role as it is said aloud: `incident-lead` → `incident lead`.
    static String spoken(String role) {
        return role.replace('-', ' ');
    }
}
