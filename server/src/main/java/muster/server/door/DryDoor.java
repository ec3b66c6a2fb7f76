package muster.server.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.Shape;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `POST …/dry`: what would become of these commands now, without writing anything. That is how screens know what
/// somebody may do; they have no rules of their own. Words that only people can fill in may be left out.
public final class DryDoor implements Door {
    private static final int MOST = 100;
    private static final String SOMETHING = "…";

    private final Engine engine;
    private final Entrance entrance;
    private final Throttle throttle;
    private final Limits limits;

    public DryDoor(Engine engine, Entrance entrance, Throttle throttle, Limits limits) {
        this.engine = engine;
        this.entrance = entrance;
        this.throttle = throttle;
        this.limits = limits;
    }

    /// @param type the wire name
    record Question(String type, ObjectNode command) {}

    /// @param seq the last entry that counted
    private record Foreseen(long seq, List<Verdict> answers) {}

    /// @param outcome `permitted`, `refused`, `forbidden`, `step-up`, `unseen`, `malformed` or `fault`
    private record Verdict(
            String type,
            String outcome,
            Optional<String> code,
            Optional<String> words,
            List<Id> whoCan,
            List<String> amr) {}

    @Override
    public Answer open(Asked asked) {
        asked.onlyQueries();
        Visit visit = entrance.knowingly(asked);
        throttle.pass(visit.actor().person());
        JsonNode body = Body.of(asked, limits.commandBytes());
        if (!body.isArray() || body.size() > MOST) {
            return Problem.malformed("", "has to be a list of at most " + MOST + " objects of type and command");
        }
        List<String> names = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            String at = "[" + i + "]";
            JsonNode each = body.get(i);
            Question question = Body.read(() -> Wire.read(each, Question.class, at));
            Shape<? extends Command> shape = Commands.named(engine.catalogue(), visit, question.type);
            names.add(shape.name());
            commands.add(Body.read(() -> shape.read(filledIn(shape, question.command), at + ".command")));
        }
        List<Outcome> outcomes = engine.dry(visit.stream(), visit.actor(), commands);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            verdicts.add(verdict(names.get(i), outcomes.get(i)));
        }
        return Answer.json(new Foreseen(visit.size() - 1, verdicts));
    }

    private static ObjectNode filledIn(Shape<? extends Command> shape, ObjectNode command) {
        ObjectNode filled = command.deepCopy();
        for (Shape.Field field : shape.fields()) {
            if (!field.optional() && field.type().hasRawClass(String.class) && !filled.has(field.name())) {
                filled.put(field.name(), SOMETHING);
            }
        }
        return filled;
    }

    private static Verdict verdict(String type, Outcome outcome) {
        String word = outcome instanceof Outcome.Committed ? "permitted" : Outcomes.word(outcome);
        return switch (outcome) {
            case Outcome.Committed committed -> verdict(type, word, List.of());
            case Outcome.Refused(String code, String words, List<Id> whoCan) ->
                new Verdict(type, word, Optional.of(code), Optional.of(words), whoCan, List.of());
            case Outcome.Forbidden(String words, List<Id> whoCan) ->
                new Verdict(type, word, Optional.empty(), Optional.of(words), whoCan, List.of());
            case Outcome.StepUp(List<String> amr) -> verdict(type, word, amr);
            case Outcome.Unreadable(String field, String words) ->
                new Verdict(type, word, Optional.empty(), Optional.of(words), List.of(), List.of());
            case Outcome.Unseen unseen -> verdict(type, word, List.of());
            case Outcome.Unavailable unavailable -> verdict(type, word, List.of());
            case Outcome.Unknown unknown -> verdict(type, word, List.of());
            case Outcome.Faulted faulted -> verdict(type, word, List.of());
        };
    }

    private static Verdict verdict(String type, String word, List<String> amr) {
        return new Verdict(type, word, Optional.empty(), Optional.empty(), List.of(), amr);
    }
}
