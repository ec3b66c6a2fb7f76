package muster.ledger;

import muster.kernel.Journal;

class KeepingAJournalInMemoryTest implements JournalOverAStore {
    @Override
    public Journal journal() {
        return new LedgerJournal(new MemoryStore(), new CheckpointSigner(new byte[32]), Runnable::run);
    }
}
