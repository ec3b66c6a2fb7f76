package muster.ledger;

import muster.kernel.Journal;

class KeepingAJournalInMemoryTest implements JournalContract {
    private final MemoryStore.Shared shared = new MemoryStore.Shared();

    @Override
    public Journal open() {
        return new LedgerJournal(new MemoryStore(shared), Fair.SIGNER, Runnable::run);
    }
}
