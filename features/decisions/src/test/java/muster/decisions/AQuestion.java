package muster.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.crises.ARoom;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.testing.Actors;
import muster.testing.Then;

/// A question put in a room: words to ask it, to answer it and to look at it.
final class AQuestion {
    static final List<Option> OPTIONS = List.of(
            new Option(
                    "isolate",
                    "Disconnect the three sites",
                    Optional.of("Spreading stops."),
                    Optional.of("Backups are not checked."),
                    Optional.of("No shipping for a day."),
                    Optional.of("Reconnect site by site.")),
            Option.of("watch", "Watch and wait"));

    private final ARoom room;
    private final Id id;

    private AQuestion(ARoom room, Id id) {
        this.room = room;
        this.id = id;
    }

    /// Asked by this person; the first option is recommended.
    static AQuestion asked(ARoom room, String by, String type) {
        Id id = Actors.id(type + " asked by " + by);
        room.as(by).give(ask(type).as(id).command());
        return new AQuestion(room, id);
    }

    static AQuestion asked(ARoom room, String by, Draft asking) {
        Id id = Actors.id(asking + " asked by " + by);
        room.as(by).give(asking.as(id).command());
        return new AQuestion(room, id);
    }

    static Draft ask(String type) {
        return new Draft(
                Optional.empty(),
                type,
                "Do we disconnect the EMEA sites?",
                OPTIONS,
                Optional.of("isolate"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A command to ask, word by word.
    record Draft(
            Optional<Id> id,
            String type,
            String question,
            List<Option> options,
            Optional<String> recommended,
            List<Ref> evidence,
            Optional<String> subject,
            Optional<Instant> deadline,
            Optional<Replaces> replaces) {
        Draft as(Id decision) {
            return new Draft(
                    Optional.of(decision), type, question, options, recommended, evidence, subject, deadline, replaces);
        }

        Draft question(String words) {
            return new Draft(id, type, words, options, recommended, evidence, subject, deadline, replaces);
        }

        Draft offering(Option... some) {
            return new Draft(
                    id, type, question, List.of(some), Optional.empty(), evidence, subject, deadline, replaces);
        }

        Draft recommending(String option) {
            return new Draft(id, type, question, options, Optional.of(option), evidence, subject, deadline, replaces);
        }

        Draft showing(Ref... some) {
            return new Draft(id, type, question, options, recommended, List.of(some), subject, deadline, replaces);
        }

        Draft about(String code) {
            return new Draft(id, type, question, options, recommended, evidence, Optional.of(code), deadline, replaces);
        }

        Draft until(Instant at) {
            return new Draft(id, type, question, options, recommended, evidence, subject, Optional.of(at), replaces);
        }

        Draft replacing(Id earlier, Map<String, Replacement> by) {
            return new Draft(
                    id,
                    type,
                    question,
                    options,
                    recommended,
                    evidence,
                    subject,
                    deadline,
                    Optional.of(new Replaces(earlier, by)));
        }

        DecisionCommand.Ask command() {
            return new DecisionCommand.Ask(
                    id,
                    type,
                    question,
                    Optional.of("Forensics sees the same tool at three sites."),
                    options,
                    recommended,
                    evidence,
                    subject,
                    deadline,
                    replaces,
                    Optional.empty());
        }
    }

    Id id() {
        return id;
    }

    Question now() {
        return room.scenario().state(Decisions.KEY).find(id).orElseThrow();
    }

    Status status() {
        return now().status();
    }

    /// The present words, approved without waiting for anybody.
    DecisionCommand.Approve approval(String option) {
        return new DecisionCommand.Approve(
                id,
                now().wording().number(),
                option,
                "Shipping can wait.",
                Optional.empty(),
                now().unheard().isEmpty() ? Optional.empty() : Optional.of("There is no time."));
    }

    Then approve(String who, String option) {
        return room.as(who).when(approval(option));
    }

    Then reject(String who) {
        return room.as(who).when(new DecisionCommand.Reject(id, now().wording().number(), "Too early."));
    }

    Then amend(String who, String words, Option... options) {
        return room.as(who)
                .when(new DecisionCommand.Amend(
                        id,
                        words,
                        Optional.empty(),
                        List.of(options),
                        Optional.empty(),
                        List.of(),
                        "The plant manager called."));
    }

    Then handOver(String who, String to) {
        return room.as(who).when(new DecisionCommand.HandOver(id, to, "This is a business matter."));
    }

    Then defer(String who, Duration time) {
        return room.as(who)
                .when(new DecisionCommand.Defer(id, room.scenario().now().plus(time), "Forensics reports in an hour."));
    }

    Then object(String who) {
        return room.as(who).when(new DecisionCommand.Object(id, "We lose the traces."));
    }

    Then answer(String who) {
        return room.as(who).when(new DecisionCommand.ConsultAnswer(id, "No contract forbids it."));
    }

    /// The only event of this type in the crisis.
    <E extends Event> E the(Class<E> type) {
        List<E> events = room.scenario().events(type);
        if (events.size() != 1) {
            throw new AssertionError("there is not one " + type.getSimpleName() + " but " + events);
        }
        return events.getFirst();
    }

    DecisionCard card() {
        return room.scenario().view("decisions.register", DecisionCard.class).stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
