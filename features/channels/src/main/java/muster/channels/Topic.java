package muster.channels;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What a conversation is about.
///
/// @param by empty where Muster itself opened it
/// @param at crisis time
/// @param messages how many there are
/// @param last crisis time of the last message, or of the beginning
/// @param closing empty while it goes on
/// @param digest of the entry that opened it
public record Topic(
        Id id,
        Content<String> title,
        Optional<Ref> about,
        Optional<Id> by,
        Instant at,
        int messages,
        Instant last,
        Optional<Closing> closing,
        String digest) {

    /// How it ended.
    public record Closing(Optional<Id> by, Instant at, Content<String> outcome) {}

    public boolean isOpen() {
        return closing.isEmpty();
    }

    Topic withMessage(Instant when) {
        return new Topic(id, title, about, by, at, messages + 1, when, closing, digest);
    }

    Topic with(Optional<Closing> end) {
        return new Topic(id, title, about, by, at, messages, last, end, digest);
    }
}
