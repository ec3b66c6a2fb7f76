package muster.server.door;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Lane;
import muster.kernel.Occurred;
import muster.kernel.Outcome;
import muster.kernel.Shape;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `POST …/commands/{name}`: who is it, JSON to record, into the engine. Nothing else.
public final class CommandDoor implements Door {
    private static final Logger LOG = System.getLogger(CommandDoor.class.getName());
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /// Clocks of people's machines differ.
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final Engine engine;
    private final Entrance entrance;
    private final Throttle throttle;
    private final Served served;
    private final Counts counts;
    private final Limits limits;

    public CommandDoor(
            Engine engine, Entrance entrance, Throttle throttle, Served served, Counts counts, Limits limits) {
        this.engine = engine;
        this.entrance = entrance;
        this.throttle = throttle;
        this.served = served;
        this.counts = counts;
        this.limits = limits;
    }

    /// The body of a command.
    ///
    /// @param seen the last entry that the asker had in view
    /// @param ifAt the last entry that there may be; the command is refused if there is a later one
    record Envelope(
            ObjectNode command,
            Optional<Long> seen,
            Optional<Long> ifAt,
            Optional<Occurred> occurred,
            Optional<Lane> lane) {}

    @Override
    public Answer open(Asked asked) {
        return entrance.answering(() -> command(asked));
    }

    private Answer command(Asked asked) {
        long arrived = System.nanoTime();
        asked.onlyQueries();
        Visit visit = entrance.knowingly(asked);
        throttle.pass(new Account(visit.actor().person().text(), visit.stream()));
        if (entrance.isDraining()) {
            return Problem.unavailable("draining", "This server is being stopped; nothing was written.");
        }
        Shape<? extends Command> shape = Commands.named(engine.catalogue(), visit, asked.part("name"));
        String key = asked.header("Idempotency-Key").orElse("");
        if (!UUID.matcher(key).matches()) {
            return Problem.malformed("Idempotency-Key", "has to be a UUID, new for every new command");
        }
        Submission submission = submission(visit, shape, key, Body.of(asked, limits.commandBytes()));
        Outcome outcome = await(submission, shape.name());
        counts.commanded(Outcomes.word(outcome), System.nanoTime() - arrived);
        return Outcomes.answer(outcome);
    }

    private record Account(String person, StreamId stream) {}

    private Submission submission(Visit visit, Shape<? extends Command> shape, String key, JsonNode body) {
        Envelope envelope = Body.read(() -> Wire.read(body, Envelope.class, ""));
        Command command = Body.read(() -> shape.read(envelope.command, "command"));
        envelope.occurred.ifPresent(
                occurred -> check(occurred, visit.published().timeAt(engine.now())));
        return new Submission(
                visit.stream(),
                visit.actor(),
                command,
                key.toLowerCase(Locale.ROOT),
                served.seen(visit.actor().session(), visit.stream(), envelope.seen),
                envelope.ifAt.map(seq -> seq + 1),
                envelope.occurred,
                envelope.lane.orElse(Lane.GENERAL));
    }

    private static void check(Occurred occurred, Instant now) {
        if (occurred.reason().map(String::isBlank).orElse(true)) {
            throw new TurnedAway(Problem.malformed("occurred.reason", "is missing: say why it is entered late"));
        }
        if (occurred.at().isAfter(now.plus(AHEAD))) {
            throw new TurnedAway(Problem.malformed("occurred.at", "has not come yet"));
        }
    }

    private Outcome await(Submission submission, String name) {
        try {
            Outcome outcome =
                    engine.submit(submission).get(limits.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            if (outcome instanceof Outcome.Faulted(String words)) {
                LOG.log(Logger.Level.ERROR, name + " in " + submission.stream() + ": " + words);
            }
            return outcome;
        } catch (TimeoutException late) {
            return new Outcome.Unknown("Nobody can say yet what became of it.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("The server is being stopped.");
        } catch (ExecutionException never) {
            throw new IllegalStateException("the engine answers with outcomes only", never);
        }
    }
}
