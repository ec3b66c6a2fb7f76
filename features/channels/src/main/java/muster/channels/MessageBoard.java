package muster.channels;

import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// What was said, in the order in which it was said; each card names its topic.
final class MessageBoard implements View<Talk> {
    @Override
    public String name() {
        return "channels.messages";
    }

    @Override
    public Class<MessageCard> cards() {
        return MessageCard.class;
    }

    @Override
    public Table<?> subjects(Talk talk) {
        return talk.messages();
    }

    @Override
    public Optional<Card> card(Id id, Talk talk, Readings readings, Clearance clearance) {
        return talk.message(id).filter(message -> clearance.sees(Lane.GENERAL)).map(MessageCard::of);
    }
}
