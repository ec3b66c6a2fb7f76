package muster.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import muster.crises.ARoom;
import muster.decisions.DecisionCommand;
import muster.decisions.Decisions;
import muster.decisions.Option;
import muster.decisions.Replaces;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Ref;
import muster.testing.Actors;
import muster.testing.Scenario;
import muster.testing.Then;

/// A declared crisis in which people work: dana leads and asks; kenji, amara and tomas do.
final class AWorkshop {
    /// The task that most tests are about.
    static final String TUNNEL = "Close the tunnel to Rotterdam";

    final ARoom room;

    AWorkshop() {
        this(ARoom.with(new Decisions(), new Tasks()));
    }

    /// With one more lane, open to everybody.
    AWorkshop(Lane lane) {
        this(ARoom.withLane(lane, new Decisions(), new Tasks()));
    }

    private AWorkshop(ARoom room) {
        this.room = room.admitted();
    }

    Scenario as(String name) {
        return room.as(name);
    }

    Id id(String name) {
        return Actors.id(name);
    }

    Ref task(String title) {
        return Ref.to("tasks", id(title));
    }

    Instant now() {
        return room.scenario().now();
    }

    Instant in(Duration time) {
        return now().plus(time);
    }

    void after(Duration time) {
        room.scenario().after(time);
    }

    /// A task that dana asks kenji to do.
    Id offered(String title) {
        return offered(title, offer -> offer);
    }

    Id offered(String title, UnaryOperator<AnOffer> terms) {
        as("dana").give(terms.apply(AnOffer.of(title, id("kenji"))).command());
        return id(title);
    }

    /// A task that kenji owns.
    Id owned(String title) {
        return owned(title, offer -> offer);
    }

    Id owned(String title, UnaryOperator<AnOffer> terms) {
        Id task = offered(title, terms);
        as("kenji").give(new TaskCommand.Accept(task));
        return task;
    }

    /// A task that kenji works on.
    Id started(String title) {
        return started(title, offer -> offer);
    }

    Id started(String title, UnaryOperator<AnOffer> terms) {
        Id task = owned(title, terms);
        as("kenji").give(new TaskCommand.Start(task));
        return task;
    }

    /// A task that kenji has done.
    Id completed(String title) {
        return completed(title, offer -> offer);
    }

    Id completed(String title, UnaryOperator<AnOffer> terms) {
        Id task = started(title, terms);
        complete(task);
        return task;
    }

    void complete(Id task) {
        as("kenji").give(new TaskCommand.Complete(task, "", List.of()));
    }

    /// A question of containment that kenji asks: isolate or keep running.
    Id asked(String question) {
        return asked(question, Optional.empty());
    }

    Id asked(String question, Optional<Replaces> replaces) {
        as("kenji")
                .give(new DecisionCommand.Ask(
                        Optional.of(id(question)),
                        "containment",
                        question,
                        Optional.empty(),
                        List.of(Option.of("isolate", "Isolate"), Option.of("keep-running", "Keep running")),
                        Optional.of("isolate"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        replaces,
                        Optional.empty()));
        return id(question);
    }

    /// marcus decides it.
    Then decide(Id decision, String option) {
        return as("marcus")
                .when(new DecisionCommand.Approve(
                        decision, 1, option, "It spreads.", Optional.empty(), Optional.of("No time for Legal.")));
    }

    Id decided(String question, String option) {
        Id decision = asked(question);
        decide(decision, option).recorded();
        return decision;
    }

    Work work() {
        return room.scenario().state(Tasks.KEY);
    }

    Task the(Id task) {
        return work().tasks().the(task);
    }

    TaskState state(Id task) {
        return the(task).state();
    }

    Optional<Id> owner(Id task) {
        return the(task).holding().owner();
    }

    TaskCard card(Id task) {
        return room.scenario().view("tasks.board", TaskCard.class).stream()
                .filter(card -> card.id().equals(task))
                .findFirst()
                .orElseThrow();
    }
}
