package muster.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.kernel.Event;
import muster.kernel.Read;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Replay;
import muster.kernel.StreamId;
import muster.server.library.Library.Script;
import muster.server.library.ScenarioFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlayingTheShippedScenarioTest {
    private static final Script SCRIPT = Simulation.litellm();
    private static Simulation play;

    @BeforeAll
    static void play() throws InterruptedException {
        play = new Simulation(SCRIPT, 1);
    }

    @Test
    void the_same_seed_gives_the_same_history_byte_for_byte() throws InterruptedException {
        Simulation again = new Simulation(SCRIPT, 1);
        assertThat(again.leaves(play.crisis())).isEqualTo(play.leaves(play.crisis()));
        assertThat(again.leaves(StreamId.ORGANISATION)).isEqualTo(play.leaves(StreamId.ORGANISATION));
        assertThat(again.result.measures()).isEqualTo(play.result.measures());
    }

    @Test
    void another_seed_goes_another_way_to_the_same_end() throws InterruptedException {
        Simulation other = new Simulation(SCRIPT, 2);
        assertThat(outcomes(other)).isNotEqualTo(outcomes(play));
        assertThat(other.result.closed()).isTrue();
    }

    private static List<Act> outcomes(Simulation simulation) {
        return simulation.result.acts();
    }

    @Test
    void everybody_in_the_cast_does_something() {
        Set<String> actors = play.result.acts().stream()
                .filter(Act::isCommitted)
                .filter(act -> !act.command().equals("kernel.set-time"))
                .map(Act::by)
                .collect(Collectors.toSet());
        assertThat(actors)
                .containsExactlyInAnyOrderElementsOf(SCRIPT.scenario().cast().stream()
                        .map(ScenarioFile.Member::handle)
                        .toList());
    }

    @Test
    void everything_happens_that_makes_a_crisis_hard() {
        Set<String> types = play.entries().stream().map(Recorded::type).collect(Collectors.toSet());
        assertThat(types)
                .contains(
                        "tasks.accepted",
                        "tasks.declined",
                        "tasks.offer-overdue",
                        "tasks.blocked",
                        "tasks.unblocked",
                        "tasks.released",
                        "tasks.handed-over",
                        "tasks.sent-back",
                        "tasks.verified",
                        "tasks.became-overdue",
                        "tasks.stop-asked",
                        "tasks.stop-confirmed",
                        "decisions.objected",
                        "decisions.consult-answered",
                        "decisions.deferred",
                        "decisions.escalated",
                        "decisions.approved",
                        "decisions.decided",
                        "decisions.superseded",
                        "crises.stood-in",
                        "crises.seat-accepted",
                        "crises.update-missed",
                        "crises.update-given",
                        "crises.closed");
    }

    @Test
    void nobody_asks_for_what_is_refused_and_the_crisis_closes() {
        assertThat(play.result.acts()).allMatch(Act::isCommitted);
        assertThat(play.result.closed()).isTrue();
    }

    @Test
    void a_deputy_decides_with_the_authority_of_the_seat() {
        List<Recorded<Event>> deputised = play.entries().stream()
                .filter(entry -> entry.type().equals("decisions.approved"))
                .filter(entry -> entry.authority().seats().stream()
                        .anyMatch(seat -> seat.deputyFor().isPresent()))
                .toList();
        assertThat(deputised).isNotEmpty();
    }

    @Test
    void an_auditor_finds_nothing_wrong_with_either_history() {
        for (StreamId stream : List.of(StreamId.ORGANISATION, play.crisis())) {
            Replay auditor = new Replay(play.engine.catalogue(), stream, new AtHand());
            play.journal.read(
                    stream,
                    0,
                    Long.MAX_VALUE,
                    entry -> assertThat(auditor.next(entry)).isEqualTo(new Replay.Replayed()));
        }
    }

    private static final class AtHand implements Replay.Elsewhere {
        @Override
        public Optional<Readings> at(Read read) {
            return Optional.of(play.engine.at(read.stream(), read.size()).own());
        }

        @Override
        public Optional<Recorded<Event>> entry(StreamId stream, int epoch, long seq) {
            return play.engine.read(stream, seq, seq + 1).stream().findFirst();
        }
    }

    @Test
    void the_night_costs_an_escalation_and_the_record_counts_it() {
        Measures measures = play.result.measures();
        assertThat(measures.decisions())
                .filteredOn(decision -> decision.level() == 1)
                .extracting(Measures.Decision::authority)
                .containsExactly("Aisha Rahman as coo");
        assertThat(measures.missedUpdates()).contains(Instant.parse("2026-03-21T15:30:00Z"));
        assertThat(measures.waits()).extracting(Measures.Wait::cause).contains(Measures.Cause.values());
        assertThat(Summary.of("Title", play.result))
                .contains("Title: closed.", "waited for Yuki Tanabe", "Tomás Herrera as ciso for Priya Raman");
    }
}
