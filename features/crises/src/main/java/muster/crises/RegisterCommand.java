package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;

/// What may be asked of the register of crises.
public sealed interface RegisterCommand extends Command {
    /// Opens a crisis, as a candidate, or an exercise.
    ///
    /// @param crisis its id, random; absent: a fresh one
    /// @param startsAt crisis time of the beginning, exercises only; absent: now
    /// @param extraSeats seats to be filled otherwise than the charter's lists say; absent: none
    /// @param charter the version to pin; absent: the one in force. Only an exercise may try another
    record Open(
            Optional<Id> crisis,
            boolean exercise,
            String codeName,
            String summary,
            Optional<Instant> startsAt,
            Optional<List<Appointment>> extraSeats,
            Optional<String> charter)
            implements RegisterCommand {}

    /// The crisis was closed; only Muster asks it.
    record NoteClosed(Id crisis) implements RegisterCommand {}
}
