package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.charter.ASmallCharter;
import muster.charter.AnOrganisation;
import muster.charter.Charter;
import muster.charter.CharterCommand;
import muster.charter.Role;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Ground;
import muster.kernel.Housekeeping;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Scope;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;
import muster.people.PeopleCommand;
import muster.testing.Actors;
import muster.testing.Scenario;
import org.junit.jupiter.api.Test;

class OpeningACrisisTest {
    private static final Id CRISIS = Actors.id("Blackbird");
    private static final StreamId STREAM = StreamId.of(CRISIS);

    private final AnOrganisation org = ARoom.beforeOpening();

    @Test
    void it_is_entered_in_the_register_and_gets_a_history_of_its_own() {
        org.as("dana")
                .when(open())
                .happens(new RegisterEvent.Opened(
                        CRISIS,
                        "C-1",
                        StreamKind.CRISIS,
                        org.version(),
                        Optional.empty(),
                        List.of(),
                        Content.of("Blackbird"),
                        Content.of("File servers do not answer.")));

        Room room = room();
        assertThat(room.opening().orElseThrow().label()).isEqualTo("C-1");
        assertThat(room.opening().orElseThrow().by()).isEqualTo(org.id("dana"));
        assertThat(room.isDeclared()).isFalse();
        assertThat(room.phase()).isEqualTo(Phase.SUSPECTED);
        assertThat(ground().kind()).isEqualTo(StreamKind.CRISIS);
        assertThat(ground().charter()).contains(org.version());
    }

    @Test
    void every_role_of_the_charter_has_a_seat_held_by_whom_it_names_first() {
        org.as("dana").give(open());

        assertThat(room().seats().stream().map(Seat::role))
                .containsExactlyElementsOf(
                        org.charter().roles().stream().map(Role::name).toList());
        assertThat(seat("ciso").holder()).contains(org.id("marcus"));
        assertThat(seat("ciso").deputies()).containsExactly(org.id("dana"));
        assertThat(seat("ciso").function()).isEqualTo("security");
        assertThat(room().lead()).contains(org.id("dana"));
    }

    @Test
    void who_is_no_longer_there_gets_no_seat() {
        org.scenario().give(new PeopleCommand.Remove(org.id("marcus"), "Left the company."));
        org.as("dana").give(open());

        assertThat(seat("ciso").holder()).isEmpty();
        assertThat(seat("ciso").deputies()).containsExactly(org.id("dana"));
    }

    @Test
    void whoever_opens_it_leads_while_nobody_else_can() {
        org.scenario().give(new PeopleCommand.Remove(org.id("soar"), "Replaced."));
        org.scenario().give(new PeopleCommand.Remove(org.id("dana"), "Left the company."));
        org.as("helen").give(open());

        assertThat(room().lead()).contains(org.id("helen"));
    }

    @Test
    void the_opener_is_in_the_room_without_any_seat() {
        org.scenario().give(new PeopleCommand.Remove(org.id("priya"), "Left the company."));
        org.as("omar").give(open(List.of(new Appointment("coo", org.id("tomas"), List.of()))));

        assertThat(seat("coo").holder()).contains(org.id("tomas"));
        assertThat(seat("coo").deputies()).containsExactly(org.id("omar"));
        assertThat(room().isResponder(org.id("omar"))).isTrue();
    }

    @Test
    void seats_can_be_filled_otherwise_from_the_beginning() {
        org.as("dana")
                .give(open(List.of(new Appointment("general-counsel", org.id("judith"), List.of(org.id("omar"))))));

        assertThat(seat("general-counsel").holder()).contains(org.id("judith"));
        assertThat(seat("general-counsel").deputies()).containsExactly(org.id("omar"), org.id("george"));
    }

    @Test
    void nobody_opens_a_crisis_to_seat_himself() {
        org.as("helen")
                .when(open(List.of(new Appointment("ciso", org.id("helen"), List.of()))))
                .isForbidden();
        org.as("helen")
                .when(open(List.of(new Appointment("ciso", org.id("omar"), List.of(org.id("helen"))))))
                .isForbidden();
        org.as("dana")
                .when(open(List.of(new Appointment("ciso", org.id("dana"), List.of()))))
                .happens(RegisterEvent.Opened.class);
    }

    @Test
    void a_seat_is_for_people_the_directory_knows() {
        org.as("dana")
                .when(open(List.of(new Appointment("ciso", org.id("soar"), List.of()))))
                .isRefused("unfit-for-seat");
        org.as("dana")
                .when(open(List.of(new Appointment("ciso", Actors.id("nobody"), List.of()))))
                .isRefused("unfit-for-seat");
        org.as("dana")
                .when(open(List.of(new Appointment("jester", org.id("omar"), List.of()))))
                .isRefused("unknown-role");
        org.as("dana")
                .when(open(List.of(
                        new Appointment("ciso", org.id("omar"), List.of()),
                        new Appointment("ciso", org.id("kenji"), List.of()))))
                .isRefused("role-twice");
    }

    @Test
    void it_needs_the_right() {
        org.as("kenji").when(open()).isForbidden();
        org.scenario().when(open()).isForbidden();
    }

    @Test
    void it_needs_words_and_an_id_of_its_own() {
        org.as("dana").when(open(" ", "Something.")).isRefused("empty-text");
        org.as("dana").when(open("Blackbird", "")).isRefused("empty-text");
        org.as("dana").when(open("x".repeat(201), "Something.")).isRefused("text-too-long");
        org.as("dana").give(open());
        org.as("helen").when(open()).isRefused("opened-already");
    }

    @Test
    void without_a_charter_there_is_nobody_to_open_it() {
        AnOrganisation bare = AnOrganisation.withoutCharter(Scenario.with(ARoom.catalogue()));

        bare.as("dana").when(open()).isForbidden();
        bare.scenario().when(open()).isRefused("no-charter");
    }

    @Test
    void a_crisis_goes_by_the_charter_in_force_and_keeps_to_it() {
        String first = org.version();
        org.as("dana").give(open());
        changeCharter();

        assertThat(org.version()).isNotEqualTo(first);
        assertThat(ground().charter()).contains(first);
        org.as("dana")
                .when(open(Actors.id("another"), false, Optional.empty(), Optional.of(first)))
                .isRefused("not-in-force");
        org.as("dana")
                .when(open(Actors.id("another"), false, Optional.empty(), Optional.of("9@x")))
                .isRefused("unknown-charter");
        org.as("dana")
                .when(open(Actors.id("an exercise"), true, Optional.empty(), Optional.of(first)))
                .happens(RegisterEvent.Opened.class);
    }

    @Test
    void an_exercise_looks_like_one_and_has_a_time_of_its_own() {
        Instant night = Instant.parse("2026-12-24T02:00:00Z");
        org.as("dana").give(open(CRISIS, true, Optional.of(night), Optional.empty()));
        org.as("dana").give(open(Actors.id("real"), false, Optional.empty(), Optional.empty()));

        assertThat(ground().kind()).isEqualTo(StreamKind.EXERCISE);
        assertThat(room().opening().orElseThrow().label()).isEqualTo("X-1");
        assertThat(room().opening().orElseThrow().at()).isEqualTo(night);
        assertThat(org.scenario()
                        .state(Register.KEY)
                        .crises()
                        .the(Actors.id("real"))
                        .label())
                .isEqualTo("C-1");
    }

    @Test
    void a_crisis_begins_now() {
        org.as("dana")
                .when(open(CRISIS, false, Optional.of(Instant.parse("2026-12-24T02:00:00Z")), Optional.empty()))
                .isRefused("not-an-exercise");
    }

    @Test
    void only_who_takes_part_may_know_of_it() {
        org.as("dana").give(open());

        assertThat(org.scenario().view("crises.register")).isEmpty();
        assertThat(org.scenario()
                        .view("crises.register", new Clearance(List.of(Lane.GENERAL, Register.laneOf(CRISIS)))))
                .extracting("label")
                .containsExactly("C-1");
        assertThat(org.scenario().events().stream().filter(each -> each.event() instanceof RegisterEvent))
                .allMatch(each -> each.lane().equals(Register.laneOf(CRISIS)));
        assertThat(org.scenario().engine().clearance(STREAM, org.actor("judith")))
                .isEqualTo(Clearance.NONE);
        org.as("judith").in(STREAM).when(new RoomCommand.GiveUpdate("Hello?")).isUnseen();
        assertThat(org.scenario().engine().clearance(STREAM, org.actor("helen")))
                .isEqualTo(Clearance.GENERAL);
    }

    @Test
    void nobody_but_muster_begins_a_room_or_notes_its_end() {
        org.as("dana").give(open());

        org.as("dana")
                .in(STREAM)
                .when(new RoomCommand.Begin(CRISIS, "C-9", org.id("dana"), "x", "x", List.of()))
                .isUnseen();
        org.as("dana").when(new RegisterCommand.NoteClosed(CRISIS)).isUnseen();
    }

    private RegisterCommand.Open open() {
        return open(CRISIS, false, Optional.empty(), Optional.empty());
    }

    private RegisterCommand.Open open(
            Id crisis, boolean exercise, Optional<Instant> startsAt, Optional<String> charter) {
        return new RegisterCommand.Open(
                Optional.of(crisis),
                exercise,
                "Blackbird",
                "File servers do not answer.",
                startsAt,
                Optional.empty(),
                charter);
    }

    private RegisterCommand.Open open(List<Appointment> seats) {
        return new RegisterCommand.Open(
                Optional.of(CRISIS),
                false,
                "Blackbird",
                "File servers do not answer.",
                Optional.empty(),
                Optional.of(seats),
                Optional.empty());
    }

    private RegisterCommand.Open open(String codeName, String summary) {
        return new RegisterCommand.Open(
                Optional.empty(), false, codeName, summary, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void changeCharter() {
        Charter now = ASmallCharter.charter();
        Charter next = new Charter(
                "Another title",
                now.change(),
                now.roles(),
                now.decisionTypes(),
                now.severities(),
                now.openerRole(),
                now.everyone());
        Id edition = Actors.id("the second charter");
        org.as("george").give(new CharterCommand.Propose(Optional.of(edition), next, "A better title."));
        String version = next.version(2);
        org.as("helen").give(new CharterCommand.Approve(version));
        org.as("priya").give(new CharterCommand.Approve(version));
    }

    private Scenario inRoom() {
        return org.scenario().in(STREAM);
    }

    private Room room() {
        return inRoom().state(Crises.KEY);
    }

    private Seat seat(String role) {
        return room().seat(role).orElseThrow();
    }

    private Ground ground() {
        return inRoom().state(Housekeeping.key(Scope.CRISIS)).ground().orElseThrow();
    }
}
