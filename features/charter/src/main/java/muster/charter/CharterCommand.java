package muster.charter;

import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;

/// What may be asked about the charter.
public sealed interface CharterCommand extends Command {
    /// Brings the first charter; only the operator on the host asks it, and only while there is none.
    ///
    /// @param edition the id to give it; absent: a new one
    record Adopt(Optional<Id> edition, Charter charter, String note) implements CharterCommand {}

    /// Brings another charter for the one in force.
    ///
    /// @param edition the id to give it; absent: a new one
    /// @param note what it changes and why
    record Propose(Optional<Id> edition, Charter charter, String note) implements CharterCommand {}

    /// Agrees to a proposed charter.
    ///
    /// @param version `3@<digest>`: exactly these words
    record Approve(String version) implements CharterCommand {}

    /// Takes a proposed charter off the table.
    record Withdraw(String version, String reason) implements CharterCommand {}
}
