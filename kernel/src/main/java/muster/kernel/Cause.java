package muster.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;

/// Where an entry comes from.
///
/// @param first position of the first entry of its append
/// @param count entries in that append, which is atomic
/// @param by what asked for it
/// @param key HMAC over (actor, stream, idempotency key), by which a repeated request is recognised; on every
///     entry of the append
/// @param request HMAC over the same and the command, by which a reused key is recognised
public record Cause(long first, int count, Origin by, Optional<String> key, Optional<String> request) {

    /// What asked for an entry.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Asked.class, name = "command"),
        @JsonSubTypes.Type(value = Reacted.class, name = "reaction"),
        @JsonSubTypes.Type(value = Rang.class, name = "alarm"),
        @JsonSubTypes.Type(value = Crossed.class, name = "stream"),
        @JsonSubTypes.Type(value = Returned.class, name = "errand"),
        @JsonSubTypes.Type(value = Kept.class, name = "kernel")
    })
    public sealed interface Origin {}

    /// Somebody's command.
    public record Asked() implements Origin {}

    /// A declared reaction to an earlier entry of the same append.
    ///
    /// @param seq the causing entry
    public record Reacted(long seq, String reaction) implements Origin {}

    /// Time itself: an alarm that the state held.
    public record Rang(String feature, String alarm, Instant due) implements Origin {}

    /// A declared reaction to an entry of another stream.
    ///
    /// @param n which of the reaction's commands, from 0
    public record Crossed(StreamId stream, int epoch, long seq, String reaction, int n) implements Origin {}

    /// The outside world's answer to an errand.
    public record Returned(String errand) implements Origin {}

    /// The journal's own housekeeping: genesis, clock.
    public record Kept() implements Origin {}
}
