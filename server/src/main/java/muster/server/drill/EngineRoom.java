package muster.server.drill;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Entry;
import muster.kernel.Errand;
import muster.kernel.Feature;
import muster.kernel.Fold;
import muster.kernel.Id;
import muster.kernel.Malformed;
import muster.kernel.Outcome;
import muster.kernel.Published;
import muster.kernel.Shape;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.kernel.View;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A crisis in this process, without a network: with an engine that is simulated (clock, randomness, the
/// thread of its turns) the same play gives the same history, byte for byte. Carries errands itself, right
/// after what asks for them.
public final class EngineRoom implements Room {
    private final Engine engine;
    private StreamId crisis = StreamId.ORGANISATION;

    public EngineRoom(Engine engine) {
        this.engine = engine;
    }

    /// The stream of the crisis, once it is open.
    public StreamId crisis() {
        return crisis;
    }

    @Override
    public Reply open(Badge by, String command, ObjectNode fields, Id id) {
        Reply reply = submit(StreamId.ORGANISATION, by, command, fields, "open " + id);
        crisis = StreamId.of(id);
        return reply;
    }

    @Override
    public Reply act(Badge by, String command, ObjectNode fields, String key) {
        return submit(crisis, by, command, fields, key);
    }

    private Reply submit(StreamId stream, Badge by, String name, ObjectNode fields, String key) {
        try {
            Shape<? extends Command> shape = engine.catalogue()
                    .command(scope(stream), name)
                    .orElseThrow(() -> new IllegalStateException("There is no command " + name + "."));
            Outcome outcome = engine.submit(Submission.of(stream, actor(by), shape.read(fields, "command"), key))
                    .join();
            carry();
            return reply(outcome);
        } catch (Malformed e) {
            return Reply.not("malformed", "malformed", String.valueOf(e.getMessage()));
        }
    }

    private muster.kernel.Scope scope(StreamId stream) {
        return engine.published(stream).fold().scope();
    }

    private Actor.Responder actor(Badge badge) {
        return new Actor.Responder(
                badge.person(), badge.session(), List.of("operator"), Optional.empty(), engine.now());
    }

    private static Reply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed -> Reply.committed(committed.to());
            case Outcome.Refused refused -> Reply.not("refused", refused.code(), refused.words());
            case Outcome.Forbidden forbidden -> Reply.not("forbidden", "forbidden", forbidden.words());
            case Outcome.StepUp stepUp -> Reply.not("step-up", "step-up-required", String.join(" ", stepUp.amr()));
            case Outcome.Unseen unseen -> Reply.not("unseen", "not-found", "");
            case Outcome.Unreadable unreadable ->
                Reply.not("malformed", "malformed", unreadable.field() + " " + unreadable.words());
            case Outcome.Unavailable unavailable -> Reply.not("unavailable", "unavailable", unavailable.words());
            case Outcome.Unknown unknown -> Reply.not("unknown", "unknown", unknown.words());
            case Outcome.Faulted faulted -> Reply.not("fault", "fault", faulted.words());
        };
    }

    /// Carries what is on its way until nothing is; nothing of an exercise leaves it.
    private void carry() {
        for (boolean idle = false; !idle; ) {
            idle = true;
            for (StreamId stream : engine.streams()) {
                List<Fold.Outstanding> parcels = new ArrayList<>();
                engine.published(stream).fold().outstanding().forEach(parcels::add);
                for (Fold.Outstanding parcel : parcels) {
                    idle = false;
                    carry(stream, parcel);
                }
            }
        }
    }

    private void carry(StreamId stream, Fold.Outstanding parcel) {
        boolean done = !(parcel.parcel() instanceof Fold.Across)
                || engine.carry(stream, parcel).join() instanceof Outcome.Committed;
        Errand.Outcome outcome = done ? Errand.Outcome.DONE : Errand.Outcome.REFUSED;
        String words = parcel.parcel() instanceof Fold.Outward ? "kept inside the exercise" : "";
        if (!(engine.settle(stream, parcel.key(), outcome, words).join() instanceof Outcome.Committed)) {
            throw new IllegalStateException("The outcome of " + parcel.name() + " cannot be recorded.");
        }
    }

    @Override
    public Cards cards(Badge by, String view) {
        Published published = engine.published(crisis);
        for (Feature<?, ?, ?> feature :
                engine.catalogue().features(published.fold().scope())) {
            Optional<List<JsonNode>> cards = cards(feature, view, published, by);
            if (cards.isPresent()) {
                return new Cards(published.fold().size() - 1, cards.get());
            }
        }
        throw new IllegalStateException("There is no view " + view + ".");
    }

    private <S> Optional<List<JsonNode>> cards(Feature<?, ?, S> feature, String name, Published published, Badge by) {
        S state = published.fold().stateOf(feature.key());
        Snapshot snapshot = new Snapshot(
                published.fold(), engine.published(StreamId.ORGANISATION).fold());
        return feature.views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .map(view -> cards(view, state, snapshot, by));
    }

    private <S> List<JsonNode> cards(View<S> view, S state, Snapshot snapshot, Badge by) {
        var clearance = engine.clearance(crisis, actor(by));
        return view.subjects(state)
                .ids()
                .flatMap(id -> view.card(id, state, snapshot, clearance).stream())
                .<JsonNode>map(Wire::tree)
                .toList();
    }

    @Override
    public void ring(Badge by) {
        engine.wake(crisis).join();
        carry();
    }

    @Override
    public List<Happened> history(Badge by) {
        List<Happened> history = new ArrayList<>();
        long size = engine.published(crisis).fold().size();
        engine.journal().read(crisis, 0, size, entry -> history.add(happened(history.size(), entry)));
        return history;
    }

    private static Happened happened(long seq, Entry entry) {
        byte[] body = java.util.Objects.requireNonNull(entry.body());
        JsonNode digests = Wire.mapper().readTree(body).path(1).path("content");
        List<String> names = new ArrayList<>(new TreeSet<>(digests.propertyNames()));
        return Happened.of(seq, text(entry.header()), text(body), name -> {
            int index = names.indexOf(name);
            return index < 0
                    ? Optional.empty()
                    : Optional.ofNullable(entry.contents().get(index)).map(EngineRoom::text);
        });
    }

    private static String text(byte[] stored) {
        return new String(stored, StandardCharsets.UTF_8);
    }

    @Override
    public Instant now() {
        return engine.now();
    }

    @Override
    public void close() {}
}
