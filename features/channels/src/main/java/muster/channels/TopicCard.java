package muster.channels;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.kernel.View;

/// A topic as a screen shows it.
///
/// @param digest the version of its words, for a [Ref] to them
/// @param messages how many there are
/// @param last when something was last said in it
public record TopicCard(
        Id id,
        String digest,
        String title,
        Optional<Ref> about,
        Optional<Id> by,
        Instant at,
        int messages,
        Instant last,
        Optional<Closed> closed)
        implements View.Card {

    /// @param outcome what came of it
    public record Closed(Optional<Id> by, Instant at, String outcome) {}

    static TopicCard of(Topic topic) {
        return new TopicCard(
                topic.id(),
                topic.digest(),
                topic.title().or("(withheld)"),
                topic.about(),
                topic.by(),
                topic.at(),
                topic.messages(),
                topic.last(),
                topic.closing()
                        .map(end -> new Closed(end.by(), end.at(), end.outcome().or("(withheld)"))));
    }
}
