package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.View;
import muster.people.PeopleCommand;
import muster.people.Person;
import org.junit.jupiter.api.Test;

class WhatTheRoomShowsTest {
    private final ARoom room = ARoom.with();

    @Test
    void its_header_says_what_it_is_and_where_it_stands() {
        room.as("dana").give(new RoomCommand.MovePhase(Phase.CONTAINING, "We pull the plug."));

        RoomCard card = header(room);
        assertThat(card.id()).isEqualTo(room.crisis());
        assertThat(card.label()).isEqualTo("C-1");
        assertThat(card.exercise()).isFalse();
        assertThat(card.codeName()).isEqualTo("Blackbird");
        assertThat(card.title()).contains("Encrypted file servers in Rotterdam");
        assertThat(card.severity()).contains("sev-1");
        assertThat(card.severityTitle()).contains("SEV 1");
        assertThat(card.phase()).isEqualTo(Phase.CONTAINING);
        assertThat(card.lead()).contains(room.id("dana"));
        assertThat(card.charter()).isEqualTo(room.organisation().version());
        assertThat(card.closing()).isEmpty();
    }

    @Test
    void a_candidate_has_no_title_and_no_severity_yet() {
        RoomCard card = header(ARoom.opened());

        assertThat(card.title()).isEmpty();
        assertThat(card.severityTitle()).isEmpty();
        assertThat(card.declaredAt()).isEmpty();
        assertThat(card.phase().word()).isEqualTo("Suspected");
    }

    @Test
    void an_exercise_says_so() {
        assertThat(header(ARoom.exercise()).exercise()).isTrue();
        assertThat(header(ARoom.exercise()).label()).isEqualTo("X-1");
    }

    @Test
    void every_seat_has_a_card_with_the_title_of_the_charter() {
        room.as("nadia")
                .give(new RoomCommand.StandIn(
                        "incident-lead", room.scenario().now().plus(Duration.ofHours(2)), "Dana sleeps."));
        List<SeatCard> seats = room.scenario().view("crises.seats", SeatCard.class);

        assertThat(seats)
                .extracting(SeatCard::title)
                .startsWith("Incident lead", "CISO", "COO")
                .hasSize(9);
        assertThat(seats).extracting(SeatCard::leads).startsWith(true, false);
        assertThat(seats.getFirst().standIn()).contains(room.id("nadia"));
        assertThat(seats.getFirst().standInUntil())
                .contains(room.scenario().now().plus(Duration.ofHours(2)));
        assertThat(seats.getFirst().deputies()).containsExactly(room.id("nadia"));
    }

    @Test
    void everybody_who_takes_part_has_a_card_with_zone_and_part() {
        room.admitted();

        ResponderCard dana = responder("dana").orElseThrow();
        assertThat(dana.roles()).containsExactly("incident-lead");
        assertThat(dana.deputyFor()).containsExactly("ciso");
        assertThat(dana.functions()).containsExactly("security");
        assertThat(dana.zone()).contains("Europe/Berlin");
        assertThat(dana.kind()).contains(Person.Kind.HUMAN);
        assertThat(dana.until()).isEmpty();
        ResponderCard judith = responder("judith").orElseThrow();
        assertThat(judith.roles()).isEmpty();
        assertThat(judith.functions()).containsExactly("legal");
        assertThat(judith.until()).contains(room.scenario().now().plus(Duration.ofDays(7)));
        assertThat(responder("soar")).isEmpty();
    }

    @Test
    void the_zone_follows_the_directory() {
        room.organisation()
                .scenario()
                .give(new PeopleCommand.Change(
                        room.id("dana"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Europe/Lisbon"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "Travels."));
        room.as("dana").give(new RoomCommand.GiveUpdate("Back online."));

        assertThat(responder("dana").orElseThrow().zone()).contains("Europe/Lisbon");
    }

    @Test
    void who_is_gone_has_no_card() {
        room.as("dana").give(new RoomCommand.Dismiss(room.id("kenji"), "Went home."));

        assertThat(responder("kenji")).isEmpty();
    }

    @Test
    void who_may_see_nothing_sees_nothing() {
        assertThat(room.scenario().view("crises.room", Clearance.NONE)).isEmpty();
        assertThat(room.scenario().view("crises.seats", Clearance.NONE)).isEmpty();
        assertThat(room.scenario().view("crises.people", Clearance.NONE)).isEmpty();
    }

    private Optional<ResponderCard> responder(String name) {
        Id id = room.id(name);
        List<ResponderCard> cards = room.scenario().view("crises.people", ResponderCard.class);
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    private static RoomCard header(ARoom room) {
        List<View.Card> cards = room.scenario().view("crises.room");
        assertThat(cards).hasSize(1);
        return (RoomCard) cards.getFirst();
    }
}
