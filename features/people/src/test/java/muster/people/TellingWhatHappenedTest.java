package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Event;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.testing.Actors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A story in which everything happens that can happen to people.
class TellingWhatHappenedTest {
    private static final Id BACKUP = Actors.id("backup");
    private static final Id FIRM = Actors.id("firm");
    private static final Id LINK = Actors.id("a link");

    private final AFrontDesk desk = new AFrontDesk();

    @BeforeEach
    void everything_happens() {
        Instant soon = desk.in(Duration.ofDays(1));
        desk.clara.give(AFrontDesk.service("backup", "jonas"));
        desk.clara.give(new PeopleCommand.Change(
                BACKUP,
                Optional.of("Night backup"),
                Optional.of("night-backup"),
                Optional.of("Europe/Rome"),
                Optional.of(new Hours("22:00", "06:00", List.of(DayOfWeek.MONDAY))),
                Optional.of(List.of(new Reach(Reach.Way.PAGER, "77"))),
                Optional.of(Actors.id("clara")),
                Optional.of("nightly copies"),
                Optional.of(soon),
                "It moved."));
        desk.clara.give(new PeopleCommand.SetAbsence(Actors.id("jonas"), soon, soon.plusSeconds(60)));
        desk.clara.give(new PeopleCommand.CancelAbsence(Actors.id("jonas"), soon));
        desk.clara.give(new PeopleCommand.EngagePartner(Optional.of(FIRM), "Hale LLP", "Letter of 2 March", soon));
        desk.clara.give(new PeopleCommand.SetEngagement(FIRM, Optional.empty(), "Conflict of interest."));
        desk.clara.give(new PeopleCommand.IssueLink(Actors.id("jonas"), LINK, soon));
        desk.host.give(new PeopleCommand.RedeemLink(LINK, Actors.id("by link")));
        desk.clara.give(new PeopleCommand.EndSession(Actors.id("by link"), "Done."));
        desk.clara.give(new PeopleCommand.Remove(BACKUP, "Not needed."));
    }

    @Test
    void nothing_that_can_happen_is_left_out_of_the_story() {
        assertThat(story().stream()
                        .<Class<?>>map(each -> each.event().getClass())
                        .distinct())
                .containsExactlyInAnyOrder(PeopleEvent.class.getPermittedSubclasses());
    }

    @Test
    void every_entry_reads_as_a_sentence() {
        assertThat(story().stream().skip(7).map(this::told))
                .containsExactly(
                        "<backup> joined",
                        "<backup> is now called Night backup: It moved.",
                        "<backup> is now mentioned as night-backup: It moved.",
                        "<backup> is now in the time zone Europe/Rome: It moved.",
                        "<backup> now works from 22:00 to 06:00: It moved.",
                        "<backup> is reached in other ways: It moved.",
                        "<clara> now answers for <backup>: It moved.",
                        "<backup> is now there for nightly copies: It moved.",
                        "<backup> is engaged until 2026-11-24T14:00:00Z: It moved.",
                        "<jonas> is away from 2026-11-24T14:00:00Z until 2026-11-24T14:01:00Z",
                        "<jonas> is not away from 2026-11-24T14:00:00Z after all",
                        "Hale LLP was engaged until 2026-11-24T14:00:00Z: Letter of 2 March",
                        "Hale LLP is now engaged until 2026-11-23T14:00:00Z: Conflict of interest.",
                        "<jonas> was given a sign-in link until 2026-11-24T14:00:00Z",
                        "<jonas> used a sign-in link",
                        "<jonas> was signed in by link until 2026-11-24T02:00:00Z",
                        "A session of <jonas> was ended: Done.",
                        "<backup> was removed: Not needed.");
    }

    private String told(Recorded<PeopleEvent> recorded) {
        Headline headline = new People().tell(recorded, desk.directory());
        String words = headline.words();
        for (int i = 0; i < headline.parts().size(); i++) {
            words = words.replace("{" + i + "}", shown(headline.parts().get(i)));
        }
        return words;
    }

    private static String shown(Headline.Part part) {
        return switch (part) {
            case Headline.Person(Id id) ->
                List.of("clara", "jonas", "backup").stream()
                        .filter(name -> Actors.id(name).equals(id))
                        .map(name -> "<" + name + ">")
                        .findFirst()
                        .orElseThrow();
            case Headline.Text(String text) -> text;
            case Headline.Thing thing -> thing.label().orElseThrow();
            case Headline.Moment(Instant at) -> at.toString();
        };
    }

    @SuppressWarnings("unchecked")
    private List<Recorded<PeopleEvent>> story() {
        List<Recorded<PeopleEvent>> story = new ArrayList<>();
        for (Recorded<Event> recorded : desk.host.events()) {
            if (recorded.event() instanceof PeopleEvent) {
                story.add((Recorded<PeopleEvent>) (Recorded<?>) recorded);
            }
        }
        return story;
    }
}
