package muster.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import muster.kernel.Event;
import muster.kernel.Fold;
import muster.kernel.FoldReader;
import muster.kernel.FoldWriter;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.StreamId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A history of all features, cut anywhere: a fold that was written and read goes on to the same end.
class KeepingAPlayTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_fold_that_was_kept_goes_on_as_if_it_had_not_been(long seed) throws Exception {
        Simulation play = new Simulation(Simulation.litellm(), seed);
        Random random = new Random(seed);
        for (StreamId stream : List.of(StreamId.ORGANISATION, play.crisis())) {
            List<Recorded<Event>> history =
                    play.engine.read(stream, 0, play.journal.tip(stream).size());
            Fold live = play.engine.published(stream).fold();
            for (int i = 0; i < 10; i++) {
                int cut = random.nextInt(history.size());
                Fold before = play.engine.at(stream, cut).own();
                Fold kept = writtenAndRead(play, before);
                assertThat(kept.isCopyOf(before)).as("%s after %s", stream, cut).isTrue();
                for (Recorded<Event> next : history.subList(cut, history.size())) {
                    kept = kept.evolve(next, outside(play, next));
                }
                assertThat(kept.isCopyOf(live)).as("%s from %s on", stream, cut).isTrue();
            }
        }
    }

    private static Readings outside(Simulation play, Recorded<Event> next) {
        return next.header().reads().stream()
                .findFirst()
                .map(read -> play.engine.at(read.stream(), read.size()).own())
                .orElseGet(() -> Fold.empty(play.engine.catalogue(), StreamId.ORGANISATION));
    }

    private static Fold writtenAndRead(Simulation play, Fold fold) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        FoldWriter.write(fold, written);
        return FoldReader.read(play.engine.catalogue(), new ByteArrayInputStream(written.toByteArray()));
    }
}
