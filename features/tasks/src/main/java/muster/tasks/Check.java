package muster.tasks;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import muster.crises.Crises;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Situation;
import muster.people.People;
import muster.people.Person;

/// What stands against a command: asked one question after another, it keeps the first objection. What is
/// wrong with the words comes last, so that screens can ask what is possible before there are any.
record Check(Situation situation, Optional<Decision<TaskEvent>> objection) {
    private static final int TITLE = 200;
    private static final int TEXT = 10_000;

    static Check in(Situation situation) {
        return new Check(situation, Optional.empty());
    }

    Check refuse(boolean wrong, String code, String words) {
        return wrong ? object(() -> Decision.refuse(code, words)) : this;
    }

    Check unseen(boolean missing) {
        return missing ? object(Decision::unseen) : this;
    }

    private Check object(Supplier<Decision<TaskEvent>> refusal) {
        return objection.isPresent() ? this : new Check(situation, Optional.of(refusal.get()));
    }

    /// Asks about what may be absent.
    <T> Check about(Optional<T> thing, BiFunction<Check, T, Check> question) {
        return thing.map(present -> question.apply(this, present)).orElse(this);
    }

    /// Asks something that takes more than one question.
    Check also(UnaryOperator<Check> questions) {
        return questions.apply(this);
    }

    Check byPerson() {
        return refuse(
                situation.actor().asPerson().isEmpty(),
                "people-only",
                "Only somebody with a session of their own can do that.");
    }

    Check owned(Task task) {
        return refuse(!task.isOwned(), "no-owner", "Nobody owns this task yet; somebody has to accept it first.");
    }

    Check notStopped(Task task) {
        return refuse(
                task.progress().stop().isPresent(),
                "stop-first",
                "The decision behind this task no longer holds as it was; its owner has to answer that first.");
    }

    Check inTheRoom(Id person) {
        return refuse(
                !situation.stateOf(Crises.KEY).isResponder(person, situation.recordedAt()),
                "not-in-the-room",
                "Only somebody who takes part in this crisis can be asked; admit them first.");
    }

    Check fitToVerify(Id person, List<Id> workers) {
        boolean human = situation
                .stateOf(People.KEY)
                .person(person)
                .filter(Person::isHuman)
                .isPresent();
        return inTheRoom(person)
                .refuse(!human, "verifier-not-human", "Only a human can verify a result.")
                .notBoth(Optional.of(person), workers);
    }

    /// Nobody verifies work of their own.
    Check notBoth(Optional<Id> verifier, List<Id> workers) {
        return refuse(
                verifier.filter(workers::contains).isPresent(),
                "verifier-is-worker",
                "Whoever does the work cannot be the one who verifies it.");
    }

    Check title(String words) {
        return said("title", words).fits("title", words, TITLE);
    }

    Check reason(String words) {
        return said("reason", words).text("reason", words);
    }

    Check note(String words) {
        return said("note", words).text("note", words);
    }

    Check text(String what, String words) {
        return fits(what, words, TEXT);
    }

    private Check said(String what, String words) {
        return refuse(words.isBlank(), what + "-missing", "The " + what + " is empty; say it in a few words.");
    }

    private Check fits(String what, String words, int most) {
        return refuse(
                words.length() > most,
                what + "-too-long",
                "The " + what + " has " + words.length() + " characters; at most " + most + " can be kept.");
    }

    Decision<TaskEvent> otherwise(Supplier<TaskEvent> event) {
        return objection.orElseGet(() -> Decision.accept(event.get()));
    }

    /// As it is already: nothing to do.
    Decision<TaskEvent> unless(boolean already, Supplier<TaskEvent> event) {
        return objection.orElseGet(() -> Decision.accept(already ? List.of() : List.of(event.get())));
    }

    Decision<TaskEvent> otherwiseAll(Supplier<List<TaskEvent>> events) {
        return objection.orElseGet(() -> Decision.accept(events.get()));
    }
}
