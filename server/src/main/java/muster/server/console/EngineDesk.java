package muster.server.console;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import muster.crises.Register;
import muster.crises.Roll;
import muster.kernel.Actor;
import muster.kernel.Clearance;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Feature;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.Published;
import muster.kernel.Scope;
import muster.kernel.Shape;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;
import muster.kernel.Submission;
import muster.kernel.View;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The desk in the process that has the engine. Thread-safe.
public class EngineDesk implements Desk {
    private final Engine engine;
    private final Function<Id, String> tokens;
    private final Function<Id, String> links;
    private final Consumer<Path> backup;

    /// @param tokens the token text of a session
    /// @param links the address of a one-time link
    /// @param backup copies the data directory to an empty directory
    public EngineDesk(Engine engine, Function<Id, String> tokens, Function<Id, String> links, Consumer<Path> backup) {
        this.engine = engine;
        this.tokens = tokens;
        this.links = links;
        this.backup = backup;
    }

    @Override
    public JsonNode ask(Ask ask, ObjectNode request) {
        return switch (ask) {
            case COMMAND -> command(request);
            case VIEW -> view(request);
            case TOKEN -> JsonNodeFactory.instance.stringNode(tokens.apply(new Id(text(request, "session"))));
            case LINK -> JsonNodeFactory.instance.stringNode(links.apply(new Id(text(request, "link"))));
            case CRISES -> crises();
            case BACKUP -> {
                backup.accept(Path.of(text(request, "to")));
                yield JsonNodeFactory.instance.objectNode();
            }
        };
    }

    private JsonNode command(ObjectNode request) {
        String type = text(request, "type");
        Shape<? extends Command> shape = engine.catalogue()
                .command(Scope.ORGANISATION, type)
                .orElseThrow(() -> new DeskProblem("There is no command " + type + " of the organisation."));
        Command command = shape.read(request.path("command"), "command");
        Actor operator = new Actor.Operator(text(request, "via"));
        Outcome outcome = engine.submit(Submission.of(
                        StreamId.ORGANISATION,
                        operator,
                        command,
                        UUID.randomUUID().toString()))
                .join();
        if (outcome instanceof Outcome.Committed committed) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("from", committed.from())
                    .put("to", committed.to());
        }
        throw new DeskProblem(words(outcome));
    }

    /// An outcome, for the operator.
    public static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed -> "It was done.";
            case Outcome.Refused refused -> refused.words();
            case Outcome.Forbidden forbidden -> forbidden.words();
            case Outcome.StepUp stepUp -> "That needs a sign-in by " + String.join(" or ", stepUp.amr()) + ".";
            case Outcome.Unseen unseen -> "There is no such thing.";
            case Outcome.Unreadable unreadable -> unreadable.field() + " " + unreadable.words();
            case Outcome.Unavailable unavailable -> unavailable.words();
            case Outcome.Unknown unknown -> "It may or may not have been done: " + unknown.words();
            case Outcome.Faulted faulted -> "A fault of ours: " + faulted.words();
        };
    }

    /// Of the organisation alone: whoever has the host is not, by that, anybody in a crisis.
    private JsonNode view(ObjectNode request) {
        Published organisation = engine.published(StreamId.ORGANISATION);
        String name = text(request, "view");
        ArrayNode cards = JsonNodeFactory.instance.arrayNode();
        boolean found = false;
        for (Feature<?, ?, ?> feature : engine.catalogue().features(Scope.ORGANISATION)) {
            found |= cards(feature, name, organisation, cards);
        }
        if (!found) {
            throw new DeskProblem("There is no view " + name + ".");
        }
        return cards;
    }

    private static <S> boolean cards(Feature<?, ?, S> feature, String name, Published published, ArrayNode into) {
        boolean found = false;
        for (View<S> view : feature.views()) {
            if (view.name().equals(name)) {
                found = true;
                S state = published.snapshot().stateOf(feature.key());
                view.subjects(state)
                        .ids()
                        .flatMap(id -> view.card(id, state, published.snapshot(), Clearance.GENERAL).stream())
                        .forEach(card -> into.add(Wire.tree(card)));
            }
        }
        return found;
    }

    private JsonNode crises() {
        ArrayNode crises = JsonNodeFactory.instance.arrayNode();
        for (Roll.Listed crisis : engine.published(StreamId.ORGANISATION)
                .fold()
                .stateOf(Register.KEY)
                .crises()) {
            crises.addObject()
                    .put("id", crisis.crisis().text())
                    .put("label", crisis.label())
                    .put("exercise", crisis.kind() == StreamKind.EXERCISE)
                    .put("open", crisis.closedAt().isEmpty());
        }
        return crises;
    }

    private static String text(ObjectNode request, String field) {
        JsonNode node = request.path(field);
        if (!node.isString()) {
            throw new DeskProblem("The request lacks " + field + ".");
        }
        return node.asString();
    }

    @Override
    public void close() {}
}
