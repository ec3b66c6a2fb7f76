package muster.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Readings;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.kernel.Table;
import muster.kernel.View;
import muster.people.People;
import muster.people.PeopleCommand;
import muster.server.whispers.Whispers;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What did not change is not rendered again, and its bytes are the very same.
class RenderingCardsTest {
    private final ARoomThatWhispers room = new ARoomThatWhispers();
    private final List<Id> rendered = new ArrayList<>();

    @AfterEach
    void stop() {
        room.close();
    }

    /// The whispers, and a note of each rendering.
    private Screen<Whispers.Talk> screen(Key<?>... dependsOn) {
        Whispers feature = new Whispers();
        View<Whispers.Talk> view = feature.views().getFirst();
        return new Screen<>(feature, new View<>() {
            @Override
            public String name() {
                return view.name();
            }

            @Override
            public Class<? extends Card> cards() {
                return view.cards();
            }

            @Override
            public Table<?> subjects(Whispers.Talk state) {
                return view.subjects(state);
            }

            @Override
            public List<Key<?>> dependsOn() {
                return List.of(dependsOn);
            }

            @Override
            public Optional<Card> card(Id id, Whispers.Talk state, Readings readings, Clearance clearance) {
                rendered.add(id);
                return view.card(id, state, readings, clearance);
            }
        });
    }

    private Snapshot now() {
        return new Snapshot(
                room.server.engine.published(new StreamId(room.id)).fold(),
                room.server.engine.published(StreamId.ORGANISATION).fold());
    }

    @Test
    void only_the_card_whose_subject_changed_is_rendered_again() {
        room.says("dana", "One");
        room.says("dana", "Two");
        Screen<Whispers.Talk> screen = screen();
        Sheet before = screen.render(now(), Clearance.GENERAL);
        rendered.clear();
        room.say("whisper 2", "dana", "Twice", false);

        Sheet after = screen.render(now(), Clearance.GENERAL, before);

        assertThat(rendered).containsExactly(Actors.id("whisper 2"));
        assertThat(after.tiles().get(Actors.id("whisper 1")))
                .isSameAs(before.tiles().get(Actors.id("whisper 1")));
    }

    @Test
    void what_happens_elsewhere_renders_nothing() {
        room.says("dana", "One");
        Screen<Whispers.Talk> screen = screen();
        Sheet before = screen.render(now(), Clearance.GENERAL);
        rendered.clear();
        room.server
                .as("dana")
                .command(room.crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}");

        assertThat(screen.render(now(), Clearance.GENERAL, before)).isSameAs(before);
        assertThat(rendered).isEmpty();
    }

    @Test
    void what_a_view_reads_besides_renders_everything_anew() {
        room.says("dana", "One");
        room.says("dana", "Two");
        Screen<Whispers.Talk> screen = screen(People.KEY);
        Sheet before = screen.render(now(), Clearance.GENERAL);
        rendered.clear();
        room.server.byHost(new PeopleCommand.EndSession(Actors.id("omar's session"), "Signed out."));

        Sheet after = screen.render(now(), Clearance.GENERAL, before);

        assertThat(rendered).hasSize(2);
        assertThat(after.cards()).isEqualTo(before.cards());
    }
}
