package muster.bench.micro;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import muster.bench.Sample;
import muster.kernel.Actor;
import muster.kernel.CanonicalJson;
import muster.kernel.Circumstances;
import muster.kernel.Clearance;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Entries;
import muster.kernel.Entropy;
import muster.kernel.Entry;
import muster.kernel.Event;
import muster.kernel.Feature;
import muster.kernel.Id;
import muster.kernel.Judge;
import muster.kernel.Outcome;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Shape;
import muster.kernel.Snapshot;
import muster.kernel.Standing;
import muster.kernel.StreamId;
import muster.kernel.View;
import muster.kernel.Wire;
import muster.tasks.Tasks;
import muster.tasks.Work;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The steps, each on the same crisis of 2,000 entries, and on the last message that was posted there.
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Steps {
    private static final long ENTRIES = 2_000;

    private final Sample sample = new Sample(ENTRIES);
    private final Engine engine = sample.engine();
    private final StreamId crisis = sample.crisis();
    private final Actor.Responder actor = sample.actor();
    private final Command command = sample.post();
    private final Entropy entropy = Entropy.ofMachine();
    private final Snapshot snapshot = engine.published(crisis).snapshot();
    private final long size = snapshot.own().size();
    private final Entry entry = last();
    private final Recorded<Event> recorded = engine.entries().read(entry).orElseThrow();
    private final JsonNode body = parsed(entry);
    private final Shape<? extends Command> shape =
            engine.catalogue().command(Scope.CRISIS, "channels.post").orElseThrow();
    private final byte[] sent = CanonicalJson.bytes(shape.write(command));
    private final View<Work> board = board();
    private final Id task =
            board.subjects(snapshot.stateOf(Tasks.KEY)).ids().findFirst().orElseThrow();

    private Entry last() {
        List<Entry> posted = new ArrayList<>();
        engine.journal().read(crisis, size - 40, size, each -> {
            if (engine.entries().read(each).orElseThrow().type().equals("channels.posted")) {
                posted.add(each);
            }
        });
        return posted.getLast();
    }

    private static JsonNode parsed(Entry entry) {
        byte[] text = entry.body();
        if (text == null) {
            throw new IllegalStateException("nothing is withheld here");
        }
        return CanonicalJson.parse(text);
    }

    @SuppressWarnings("unchecked")
    private View<Work> board() {
        return engine.catalogue().features(Scope.CRISIS).stream()
                .filter(feature -> feature.key().equals(Tasks.KEY))
                .flatMap(feature -> ((Feature<?, ?, Work>) feature).views().stream())
                .filter(view -> view.name().equals("tasks.board"))
                .findFirst()
                .orElseThrow();
    }

    @TearDown
    public void close() {
        sample.close();
    }

    /// The body of an entry as bytes.
    @Benchmark
    public byte[] canonicalise() {
        return CanonicalJson.bytes(body);
    }

    /// The body of a request to a command.
    @Benchmark
    public Command readCommand() {
        return shape.read((ObjectNode) CanonicalJson.parse(new String(sent, StandardCharsets.UTF_8)), "command");
    }

    /// An event to the bytes of its entry.
    @Benchmark
    public Entry seal() {
        return engine.entries().seal(Entries.Draft.of(recorded), entropy).entry();
    }

    /// Standing of the actor, what the event needs, and whether that is met.
    @Benchmark
    public Judge.Judgement judge() {
        Standing standing = engine.catalogue().authority(Scope.CRISIS).standing(actor, snapshot, recorded.recordedAt());
        Circumstances circumstances = new Circumstances(actor, standing, snapshot, recorded.recordedAt());
        Feature<Command, Event, Object> feature = engine.catalogue().owner(recorded.event(), Scope.CRISIS);
        return Judge.judge(
                feature.needed(recorded.event(), snapshot.own().stateOf(feature.key()), circumstances), circumstances);
    }

    /// A command from its asker to entries that could be appended.
    @Benchmark
    public List<Outcome> decide() {
        return engine.dry(crisis, actor, List.of(command));
    }

    /// The bytes of an entry to what it says, every digest checked.
    @Benchmark
    public Optional<Recorded<Event>> readEntry() {
        return engine.entries().read(entry);
    }

    /// A task's card as JSON.
    @Benchmark
    public byte[] renderCard() {
        return Wire.mapper()
                .writeValueAsBytes(board.card(task, snapshot.stateOf(Tasks.KEY), snapshot, Clearance.GENERAL)
                        .orElseThrow());
    }

    /// The proof that an entry in the middle is in the tree.
    @Benchmark
    public List<String> proveInclusion() {
        return engine.journal().inclusion(crisis, size / 2, size);
    }
}
