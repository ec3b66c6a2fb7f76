package muster.server.whispers;

import java.util.List;
import muster.kernel.Command;
import muster.kernel.Id;

/// What may be asked.
public sealed interface WhisperCommand extends Command {
    /// @param secret whether it is said in the lane
    record Say(Id whisper, boolean secret, String text, List<Id> waitsFor) implements WhisperCommand {}

    record Forget(Id whisper) implements WhisperCommand {}

    record LetIn(Id person) implements WhisperCommand {}

    record LetOut(Id person) implements WhisperCommand {}
}
