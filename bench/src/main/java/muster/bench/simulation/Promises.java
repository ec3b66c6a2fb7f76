package muster.bench.simulation;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Digest;
import muster.kernel.Engine;
import muster.kernel.Entry;
import muster.kernel.Event;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.Read;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Replay;
import muster.kernel.StreamId;
import muster.ledger.Checkpoint;
import muster.ledger.Merkle;
import muster.ledger.MerkleTree;
import muster.ledger.SignedNote;
import muster.ledger.TlogProof;
import muster.ledger.VerifierKey;

/// Holds what is on the disk at the end against what everybody was told on the way.
final class Promises {
    private final Engine engine;
    private final List<Simulation.Attempt> attempts;
    private final List<Node> nodes;
    private final StreamId crisis;
    private final Map<StreamId, List<Entry>> stored = new HashMap<>();
    private final Map<StreamId, MerkleTree> trees = new HashMap<>();
    private final Map<String, VerifierKey> keys = new HashMap<>();
    private final Map<SignedNote, Boolean> signed = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    Promises(Node last, List<Simulation.Attempt> attempts, List<Node> nodes, StreamId crisis) {
        this.engine = last.engine();
        this.attempts = attempts;
        this.nodes = nodes;
        this.crisis = crisis;
    }

    List<String> broken() {
        for (StreamId stream : engine.streams()) {
            List<Entry> entries = new ArrayList<>();
            engine.journal().read(stream, 0, Long.MAX_VALUE / 2, entries::add);
            stored.put(stream, entries);
            MerkleTree tree = new MerkleTree();
            entries.forEach(entry -> tree.append(Merkle.leaf(entry.header())));
            trees.put(stream, tree);
        }
        engine.streams().forEach(this::history);
        attempts.forEach(this::attempt);
        nodes.forEach(node -> broken.addAll(node.gaps()));
        for (StreamId stream : engine.streams()) {
            if (engine.published(stream).fold().outstanding().iterator().hasNext()) {
                broken.add("something of " + stream + " is still on its way");
            }
        }
        if (!stored.containsKey(crisis)) {
            broken.add("the crisis never began");
        }
        return broken;
    }

    /// Order, tree, fold, authority: what an auditor sees.
    private void history(StreamId stream) {
        Replay replay = new Replay(Node.CATALOGUE, stream, elsewhere());
        for (Entry entry : stored.getOrDefault(stream, List.of())) {
            if (!(replay.next(entry) instanceof Replay.Replayed)) {
                broken.add("entry " + replay.fold().size() + " of " + stream + " does not verify");
                return;
            }
        }
        Journal.Tip tip = engine.journal().tip(stream);
        MerkleTree tree = tree(stream);
        if (tip.size() != tree.size()
                || !tip.root().equals(tree.root(tree.size()).base64Url())) {
            broken.add("the checkpoint of " + stream + " is not of its entries");
        }
        if (!replay.fold().sameAs(engine.published(stream).fold())) {
            broken.add("the live state of " + stream + " is not what its history gives");
        }
    }

    private Replay.Elsewhere elsewhere() {
        return new Replay.Elsewhere() {
            @Override
            public Optional<Readings> at(Read read) {
                return Optional.of(engine.at(read.stream(), read.size()).own());
            }

            @Override
            public Optional<Recorded<Event>> entry(StreamId stream, int epoch, long seq) {
                List<Entry> entries = stored.getOrDefault(stream, List.of());
                return seq < entries.size() ? engine.entries().read(entries.get((int) seq)) : Optional.empty();
            }
        };
    }

    private MerkleTree tree(StreamId stream) {
        return trees.computeIfAbsent(stream, none -> new MerkleTree());
    }

    private void attempt(Simulation.Attempt attempt) {
        StreamId stream = attempt.submission.stream();
        Optional<Journal.Made> made = engine.find(stream, attempt.submission.actor(), attempt.submission.key());
        for (Outcome outcome : attempt.answers) {
            if (outcome instanceof Outcome.Committed committed) {
                acknowledged(committed, made);
            }
            if (outcome instanceof Outcome.Faulted(String words)) {
                broken.add("a fault: " + words);
            }
        }
        if (attempt.isRefused() && made.isPresent()) {
            broken.add("told no, became yes: " + attempt.submission.command());
        }
    }

    private void acknowledged(Outcome.Committed told, Optional<Journal.Made> made) {
        String what = told.stream() + " " + told.from() + ".." + told.to();
        if (made.isEmpty() || made.get().first() != told.from()) {
            broken.add("lost or moved after it was acknowledged: " + what);
            return;
        }
        List<Entry> entries = stored.getOrDefault(told.stream(), List.of());
        for (int i = 0; i < told.leaves().size(); i++) {
            int seq = (int) told.from() + i;
            if (seq >= entries.size()
                    || !leaf(entries.get(seq)).equals(told.leaves().get(i))) {
                broken.add("another entry stands where one was acknowledged: " + what);
                return;
            }
            receipt(told.stream(), entries.get(seq), told.receipts().get(i), what);
        }
    }

    private static String leaf(Entry entry) {
        return Base64.getEncoder().encodeToString(Digest.sha256(new byte[] {0}, entry.header()));
    }

    private void receipt(StreamId stream, Entry entry, String text, String what) {
        TlogProof proof = TlogProof.parse(text);
        Checkpoint checkpoint = proof.checkpoint();
        boolean proves = signed.computeIfAbsent(proof.note(), this::isSigned)
                && Merkle.verifyInclusion(
                        proof.index(),
                        checkpoint.size(),
                        Merkle.leaf(entry.header()),
                        proof.hashes(),
                        checkpoint.root());
        if (!proves) {
            broken.add("a receipt does not prove its entry: " + what);
        } else if (checkpoint.size() > tree(stream).size()
                || !tree(stream).root(checkpoint.size()).equals(checkpoint.root())) {
            broken.add("a receipt is of another history: " + what);
        }
    }

    /// Many receipts are under one note, and a signature costs more to check than everything else about them.
    private boolean isSigned(SignedNote note) {
        String origin = Checkpoint.parse(note.text()).origin();
        VerifierKey key = keys.computeIfAbsent(engine.journal().verifierKey(origin), VerifierKey::parse);
        return note.verify(List.of(key)) instanceof SignedNote.Signed;
    }
}
