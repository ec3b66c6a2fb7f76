package muster.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import muster.server.Features;
import muster.server.library.Library.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayingASmallScenarioTest {
    private final Script script = Simulation.small();

    @Test
    void over_the_network_everybody_does_the_same_with_the_same_outcome(@TempDir Path folder)
            throws InterruptedException {
        Simulation here = new Simulation(script, 3);
        assertThat(here.result.closed()).isTrue();
        Production production = new Production(script, 3, new Pace.Headless(), act -> {});
        Drill.Result there = production.inTheatre(folder.resolve("one"));
        assertThat(there.acts()).isEqualTo(here.result.acts());
        assertThat(there.measures().waits()).isEqualTo(here.result.measures().waits());
        assertThat(there.measures().decisions())
                .isEqualTo(here.result.measures().decisions());
    }

    @Test
    void a_server_can_be_played_in_twice_by_the_same_people(@TempDir Path folder) throws InterruptedException {
        Production production = new Production(script, 3, new Pace.Headless(), act -> {});
        try (Theatre theatre = Theatre.of(folder.resolve("data"), folder.resolve("keys"))) {
            Drill.Result first = production.at(theatre.address(), theatre.desk(), Features.catalogue(), "first");
            Drill.Result second = production.at(theatre.address(), theatre.desk(), Features.catalogue(), "second");
            assertThat(second.crisis()).isNotEqualTo(first.crisis());
            assertThat(second.acts()).isEqualTo(first.acts());
            assertThat(new DeskBackstage(theatre.desk(), Features.catalogue()).people())
                    .hasSize(5);
        }
    }

    @Test
    void time_can_run_instead_of_jumping(@TempDir Path folder) throws InterruptedException {
        Drill.Result flowed = new Production(script, 3, new Pace.Times(10_000), act -> {}).inTheatre(folder);
        assertThat(flowed.closed()).isTrue();
        assertThat(flowed.acts())
                .filteredOn(act -> act.command().equals("kernel.set-time"))
                .hasSizeLessThan(4);
    }

    @Test
    void a_question_that_is_left_to_visitors_stays_open_and_time_waits_for_it() throws InterruptedException {
        AtomicInteger steps = new AtomicInteger();
        Simulation shown = new Simulation(
                script,
                4,
                drill -> drill.at(new Pace.Followed(
                                Instant.parse("2026-05-04T08:05:00Z"), Duration.ofMillis(1), nobody -> false))
                        .until(() -> steps.incrementAndGet() > 400));
        List<String> commands = shown.result.acts().stream().map(Act::command).toList();
        assertThat(commands)
                .contains("decisions.ask", "decisions.consult-answer")
                .doesNotContain("decisions.approve");
        assertThat(shown.result.closed()).isFalse();
        assertThat(shown.result.measures().decisions())
                .extracting(Measures.Decision::outcome)
                .containsExactly("still open");
        assertThat(shown.result.measures().escalations()).isEmpty();
    }

    @Test
    void visitors_get_a_link_each_and_the_rest_goes_on(@TempDir Path folder) {
        try (Theatre theatre = Theatre.of(folder.resolve("data"), folder.resolve("keys"));
                Demonstration demonstration = Demonstration.begin(
                        theatre.desk(),
                        Features.catalogue(),
                        theatre.address(),
                        script,
                        "shown",
                        person -> false,
                        act -> {})) {
            assertThat(demonstration.visitors()).singleElement().satisfies(visitor -> {
                assertThat(visitor.roles()).containsExactly("ciso");
                assertThat(visitor.link()).contains("/sign-in/link/");
            });
        }
    }

    @Test
    void progress_is_told_a_line_a_day_where_nothing_can_be_written_over() throws InterruptedException {
        StringWriter out = new StringWriter();
        try (Progress progress = new Progress(script.scenario(), new PrintWriter(out), false)) {
            new Simulation(script, 5, drill -> drill.watchedBy(progress));
        }
        assertThat(out.toString()).startsWith("Mon 4 May  1 commands").hasLineCount(1);
    }
}
