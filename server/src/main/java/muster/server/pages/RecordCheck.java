package muster.server.pages;

import java.util.ArrayList;
import java.util.List;
import muster.kernel.Engine;
import muster.kernel.Entry;
import muster.kernel.Ground;
import muster.kernel.Journal;
import muster.kernel.Malformed;
import muster.kernel.StreamId;
import muster.ledger.Checkpoint;
import muster.ledger.Hash;
import muster.ledger.Merkle;
import muster.ledger.SignedNote;
import muster.ledger.VerifierKey;
import muster.server.door.Visit;

/// Whether what a page shows is in the tree that the checkpoint signs: read anew from the store and hashed,
/// every time. The whole record is what `muster verify` is for.
final class RecordCheck {
    private final Engine engine;

    RecordCheck(Engine engine) {
        this.engine = engine;
    }

    /// @param word of the record: Intact, Not checked, Broken
    /// @param words what was looked at
    record Finding(String looks, String word, String words, String checkpoint) {
        boolean isBroken() {
            return looks.equals("crit");
        }
    }

    /// Looks at the last entries.
    Finding check(Visit visit, int most) {
        StreamId stream = visit.stream();
        Journal.Tip tip = engine.journal().tip(stream);
        try {
            String wrong = wrong(visit, tip, Math.max(0, tip.size() - most));
            return wrong.isEmpty() ? signed(visit, tip) : new Finding("crit", "Broken", wrong, tip.checkpoint());
        } catch (Malformed damaged) {
            return new Finding("crit", "Broken", "An entry cannot be read: " + damaged.getMessage(), tip.checkpoint());
        }
    }

    private String wrong(Visit visit, Journal.Tip tip, long from) {
        List<Entry> entries = new ArrayList<>();
        engine.journal().read(visit.stream(), from, tip.size(), entries::add);
        Hash root = Hash.fromBase64Url(tip.root());
        long seq = from;
        for (Entry entry : entries) {
            engine.entries().read(entry);
            List<Hash> path = engine.journal().inclusion(visit.stream(), seq, tip.size()).stream()
                    .map(Hash::fromBase64)
                    .toList();
            if (!Merkle.verifyInclusion(seq, tip.size(), Merkle.leaf(entry.header()), path, root)) {
                return "Entry " + seq + " is not in the tree.";
            }
            seq++;
        }
        return seq == tip.size() ? "" : "Entries are missing from " + seq + " on.";
    }

    private static Finding signed(Visit visit, Journal.Tip tip) {
        String looked = "The entries shown here are in the tree of " + tip.size() + " that the checkpoint signs.";
        try {
            SignedNote note = SignedNote.parse(tip.checkpoint());
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            String key = visit.published().fold().ground().map(Ground::key).orElse("");
            boolean ours = note.verify(List.of(VerifierKey.parse(key))) instanceof SignedNote.Signed;
            boolean same = checkpoint.size() == tip.size() && checkpoint.root().equals(Hash.fromBase64Url(tip.root()));
            return ours && same
                    ? new Finding("ok", "Intact", looked, tip.checkpoint())
                    : new Finding("crit", "Broken", "The checkpoint does not sign this tree.", tip.checkpoint());
        } catch (Malformed unsigned) {
            return new Finding("mute", "Not checked", "The checkpoint is not signed.", tip.checkpoint());
        }
    }
}
