package muster.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Malformed;

/// A text with signatures under it (C2SP signed-note). Reading one says nothing about who wrote it; [#verify]
/// does.
public final class SignedNote {

    /// A note with more lines or more characters than these is refused before anything is computed.
    private static final int MOST_SIGNATURES = 100;

    private static final int MOST_CHARACTERS = 1_000_000;

    private final String text;
    private final List<NoteSignature> signatures;

    private SignedNote(String text, List<NoteSignature> signatures) {
        this.text = text;
        this.signatures = List.copyOf(signatures);
        checkedCount(signatures.size());
    }

    /// Signs a text.
    ///
    /// @throws Malformed if the text does not end in a newline, or contains a control character
    public static SignedNote sign(String text, NoteSigner signer) {
        if (!text.endsWith("\n")) {
            throw new Malformed("note", "The text of a note ends in a newline.");
        }
        Lines.checkedText("note", text);
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    /// Reads a note from UTF-8, see [#parse(String)].
    public static SignedNote parse(byte[] note) {
        if (note.length > 4 * MOST_CHARACTERS) {
            throw tooLarge();
        }
        return parse(Lines.utf8("note", note));
    }

    /// Reads a note: everything up to its last empty line is the text.
    ///
    /// @throws Malformed if it is too large, has a control character, no signature, or a line that should be a
    ///     signature and is not
    public static SignedNote parse(String note) {
        if (note.length() > MOST_CHARACTERS) {
            throw tooLarge();
        }
        Lines.checkedText("note", note);
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || split + 2 == note.length()) {
            throw new Malformed("note", "There is no signature after an empty line.");
        }
        if (!note.endsWith("\n")) {
            throw new Malformed("note", "The last line has no newline.");
        }
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", MOST_SIGNATURES + 1);
        checkedCount(lines.length);
        List<NoteSignature> signatures = new ArrayList<>(lines.length);
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    private static void checkedCount(int signatures) {
        if (signatures > MOST_SIGNATURES) {
            throw new Malformed("note", "A note has at most " + MOST_SIGNATURES + " signatures.");
        }
    }

    private static Malformed tooLarge() {
        return new Malformed("note", "A note has at most " + MOST_CHARACTERS + " characters.");
    }

    /// The signed text with its final newline. Not to be believed before [#verify].
    public String text() {
        return text;
    }

    /// All signature lines, in order, verified or not.
    public List<NoteSignature> signatures() {
        return signatures;
    }

    /// The note with one more line, such as a cosignature; the note itself if it has that line.
    public SignedNote with(NoteSignature signature) {
        if (signatures.contains(signature)) {
            return this;
        }
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /// The whole note, as it was read.
    public String encoded() {
        var out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()).append('\n'));
        return out.toString();
    }

    /// Which of the known keys signed. Lines of other keys are ignored, whatever they contain; one bad
    /// signature in the name of a known key spoils the note, however many good ones there are.
    ///
    /// @throws IllegalArgumentException if two different known keys have the same name and id, so that lines
    ///     could not be told apart
    public Verdict verify(List<VerifierKey> known) {
        Map<VerifierKey, Signer> signers = new LinkedHashMap<>();
        for (NoteSignature signature : signatures) {
            Optional<VerifierKey> key = claimed(known, signature);
            if (key.isEmpty()) {
                continue;
            }
            Optional<Signer> signer = check(key.get(), signature);
            if (signer.isEmpty()) {
                return new BadSignature(key.get());
            }
            signers.merge(key.get(), signer.get(), SignedNote::earlier);
        }
        return signers.isEmpty() ? new NoKnownSigner() : new Signed(List.copyOf(signers.values()));
    }

    private static Optional<VerifierKey> claimed(List<VerifierKey> known, NoteSignature signature) {
        List<VerifierKey> keys =
                known.stream().filter(key -> key.claims(signature)).distinct().toList();
        if (keys.size() > 1) {
            throw new IllegalArgumentException("Two known keys share name and id: " + keys);
        }
        return keys.stream().findFirst();
    }

    private Optional<Signer> check(VerifierKey key, NoteSignature signature) {
        byte[] bytes = signature.signature();
        return switch (key.type()) {
            case ED25519 ->
                key.verifies(text.getBytes(StandardCharsets.UTF_8), bytes)
                        ? Optional.of(new Signer(key, Optional.empty()))
                        : Optional.empty();
            case COSIGNATURE -> Cosignature.verify(key, text, bytes).map(seen -> new Signer(key, Optional.of(seen)));
        };
    }

    private static Signer earlier(Signer one, Signer other) {
        boolean otherIsEarlier = one.seen().isPresent()
                && other.seen().isPresent()
                && other.seen().get().isBefore(one.seen().get());
        return otherIsEarlier ? other : one;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedNote that && text.equals(that.text) && signatures.equals(that.signatures);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + signatures.hashCode();
    }

    @Override
    public String toString() {
        return encoded();
    }

    /// A key that signed the note.
    ///
    /// @param seen when a witness says to have seen it, the earliest if it says so more than once; empty for
    ///     other keys
    public record Signer(VerifierKey key, Optional<Instant> seen) {}

    /// What the signatures of a note are worth.
    public sealed interface Verdict {}

    /// At least one known key signed.
    ///
    /// @param by each key once, in the order of the lines
    public record Signed(List<Signer> by) implements Verdict {}

    /// No line is of a known key: the note proves nothing.
    public record NoKnownSigner() implements Verdict {}

    /// A line in the name of a known key is not its signature: text or signature was changed.
    public record BadSignature(VerifierKey key) implements Verdict {}
}
