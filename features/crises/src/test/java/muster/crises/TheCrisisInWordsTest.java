package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.charter.AnOrganisation;
import muster.kernel.Event;
import muster.kernel.Headline;
import muster.kernel.Recorded;
import muster.kernel.Wire;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class TheCrisisInWordsTest {
    private final ARoom room = ARoom.with();
    private final Instant start = room.scenario().now();

    @Test
    void every_entry_reads_as_a_sentence() {
        room.as("dana").give(new RoomCommand.Classify("sev-2", "Backups are whole."));
        room.as("dana").give(new RoomCommand.MovePhase(Phase.CONTAINING, "We pull the plug."));
        room.as("nadia")
                .give(new RoomCommand.StandIn("incident-lead", start.plus(Duration.ofHours(2)), "Dana sleeps."));
        room.as("nadia").give(new RoomCommand.StandDown("incident-lead"));
        room.as("dana").give(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "Legal waits."));
        room.as("nadia").give(new RoomCommand.DeclineSeat("incident-lead", "Not yet."));
        room.as("dana").give(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "Now?"));
        room.as("dana").give(new RoomCommand.KeepSeat("incident-lead"));
        room.as("dana").give(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "Good night."));
        room.as("nadia").give(new RoomCommand.AcceptSeat("incident-lead"));
        room.as("marcus").give(fill("coo", "omar", List.of("priya"), "Priya is asleep."));
        room.as("marcus").give(fill("coo", "omar", List.of("tomas"), "Priya is ill."));
        room.as("marcus").give(new RoomCommand.VacateSeat("coo", "Omar is ill too."));
        room.as("marcus").give(fill("coo", "tomas", List.of(), "Somebody must."));
        room.as("marcus").give(new RoomCommand.Admit(room.id("omar"), "business", Optional.empty(), "Knows it."));
        room.admittedBy("marcus");
        room.as("marcus").give(new RoomCommand.Dismiss(room.id("judith"), "Conflict of interest."));
        room.as("marcus").give(new RoomCommand.PromiseUpdate(start.plus(Duration.ofHours(1)), "the board"));
        room.scenario().after(Duration.ofHours(1));
        room.as("marcus").give(new RoomCommand.GiveUpdate("Nothing new."));
        room.as("marcus").give(new RoomCommand.AnswerQuestions("Ransomware.", "No shipping.", "Little.", "Much."));
        room.as("marcus").give(new RoomCommand.Close("Restored.", Optional.empty()));

        assertThat(story())
                .containsExactly(
                        "C-1 opened as Blackbird by @dana: File servers do not answer.",
                        "Declared a crisis, sev-1: Encrypted file servers in Rotterdam",
                        "Severity changed from sev-1 to sev-2: Backups are whole.",
                        "From Suspected to Containing: We pull the plug.",
                        "@nadia stands in as incident lead until 2026-11-23T16:00:00.000Z: Dana sleeps.",
                        "@nadia no longer stands in as incident lead",
                        "The seat incident lead was offered to @nadia: Legal waits.",
                        "@nadia did not take over as incident lead: Not yet.",
                        "The seat incident lead was offered to @nadia: Now?",
                        "@dana stays incident lead after all",
                        "The seat incident lead was offered to @nadia: Good night.",
                        "@nadia took over as incident lead",
                        "@omar is coo in the place of @priya: Priya is asleep.",
                        "Who may stand in as coo was changed: Priya is ill.",
                        "@omar is no longer coo: Omar is ill too.",
                        "@tomas is coo: Somebody must.",
                        "@omar was admitted for business: Knows it.",
                        "@judith was admitted for legal until 2026-11-30T14:00:00.000Z:"
                                + " Outside counsel by the engagement letter of 2 March.",
                        "@judith takes part no longer: Conflict of interest.",
                        "The next update was promised to the board for 2026-11-23T15:00:00.000Z",
                        "The update promised for 2026-11-23T15:00:00.000Z was not given",
                        "Update: Nothing new.",
                        "What happened, as known now: Ransomware.",
                        "Closed: Restored.");
    }

    @Test
    void the_register_reads_so_too() {
        room.as("dana").give(new RoomCommand.Close("Restored.", Optional.empty()));
        Register register = new Register();
        Roll roll = register.initial();
        List<String> lines = new ArrayList<>();
        for (Recorded<Event> recorded : room.organisation().scenario().events()) {
            if (recorded.event() instanceof RegisterEvent event) {
                Recorded<RegisterEvent> ours = with(recorded, event);
                lines.add(line(register.tell(ours, roll)));
                roll = register.evolve(roll, ours);
            }
        }

        assertThat(lines).containsExactly("@dana opened C-1 as Blackbird", "C-1 was closed: Blackbird");
    }

    private RoomCommand.FillSeat fill(String role, String person, List<String> deputies, String reason) {
        return new RoomCommand.FillSeat(
                role,
                room.id(person),
                Optional.of(deputies.stream().map(room::id).toList()),
                reason);
    }

    private List<String> story() {
        Crises crises = new Crises();
        Room before = crises.initial();
        List<String> lines = new ArrayList<>();
        for (Recorded<Event> recorded : room.scenario().events()) {
            if (recorded.event() instanceof RoomEvent event) {
                Recorded<RoomEvent> ours = with(recorded, event);
                lines.add(line(crises.tell(ours, before)));
                before = crises.evolve(before, ours);
            }
        }
        return lines;
    }

    static <E extends Event> Recorded<E> with(Recorded<?> at, E event) {
        return new Recorded<>(
                at.header(),
                at.type(),
                at.lane(),
                at.actor(),
                at.authority(),
                at.occurred(),
                at.seen(),
                at.cause(),
                event);
    }

    private static String line(Headline headline) {
        String line = headline.words();
        for (int i = 0; i < headline.parts().size(); i++) {
            line = line.replace(
                    "{" + i + "}",
                    switch (headline.parts().get(i)) {
                        case Headline.Person person -> "@" + name(person);
                        case Headline.Thing thing -> thing.label().orElseThrow();
                        case Headline.Text text -> text.text();
                        case Headline.Moment moment -> Wire.text(moment.at());
                    });
        }
        return line;
    }

    private static String name(Headline.Person person) {
        return AnOrganisation.everybody().stream()
                .filter(name -> Actors.id(name).equals(person.id()))
                .findFirst()
                .orElseThrow();
    }
}
