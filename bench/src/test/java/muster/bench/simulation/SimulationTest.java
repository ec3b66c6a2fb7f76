package muster.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Crises on bad days: `-Dsimulation.seeds=N` and `-Dsimulation.from=S` play others, and a seed that fails
/// here fails again with `muster bench simulate --from SEED --seeds 1`.
class SimulationTest {
    private static final long SEEDS = Long.getLong("simulation.seeds", 2000);
    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final int LYING = 100;

    @Test
    void every_promise_is_kept_whatever_happens() {
        List<String> broken = LongStream.range(FROM, FROM + SEEDS)
                .parallel()
                .boxed()
                .flatMap(seed -> Simulation.run(seed).stream().map(words -> "seed " + seed + ": " + words))
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void a_disk_that_lies_about_one_commit_is_noticed() {
        long noticed = LongStream.range(0, LYING)
                .parallel()
                .filter(seed -> !Simulation.runLying(seed).isEmpty())
                .count();

        // some lies are about what is asked again and written anew: nobody can tell
        assertThat(noticed).isGreaterThan(LYING / 3);
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(Simulation.checkpoints(seed)).hasSizeGreaterThan(1).isEqualTo(Simulation.checkpoints(seed));
        }
    }

    @Test
    void another_seed_gives_another_history() {
        assertThat(Simulation.checkpoints(1)).isNotEqualTo(Simulation.checkpoints(2));
    }
}
