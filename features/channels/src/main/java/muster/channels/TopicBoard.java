package muster.channels;

import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// What is talked about.
final class TopicBoard implements View<Talk> {
    @Override
    public String name() {
        return "channels.topics";
    }

    @Override
    public Class<TopicCard> cards() {
        return TopicCard.class;
    }

    @Override
    public Table<?> subjects(Talk talk) {
        return talk.topics();
    }

    @Override
    public Optional<Card> card(Id id, Talk talk, Readings readings, Clearance clearance) {
        return talk.topic(id).filter(topic -> clearance.sees(Lane.GENERAL)).map(TopicCard::of);
    }
}
