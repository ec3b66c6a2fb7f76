package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.BOB;
import static muster.testing.notes.ANotebook.STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import muster.testing.notes.Notes;
import muster.testing.notes.Shelf;
import org.junit.jupiter.api.Test;

class ManyAtOnceTest {
    private static final int EACH = 30;

    private final Scenario notebook = ANotebook.open();

    /// Two engines, each with writers in the notebook and somebody at the shelf, all at once.
    private List<CompletableFuture<Outcome>> everybodyWrites(List<Engine> engines, ExecutorService threads) {
        Queue<CompletableFuture<Outcome>> answers = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int e = 0; e < engines.size(); e++) {
            Engine engine = engines.get(e);
            for (Actor.Responder who : List.of(ANN, BOB)) {
                String name = who.person() + " of engine " + e;
                writers.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < EACH; i++) {
                                Command command = ANotebook.write(name + " " + i);
                                answers.add(engine.submit(Submission.of(STREAM, who, command, name + i)));
                            }
                        },
                        threads));
            }
            String name = "shelf of engine " + e;
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < EACH; i++) {
                            Command command = ANotebook.admit(Actors.responder(name + i), true);
                            answers.add(engine.submit(
                                    Submission.of(StreamId.ORGANISATION, Actors.operator(), command, name + i)));
                        }
                    },
                    threads));
        }
        writers.forEach(CompletableFuture::join);
        return List.copyOf(answers);
    }

    @Test
    void everybody_is_answered_and_nothing_is_lost_or_doubled() {
        Map<Engine, Queue<Long>> told = new HashMap<>();
        Queue<String> wentBack = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        // readers never wait, so they must not have the few carriers of the virtual threads
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService watchers = Executors.newFixedThreadPool(2)) {
            List<Engine> engines = List.of(notebook.anotherEngine(threads), notebook.anotherEngine(threads));
            long from = engines.getFirst().published(STREAM).tip().size();
            List<CompletableFuture<Void>> readers = new ArrayList<>();
            for (Engine engine : engines) {
                Queue<Long> seqs = told.computeIfAbsent(engine, any -> new ConcurrentLinkedQueue<>());
                engine.follow(advance -> advance.recorded().stream()
                        .filter(each -> each.header().stream().equals(STREAM))
                        .forEach(each -> seqs.add(each.seq())));
                assertThat(engine.published(STREAM).tip().size()).isEqualTo(from);
                readers.add(CompletableFuture.runAsync(() -> watch(engine, done, wentBack), watchers));
            }

            List<CompletableFuture<Outcome>> answers = everybodyWrites(engines, threads);
            assertThat(answers)
                    .hasSize(2 * 3 * EACH)
                    .allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Outcome.Committed.class));
            done.set(true);
            readers.forEach(CompletableFuture::join);
            engines.forEach(engine -> engine.wake(STREAM).join());

            long size = notebook.engine().journal().tip(STREAM).size();
            assertThat(size).isEqualTo(from + 2 * 2 * EACH * 2);
            List<Long> all = LongStream.range(from, size).boxed().toList();
            assertThat(told.values())
                    .allSatisfy(seqs -> assertThat(List.copyOf(seqs)).isEqualTo(all));
            assertThat(wentBack).isEmpty();
            assertThat(engines.getFirst()
                            .published(STREAM)
                            .fold()
                            .sameAs(engines.getLast().published(STREAM).fold()))
                    .isTrue();
        }
        // the scenario's own engine has seen nothing of it, and now reads and checks it all
        notebook.give(ANotebook.write("the last"));
        assertThat(notebook.state(Notes.KEY).notes().size()).isEqualTo(2 * 2 * EACH + 1);
        assertThat(notebook.events(NoteEvent.Written.class)).doesNotHaveDuplicates();
        assertThat(notebook.in(StreamId.ORGANISATION).events()).hasSize(1 + 3 + 1 + 1 + 2 * EACH);
    }

    private static void watch(Engine engine, AtomicBoolean done, Queue<String> wentBack) {
        long size = 0;
        int people = 0;
        while (!done.get()) {
            var published = engine.published(STREAM);
            if (published.tip().size() < size
                    || published.tip().size() != published.fold().size()) {
                wentBack.add("published " + published.tip().size() + " after " + size);
            }
            int now = published.snapshot().stateOf(Shelf.KEY).writers().size();
            if (now < people) {
                wentBack.add("read " + now + " people after " + people);
            }
            size = published.tip().size();
            people = now;
            Thread.onSpinWait();
        }
    }
}
