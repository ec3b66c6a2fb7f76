package muster.channels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Id;

/// What somebody said, in every wording that it ever had.
///
/// @param author empty where Muster itself said it
/// @param versions the first one first; never empty
public record Message(Id id, Id topic, Optional<Id> author, Optional<Id> replyTo, List<Version> versions) {
    public Message {
        versions = List.copyOf(versions);
    }

    /// One wording.
    ///
    /// @param at crisis time
    /// @param mentions who is meant by the handles in it
    /// @param reason why it was corrected; empty for the first one
    /// @param digest of the entry that gave it
    public record Version(
            Instant at,
            List<Id> mentions,
            Content<String> text,
            Content<Map<String, Id>> handles,
            Optional<Content<String>> reason,
            String digest) {}

    /// As it stands.
    public Version present() {
        return versions.getLast();
    }

    Message with(Version next) {
        return new Message(
                id,
                topic,
                author,
                replyTo,
                Stream.concat(versions.stream(), Stream.of(next)).toList());
    }
}
