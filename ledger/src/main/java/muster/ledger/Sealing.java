package muster.ledger;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import muster.kernel.Entries;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.Malformed;
import org.jspecify.annotations.Nullable;

/// Makes a write of a batch: hashes its leaves, grows the frontier and signs the checkpoint that will be released
/// once all of it is durable. Changes nothing.
final class Sealing {
    private final CheckpointSigner signer;
    private final Trees trees;

    Sealing(CheckpointSigner signer, Trees trees) {
        this.signer = signer;
        this.trees = trees;
    }

    sealed interface Result {}

    record Ready(Commits.Sealed sealed) implements Result {}

    /// It goes no further.
    record Answered(Journal.Appended appended) implements Result {}

    /// @throws Store.Fault if the stream cannot be read or is not to be served
    Result seal(Journal.Batch batch) throws Store.Fault {
        StreamTree tree = trees.of(batch.stream());
        Optional<Store.Row> row = tree.known();
        if (size(row) != batch.expected() || row.isEmpty()) {
            row = tree.present();
        }
        if (size(row) != batch.expected()) {
            return new Answered(new Journal.Conflict(LedgerJournal.tip(batch.stream(), row)));
        }
        Optional<String> unfit = unfit(batch, row);
        if (unfit.isPresent()) {
            return new Answered(new Journal.NotAppended(unfit.get()));
        }
        MessageDigest digest = Merkle.sha256();
        List<Hash> leaves = batch.appends().stream()
                .flatMap(append -> append.entries().stream())
                .map(entry -> Merkle.leaf(digest, entry.header()))
                .toList();
        Frontier grown = tree.with(leaves);
        if (grown.size() != batch.expected() + leaves.size()) {
            // somebody else's entries were read in between
            return new Answered(new Journal.Conflict(LedgerJournal.tip(batch.stream(), tree.known())));
        }
        Hash root = grown.root();
        Store.Row after = new Store.Row(
                batch.stream(),
                batch.epoch(),
                batch.origin(),
                grown.size(),
                batch.recordedAt(),
                signer.sign(Checkpoint.of(batch.origin(), grown.size(), root)),
                batch.nextAlarm());
        Store.Write write = new Store.Write(batch.expected(), batch.appends(), after);
        return new Ready(new Commits.Sealed(Optional.empty(), write, grown, root, leaves));
    }

    private static long size(Optional<Store.Row> row) {
        return row.map(Store.Row::size).orElse(0L);
    }

    /// Why the batch cannot be appended, whatever the store says.
    private Optional<String> unfit(Journal.Batch batch, Optional<Store.Row> row) {
        if (batch.appends().stream().allMatch(append -> append.entries().isEmpty())) {
            return Optional.of("There is nothing to append.");
        }
        if (row.isPresent()
                && row.get().epoch() == batch.epoch()
                && !row.get().origin().equals(batch.origin())) {
            return Optional.of("The checkpoints of " + batch.stream() + " have another origin.");
        }
        try {
            signer.verifierKey(batch.origin());
        } catch (Malformed wrong) {
            return Optional.of("The origin cannot stand in a checkpoint: " + wrong.getMessage());
        }
        for (Journal.Append append : batch.appends()) {
            if (append.entries().stream().anyMatch(entry -> bytes(entry) > Entries.MOST_BYTES)) {
                return Optional.of("An entry has more than " + Entries.MOST_BYTES + " bytes.");
            }
        }
        return Optional.empty();
    }

    private static long bytes(Entry entry) {
        long contents = entry.contents().stream().mapToLong(Sealing::length).sum();
        return entry.header().length + length(entry.body()) + contents;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
