package muster.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Event;
import muster.kernel.Recorded;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class WhatCannotFollowTest {
    private final AFrontDesk desk = new AFrontDesk();

    @Test
    void what_begins_or_ends_something_happens_once() {
        desk.host.give(new PeopleCommand.EngagePartner(
                Optional.of(Actors.id("firm")), "Firm", "Letter", desk.in(Duration.ofDays(9))));
        desk.host.give(
                new PeopleCommand.IssueLink(Actors.id("jonas"), Actors.id("a link"), desk.in(Duration.ofHours(1))));
        desk.host.give(new PeopleCommand.RedeemLink(Actors.id("a link"), Actors.id("by link")));
        desk.host.give(new PeopleCommand.EndSession(Actors.id("by link"), "Out."));

        for (Class<? extends PeopleEvent> once : List.of(
                PeopleEvent.Added.class,
                PeopleEvent.Removed.class,
                PeopleEvent.PartnerEngaged.class,
                PeopleEvent.SessionOpened.class,
                PeopleEvent.SessionEnded.class,
                PeopleEvent.LinkIssued.class,
                PeopleEvent.LinkRedeemed.class)) {
            List<Recorded<PeopleEvent>> recorded = all(once);
            assertThat(recorded).isNotEmpty();
            recorded.forEach(each -> assertCannotFollow(desk.directory(), each));
        }
    }

    @Test
    void nothing_happens_to_people_before_they_are_there() {
        desk.host.give(new PeopleCommand.SetAbsence(
                Actors.id("jonas"), desk.in(Duration.ofDays(1)), desk.in(Duration.ofDays(2))));

        assertCannotFollow(Directory.EMPTY, all(PeopleEvent.AbsenceSet.class).getFirst());
        assertCannotFollow(Directory.EMPTY, all(PeopleEvent.SessionOpened.class).getFirst());
        assertCannotFollow(Directory.EMPTY, all(PeopleEvent.Removed.class).getFirst());
    }

    @Test
    void a_service_account_comes_after_its_owner() {
        desk.host.give(AFrontDesk.service("backup", "jonas"));

        assertCannotFollow(Directory.EMPTY, all(PeopleEvent.Added.class).getLast());
    }

    private void assertCannotFollow(Directory directory, Recorded<PeopleEvent> recorded) {
        assertThatThrownBy(() -> new People().evolve(directory, recorded))
                .as(recorded.event().toString())
                .isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings("unchecked")
    private List<Recorded<PeopleEvent>> all(Class<? extends PeopleEvent> type) {
        List<Recorded<PeopleEvent>> found = new ArrayList<>();
        for (Recorded<Event> recorded : desk.host.events()) {
            if (type.isInstance(recorded.event())) {
                found.add((Recorded<PeopleEvent>) (Recorded<?>) recorded);
            }
        }
        return found;
    }
}
