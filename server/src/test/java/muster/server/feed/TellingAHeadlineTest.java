package muster.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Headline;
import muster.kernel.Lane;
import muster.kernel.Scope;
import muster.kernel.StreamId;
import muster.server.whispers.Whispers;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellingAHeadlineTest {
    private final ARoomThatWhispers room = new ARoomThatWhispers();

    @AfterEach
    void stop() {
        room.close();
    }

    private Tale.Told told(Headline headline, Lane... lanes) {
        Names names = (person, organisation) ->
                person.equals(Actors.id("dana")) ? Optional.of("Dana Weiss") : Optional.empty();
        return new Tale(
                        Whispers.catalogue(),
                        Scope.CRISIS,
                        names,
                        room.server.engine.published(new StreamId(room.id)).snapshot(),
                        new Clearance(List.of(lanes)))
                .told(headline);
    }

    @Test
    void the_name_of_a_thing_is_for_those_who_may_see_the_thing() {
        room.whispers("kenji", "Canary");
        Headline headline = Headline.of(
                "{0} looked at {1}",
                Headline.person(Actors.id("dana")),
                Headline.thing("whispers", Actors.id("whisper 1"), Content.of("Canary")));

        assertThat(told(headline, Lane.GENERAL, Whispers.LANE).text()).isEqualTo("Dana Weiss looked at Canary");
        Tale.Told hidden = told(headline, Lane.GENERAL);
        assertThat(hidden.text()).isEqualTo("Dana Weiss looked at (not for you)");
        assertThat(hidden.parts().toString()).doesNotContain("Canary");
    }

    @Test
    void somebody_whom_nobody_knows_is_somebody() {
        assertThat(told(Headline.of("{0} left", Headline.person(Actors.id("a ghost"))), Lane.GENERAL)
                        .text())
                .isEqualTo("somebody left");
    }

    @Test
    void what_was_erased_is_withheld() {
        room.says("dana", "Words");
        Headline headline =
                Headline.of("{0}", Headline.thing("whispers", Actors.id("whisper 1"), Content.<String>absent()));

        assertThat(told(headline, Lane.GENERAL).text()).isEqualTo("(withheld)");
    }

    @Test
    void braces_in_what_people_type_are_no_holes() {
        Headline headline = Headline.of("{0} at {1}", Headline.text("{1}{0}"), Headline.moment(Instant.EPOCH));

        assertThat(told(headline, Lane.GENERAL).text()).isEqualTo("{1}{0} at 1970-01-01T00:00:00.000Z");
    }
}
