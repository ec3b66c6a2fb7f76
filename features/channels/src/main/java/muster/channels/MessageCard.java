package muster.channels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.View;

/// A message as a screen shows it.
///
/// @param digest the version of its words, for a [muster.kernel.Ref] to them
/// @param at when it was first said
/// @param text the present wording as a tree
/// @param source the present wording as it was typed, to be corrected
/// @param earlier the wordings before it, the first one first
public record MessageCard(
        Id id,
        String digest,
        Id topic,
        Optional<Id> author,
        Instant at,
        Optional<Id> replyTo,
        List<Id> mentions,
        List<Block> text,
        String source,
        List<Earlier> earlier)
        implements View.Card {

    /// A wording that was corrected.
    ///
    /// @param until when it was corrected
    /// @param reason why
    public record Earlier(List<Block> text, Instant at, Instant until, String reason) {}

    static MessageCard of(Message message) {
        Message.Version present = message.present();
        List<Message.Version> versions = message.versions();
        return new MessageCard(
                message.id(),
                present.digest(),
                message.topic(),
                message.author(),
                versions.getFirst().at(),
                message.replyTo(),
                present.mentions(),
                tree(present),
                words(present.text()),
                IntStream.range(1, versions.size())
                        .mapToObj(next -> earlier(versions.get(next - 1), versions.get(next)))
                        .toList());
    }

    private static Earlier earlier(Message.Version version, Message.Version next) {
        return new Earlier(
                tree(version),
                version.at(),
                next.at(),
                next.reason().map(MessageCard::words).orElse(""));
    }

    private static List<Block> tree(Message.Version version) {
        return Markup.read(words(version.text()), version.handles().or(Map.of()));
    }

    private static String words(Content<String> text) {
        return text.or("(withheld)");
    }
}
