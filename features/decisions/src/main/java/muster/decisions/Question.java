package muster.decisions;

import java.util.List;
import java.util.Optional;
import muster.charter.DecisionType;
import muster.charter.Quorum;
import muster.kernel.Alarm;
import muster.kernel.Id;

/// One decision: a question that needs authority, on its way to an answer and after it.
///
/// @param number in the order of asking, from 1
/// @param verdict empty until it is decided
/// @param successor the last decision that changed it
public record Question(
        Id id,
        int number,
        Terms terms,
        Wording wording,
        Course course,
        Hearing hearing,
        Optional<Verdict> verdict,
        Optional<Successor> successor) {

    public Status status() {
        return course.status();
    }

    /// What is ordered, if anything is and as long as it is.
    public Optional<String> inForce() {
        return status().isInForce() ? verdict.flatMap(Verdict::option) : Optional.empty();
    }

    /// What people call it aloud: `D-07`.
    public String label() {
        return label(number);
    }

    static String label(int number) {
        return (number < 10 ? "D-0" : "D-") + number;
    }

    DecisionType type() {
        return terms.rule().type();
    }

    /// The roles that may decide now.
    List<String> deciders() {
        return type().rolesAt(course.level());
    }

    /// The roles that have to be heard before and have not answered to the present words.
    List<String> unheard() {
        return type().consult().stream()
                .filter(role -> hearing.answers().stream()
                        .noneMatch(answer -> answer.wording() == wording.number()
                                && answer.role().filter(role::equals).isPresent()))
                .toList();
    }

    /// By what authority the person in the role is for the choice, and where the quorum stands with that voice.
    Mandate mandate(Id person, String role, String choice) {
        return new Mandate(
                role,
                type().name(),
                course.level(),
                terms.rule().charter(),
                wording.number(),
                wording.digest(),
                hearing.quorum().without(person).votesFor(choice) + 1,
                type().quorum());
    }

    /// When time itself does something about it.
    Optional<Alarm> alarm() {
        return course.deadline()
                .map(due -> new Alarm(
                        alarmId(id),
                        due,
                        status() == Status.DEFERRED
                                ? new DecisionCommand.Resume(id)
                                : new DecisionCommand.Escalate(id)));
    }

    static String alarmId(Id decision) {
        return "decision " + decision;
    }

    Question with(Course now) {
        return new Question(id, number, terms, wording, now, hearing, verdict, successor);
    }

    Question with(Hearing now) {
        return new Question(id, number, terms, wording, course, now, verdict, successor);
    }

    /// With other words, on which nobody has spoken yet.
    Question with(Wording now) {
        return new Question(id, number, terms, now, course, hearing.with(afresh()), verdict, successor);
    }

    private Quorum afresh() {
        return Quorum.of(type().quorum(), deciders(), terms.barred());
    }

    Question ended(Status as, Verdict how) {
        return new Question(id, number, terms, wording, course.ended(as), hearing, Optional.of(how), successor);
    }

    Question replaced(Successor by) {
        Status as = switch (by.how()) {
            case SUPERSEDES -> Status.SUPERSEDED;
            case LIMITS -> Status.LIMITED;
            case REVERSES -> Status.REVERSED;
        };
        return new Question(id, number, terms, wording, course.ended(as), hearing, verdict, Optional.of(by));
    }
}
