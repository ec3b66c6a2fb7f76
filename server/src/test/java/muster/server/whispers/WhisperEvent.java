package muster.server.whispers;

import java.util.List;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;

/// What can happen.
public sealed interface WhisperEvent extends Event {
    record Said(Id whisper, boolean secret, Content<String> text, List<Id> waitsFor) implements WhisperEvent {}

    record Forgotten(Id whisper) implements WhisperEvent {}

    record CameIn(Id person) implements WhisperEvent, Event.AuthorityBearing {}

    record WentOut(Id person) implements WhisperEvent, Event.AuthorityBearing {}
}
