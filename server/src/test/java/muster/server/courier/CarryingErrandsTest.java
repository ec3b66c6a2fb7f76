package muster.server.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import muster.decisions.DecisionCommand;
import muster.decisions.Option;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.KernelEvent;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.server.AServer;
import muster.server.Happens;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CarryingErrandsTest {
    private final AServer server = AServer.running();
    private final List<String> carried = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private static Outlet.Delivery done() {
        return new Outlet.Delivery(Errand.Outcome.DONE, "told");
    }

    private Courier courier(Outlet outlet) {
        return new Courier(server.engine, Map.of("notice", outlet));
    }

    private KernelEvent.Settled settledAfterAsking(StreamId crisis) throws Exception {
        Happens settled = Happens.in(server.engine, crisis, "kernel.settled");
        ask(server.engine, crisis);
        return (KernelEvent.Settled) settled.await().event();
    }

    private static void ask(Engine engine, StreamId crisis) {
        Outcome outcome = engine.submit(Submission.of(
                        crisis,
                        Actors.responder("dana"),
                        new DecisionCommand.Ask(
                                Optional.empty(),
                                "containment",
                                "Do we disconnect the sites?",
                                Optional.empty(),
                                List.of(option("yes", "Disconnect"), option("no", "Leave them")),
                                Optional.of("yes"),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        "the question"))
                .join();
        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
    }

    private static Option option(String id, String text) {
        return new Option(id, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void who_has_to_decide_is_told_and_the_outcome_is_history() throws Exception {
        StreamId crisis = new StreamId(server.crisis("Blackbird"));
        Outlet outlet = (stream, key, errand) -> {
            carried.add(errand.words().toString());
            return done();
        };
        try (Courier courier = courier(outlet)) {
            courier.start();
            assertThat(settledAfterAsking(crisis).outcome()).isEqualTo(Errand.Outcome.DONE);
        }
        assertThat(carried).isNotEmpty().allSatisfy(words -> assertThat(words).doesNotContain("disconnect"));
    }

    @Test
    void nothing_of_an_exercise_leaves_it() throws Exception {
        StreamId exercise = new StreamId(server.exercise("Dry Run"));
        Outlet outlet = (stream, key, errand) -> {
            carried.add(key);
            return done();
        };
        try (Courier courier = courier(outlet)) {
            courier.start();
            assertThat(settledAfterAsking(exercise).words().value()).contains("kept inside the exercise");
        }
        assertThat(carried).isEmpty();
    }

    @Test
    void what_may_have_failed_is_tried_again_under_the_same_key() throws Exception {
        StreamId crisis = new StreamId(server.crisis("Blackbird"));
        AtomicInteger tries = new AtomicInteger();
        Outlet outlet = (stream, key, errand) -> {
            carried.add(key);
            return switch (tries.getAndIncrement()) {
                case 0 -> new Outlet.Delivery(Errand.Outcome.UNKNOWN, "no answer");
                case 1 -> throw new IllegalStateException("a mistake of the outlet's");
                default -> done();
            };
        };
        try (Courier courier = courier(outlet)) {
            courier.start();
            settledAfterAsking(crisis);
        }
        assertThat(tries).hasValueGreaterThan(2);
        assertThat(carried).anySatisfy(key -> assertThat(carried.indexOf(key)).isNotEqualTo(carried.lastIndexOf(key)));
    }

    @Test
    void an_outlet_that_there_is_not_is_recorded() throws Exception {
        StreamId crisis = new StreamId(server.crisis("Blackbird"));
        try (Courier courier = new Courier(server.engine, Map.of())) {
            courier.start();
            assertThat(settledAfterAsking(crisis).outcome()).isEqualTo(Errand.Outcome.REFUSED);
        }
    }
}
