package muster.testing;

import muster.kernel.Journal;

class KeepingAJournalInMemoryTest extends JournalContract {
    private final Journal journal = new MemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }
}
