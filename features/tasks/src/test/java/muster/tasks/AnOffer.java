package muster.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.testing.Actors;

/// An offer in words: what a test does not say is as simple as it can be.
final class AnOffer {
    private final Id to;
    private Optional<Id> task;
    private String title;
    private String description = "";
    private Optional<Instant> due = Optional.empty();
    private Risk risk = Risk.MEDIUM;
    private List<Id> dependsOn = List.of();
    private boolean evidenceRequired;
    private Optional<Id> verifier = Optional.empty();
    private Optional<Ref> forDecision = Optional.empty();
    private Optional<String> ifOption = Optional.empty();
    private Optional<Ref> origin = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<Duration> expected = Optional.empty();

    private AnOffer(String title, Id to) {
        this.task = Optional.of(Actors.id(title));
        this.title = title;
        this.to = to;
    }

    /// Of a task whose id follows from its title.
    static AnOffer of(String title, Id to) {
        return new AnOffer(title, to);
    }

    TaskCommand.Offer command() {
        return new TaskCommand.Offer(
                task,
                title,
                description,
                to,
                due,
                risk,
                dependsOn,
                evidenceRequired,
                verifier,
                forDecision,
                ifOption,
                origin,
                subject,
                expected);
    }

    AnOffer withoutId() {
        task = Optional.empty();
        return this;
    }

    AnOffer titled(String words) {
        title = words;
        return this;
    }

    AnOffer described(String words) {
        description = words;
        return this;
    }

    AnOffer due(Instant at) {
        due = Optional.of(at);
        return this;
    }

    AnOffer risk(Risk harm) {
        risk = harm;
        return this;
    }

    AnOffer expected(Duration length) {
        expected = Optional.of(length);
        return this;
    }

    AnOffer proved() {
        evidenceRequired = true;
        return this;
    }

    AnOffer verifiedBy(Id person) {
        verifier = Optional.of(person);
        return this;
    }

    AnOffer dependsOn(Id... tasks) {
        dependsOn = List.of(tasks);
        return this;
    }

    AnOffer forDecision(Id decision) {
        return forThing(Ref.to("decisions", decision));
    }

    AnOffer forThing(Ref decision) {
        forDecision = Optional.of(decision);
        return this;
    }

    AnOffer ifOption(String option) {
        ifOption = Optional.of(option);
        return this;
    }

    AnOffer from(Ref thing) {
        origin = Optional.of(thing);
        return this;
    }

    AnOffer on(String thing) {
        subject = Optional.of(thing);
        return this;
    }
}
