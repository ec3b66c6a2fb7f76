package muster.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muster.kernel.Malformed;

/// A receipt (C2SP tlog-proof@v1): the place of an entry, the hashes that lead from it to a root, and the signed
/// checkpoint with that root. Complete in itself: checked without the log, for ever.
///
/// @param extra base64 of anything, authenticated by nobody; Muster writes none
/// @param index of the entry, its `seq`
/// @param hashes from the leaf's sibling upwards
/// @param note the signed checkpoint
public record TlogProof(Optional<String> extra, long index, List<Hash> hashes, SignedNote note) {

    private static final String TITLE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    /// Characters of a line with a hash.
    private static final int LINE = 45;

    /// A tree of 2^63 - 1 entries has no longer path.
    private static final int MOST_HASHES = 63;

    /// @throws Malformed if the note is no checkpoint, the index is negative, there are more than 63 hashes, or
    ///     extra is not base64
    public TlogProof {
        hashes = List.copyOf(hashes);
        extra.ifPresent(text -> StrictBase64.decode("extra", text));
        if (index < 0) {
            throw new Malformed("index", "An entry cannot have the index " + index + ".");
        }
        checkedCount(hashes.size());
        Checkpoint.parse(note.text());
    }

    /// A receipt as Muster writes it, without extra.
    public static TlogProof of(long index, List<Hash> hashes, SignedNote note) {
        return new TlogProof(Optional.empty(), index, hashes, note);
    }

    /// Reads a receipt from UTF-8, see [#parse(String)].
    public static TlogProof parse(byte[] proof) {
        return parse(Lines.utf8("proof", proof));
    }

    /// Reads a receipt.
    ///
    /// @throws Malformed with the line that is wrong
    public static TlogProof parse(String proof) {
        // the proof has no empty line of its own, so the first one is where the checkpoint begins
        int split = proof.indexOf("\n\n");
        if (split < 0) {
            throw new Malformed("proof", "There is no empty line before the checkpoint.");
        }
        List<String> lines = Arrays.asList(proof.substring(0, split).split("\n", MOST_HASHES + 5));
        int next = 0;
        if (!lines.get(next++).equals(TITLE)) {
            throw new Malformed("proof", "The first line is not " + TITLE + ".");
        }
        Optional<String> extra = Optional.empty();
        if (next < lines.size() && lines.get(next).startsWith(EXTRA)) {
            extra = Optional.of(lines.get(next++).substring(EXTRA.length()));
        }
        if (next == lines.size() || !lines.get(next).startsWith(INDEX)) {
            throw new Malformed("index", "The line with the index is missing.");
        }
        long index = Lines.checkedNumber("index", lines.get(next++).substring(INDEX.length()));
        List<Hash> hashes = new ArrayList<>();
        checkedCount(lines.size() - next);
        for (String line : lines.subList(next, lines.size())) {
            hashes.add(Hash.fromBase64(line));
        }
        return new TlogProof(extra, index, hashes, SignedNote.parse(proof.substring(split + 2)));
    }

    private static void checkedCount(int hashes) {
        if (hashes > MOST_HASHES) {
            throw new Malformed("hashes", "A proof has at most " + MOST_HASHES + " hashes.");
        }
    }

    /// The text; the same that was parsed.
    public String text() {
        return text(extra, index, hashes, note.encoded());
    }

    /// The text of a receipt without extra, under a checkpoint that we made ourselves.
    static String text(long index, List<Hash> hashes, String checkpoint) {
        return text(Optional.empty(), index, hashes, checkpoint);
    }

    private static String text(Optional<String> extra, long index, List<Hash> hashes, String note) {
        var text = new StringBuilder(128 + hashes.size() * LINE + note.length());
        text.append(TITLE).append('\n');
        extra.ifPresent(base64 -> text.append(EXTRA).append(base64).append('\n'));
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /// What the note states. Not to be believed before [#verify].
    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /// Whether a log that is known by one of the keys stated, under this origin, a tree with this leaf at this
    /// index.
    ///
    /// The origin is asked for because one key may sign many logs, and a receipt of one must not pass for one of
    /// another. Cosignatures are reported but never enough: a witness vouches for the order of the log, the log
    /// for its content.
    public Verdict verify(String origin, Hash leaf, List<VerifierKey> known) {
        Checkpoint checkpoint = checkpoint();
        if (!checkpoint.origin().equals(origin)) {
            return new NotProved("The receipt is of the log " + checkpoint.origin() + ", not of " + origin + ".");
        }
        return switch (note.verify(known)) {
            case SignedNote.BadSignature(VerifierKey key) ->
                new NotProved("The checkpoint was changed, or the signature of " + key.name() + " was.");
            case SignedNote.NoKnownSigner() -> new NotProved("No known key signed the checkpoint.");
            case SignedNote.Signed(List<SignedNote.Signer> by) -> judge(checkpoint, leaf, by);
        };
    }

    private Verdict judge(Checkpoint checkpoint, Hash leaf, List<SignedNote.Signer> by) {
        if (by.stream().allMatch(signer -> signer.key().type() == VerifierKey.Type.COSIGNATURE)) {
            return new NotProved("Witnesses signed the checkpoint, but no known log did.");
        }
        if (!Merkle.verifyInclusion(index, checkpoint.size(), leaf, hashes, checkpoint.root())) {
            return new NotProved("The entry is not at index " + index + " of the tree that was signed.");
        }
        return new Proved(checkpoint, by);
    }

    /// What a receipt is worth.
    public sealed interface Verdict {}

    /// The entry is in the log, according to these signers.
    public record Proved(Checkpoint checkpoint, List<SignedNote.Signer> by) implements Verdict {}

    /// It shows nothing; the words say why.
    public record NotProved(String why) implements Verdict {}
}
