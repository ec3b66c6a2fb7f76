package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Ref;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class DeclaringACrisisTest {
    private final ARoom room = ARoom.opened();

    @Test
    void a_candidate_becomes_a_crisis_with_a_severity_and_a_rhythm() {
        room.as("dana")
                .when(declare("sev-1"))
                .happens(new RoomEvent.Declared(
                        "sev-1",
                        Optional.of(room.scenario().now().plus(Duration.ofHours(1))),
                        Content.of("Encrypted file servers"),
                        Content.of("Ransom notes since two.")));

        assertThat(room.state().isDeclared()).isTrue();
        assertThat(room.state().severity()).contains("sev-1");
        assertThat(room.state().phase()).isEqualTo(Phase.SUSPECTED);
    }

    @Test
    void it_is_declared_once() {
        room.as("dana").give(declare("sev-1"));

        room.as("marcus").when(declare("sev-2")).isRefused("declared-already");
    }

    @Test
    void the_charter_knows_the_severities() {
        room.as("dana").when(declare("terrible")).isRefused("unknown-severity");
        room.as("dana").give(declare("sev-2"));
        room.as("dana").when(new RoomCommand.Classify("terrible", "It is.")).isRefused("unknown-severity");
    }

    @Test
    void it_needs_words_and_the_right() {
        room.as("dana").when(new RoomCommand.Declare("", "sev-1", "Something.")).isRefused("empty-text");
        room.as("dana")
                .when(new RoomCommand.Declare("Something", "sev-1", "  "))
                .isRefused("empty-text");
        room.as("kenji").when(declare("sev-1")).isForbidden();
    }

    @Test
    void a_candidate_has_neither_a_severity_to_change_nor_a_course() {
        room.as("dana").when(new RoomCommand.Classify("sev-1", "Worse.")).isRefused("not-declared");
        room.as("dana").when(new RoomCommand.MovePhase(Phase.CONTAINING, "Go.")).isRefused("not-declared");
    }

    @Test
    void another_severity_asks_for_a_reason() {
        room.as("dana").give(declare("sev-2"));

        room.as("dana").when(new RoomCommand.Classify("sev-1", " ")).isRefused("empty-text");
        room.as("kenji")
                .when(new RoomCommand.Classify("sev-1", "Backups are gone."))
                .isForbidden();
        room.as("marcus")
                .when(new RoomCommand.Classify("sev-1", "Backups are gone."))
                .happens(RoomEvent.Classified.class);
        room.as("marcus").when(new RoomCommand.Classify("sev-1", "Still.")).isRefused("nothing-to-do");
    }

    @Test
    void what_gets_worse_is_told_sooner_and_what_gets_better_not_later_than_promised() {
        room.as("dana").give(declare("sev-2"));
        assertThat(room.state().updatePromisedFor()).contains(in(Duration.ofHours(4)));

        room.as("dana").give(new RoomCommand.Classify("sev-1", "Backups are gone."));
        assertThat(room.state().updatePromisedFor()).contains(in(Duration.ofHours(1)));

        room.as("dana").give(new RoomCommand.Classify("sev-3", "Backups are found."));
        assertThat(room.state().updatePromisedFor()).contains(in(Duration.ofHours(1)));
    }

    @Test
    void the_phase_goes_any_way_with_a_reason() {
        room.as("dana").give(declare("sev-1"));

        move(Phase.RECOVERING, "The decryptor works.").happens(RoomEvent.PhaseMoved.class);
        move(Phase.CONTAINING, "They are back.")
                .happens(new RoomEvent.PhaseMoved(Phase.CONTAINING, Content.of("They are back.")));
        move(Phase.CONTAINING, "Still.").isRefused("nothing-to-do");
        move(Phase.MONITORING, "").isRefused("empty-text");
        move(Phase.CLOSED, "Enough.").isRefused("close-instead");
        room.as("lucia")
                .when(new RoomCommand.MovePhase(Phase.MONITORING, "Calm."))
                .isForbidden();
    }

    @Test
    void who_points_at_the_candidate_does_not_point_at_the_crisis_as_declared() {
        Crises crises = new Crises();
        String before = crises.find(room.state(), room.crisis()).orElseThrow().digest();
        room.as("dana").give(declare("sev-1"));

        assertThat(crises.find(room.state(), room.crisis()).orElseThrow().digest())
                .isNotEqualTo(before);
        assertThat(crises.find(room.state(), room.refTo("ciso").id())).isPresent();
        assertThat(crises.find(room.state(), Ref.to("crises", room.id("dana")).id()))
                .isEmpty();
    }

    private Instant in(Duration duration) {
        return room.scenario().now().plus(duration);
    }

    private Then move(Phase phase, String reason) {
        return room.as("dana").when(new RoomCommand.MovePhase(phase, reason));
    }

    private static RoomCommand.Declare declare(String severity) {
        return new RoomCommand.Declare("Encrypted file servers", severity, "Ransom notes since two.");
    }
}
