package muster.ledger.toy;

import java.util.Optional;
import muster.kernel.Alarm;
import muster.kernel.Alarms;
import muster.kernel.Circumstances;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Permission;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;

/// What is said in a room, and when somebody wants to be reminded of it.
public final class Talk implements Feature<TalkCommand, TalkEvent, Talk.Said> {
    private static final Key<Said> KEY = new Key<>("talk", Scope.CRISIS, Said.class);

    /// @param sayings how many
    public record Said(int sayings, Alarms alarms) {}

    @Override
    public Key<Said> key() {
        return KEY;
    }

    @Override
    public Class<TalkCommand> commands() {
        return TalkCommand.class;
    }

    @Override
    public Class<TalkEvent> events() {
        return TalkEvent.class;
    }

    @Override
    public Said initial() {
        return new Said(0, Alarms.none());
    }

    @Override
    public Decision<TalkEvent> decide(TalkCommand command, Said state, Situation situation) {
        return switch (command) {
            case TalkCommand.Begin(String title) -> Decision.accept(new TalkEvent.Begun(Content.of(title)));
            case TalkCommand.Say(Id saying, String words, var remindAt) ->
                Decision.accept(new TalkEvent.Said(saying, remindAt, Content.of(words), Content.of("calm")));
            case TalkCommand.Remind(Id saying) -> Decision.accept(new TalkEvent.Reminded(saying));
        };
    }

    @Override
    public Permission needed(TalkEvent event, Said before, Circumstances circumstances) {
        return switch (event) {
            case TalkEvent.Begun begun -> Permission.nobody();
            case TalkEvent.Said said -> Permission.right("talk.say");
            case TalkEvent.Reminded reminded -> Permission.nobody();
        };
    }

    @Override
    public Said evolve(Said state, Recorded<TalkEvent> recorded) {
        return switch (recorded.event()) {
            case TalkEvent.Begun begun -> state;
            case TalkEvent.Said said -> {
                String id = said.saying().text();
                Alarms alarms = said.remindAt()
                        .map(at -> state.alarms.with(new Alarm(id, at, new TalkCommand.Remind(said.saying()))))
                        .orElse(state.alarms);
                yield new Said(state.sayings + 1, alarms);
            }
            case TalkEvent.Reminded reminded ->
                new Said(state.sayings, state.alarms.without(reminded.saying().text()));
        };
    }

    @Override
    public Optional<Found> find(Said state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<TalkEvent> event, Said before) {
        return Headline.of("Something happened in a room");
    }

    @Override
    public Alarms alarms(Said state) {
        return state.alarms;
    }
}
