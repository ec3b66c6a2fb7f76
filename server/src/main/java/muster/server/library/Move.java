package muster.server.library;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that somebody does of their own accord.
@ExactlyOne({
    "declare",
    "offer",
    "ask",
    "say",
    "phase",
    "severity",
    "promise",
    "update",
    "answers",
    "standIn",
    "standDown",
    "handOverSeat",
    "admit",
    "dismiss",
    "close"
})
public record Move(
        @Says("How other cues name it; unique in the file.") Optional<String> id,

        @Says("Who does it: a role, whoever speaks for it then, or a handle.")
        String by,

        @Says("Not before this crisis time.") Optional<Instant> at,

        @Says("Not before all of this: injects read, work done, questions answered, moves made.")
        List<String> after,

        @Says("Only if the last question of `after` was answered with this option.")
        Optional<String> option,

        @Says("How long after that; left out: as the habits of the one who does it say.")
        Optional<Duration> delay,

        @Says("Declares the crisis.") Optional<Declaration> declare,
        @Says("Offers a piece of work, by its id.") Optional<Offer> offer,
        @Says("Puts a question, by its id.") Optional<Question> ask,
        @Says("Says something in a topic.") Optional<Saying> say,
        @Says("Moves the crisis to another phase.") Optional<PhaseChange> phase,
        @Says("Changes the severity.") Optional<SeverityChange> severity,
        @Says("Promises the next update.") Optional<Promise> promise,
        @Says("Gives an update.") Optional<String> update,

        @Says("Answers the four questions that everybody asks.")
        Optional<Answers> answers,

        @Says("Takes the seat of somebody else as a deputy.")
        Optional<StandIn> standIn,

        @Says("Gives a seat back that was taken as a deputy: the role.")
        Optional<String> standDown,

        @Says("Offers the own seat to somebody else.") Optional<SeatHandOver> handOverSeat,

        @Says("Lets somebody take part who has no seat.") Optional<Admission> admit,

        @Says("Ends somebody's part.") Optional<Dismissal> dismiss,

        @Says("Closes the crisis; tried again as long as something is open.")
        Optional<Closing> close) {

    /// It is a crisis.
    public record Declaration(
            @Says("What the crisis is called.") String title,
            @Says("The charter's name for its severity.") String severity,
            @Says("What happened, as far as one knows.") String whatHappened) {}

    /// Work is offered to somebody.
    public record Offer(
            @Says("The work, by its id.") String task,

            @Says("A role or handle other than the work's own role.")
            Optional<String> to,

            @Says("How long there is until it is due.") Optional<Duration> due) {}

    /// A question is put to those who may decide it.
    public record Question(
            @Says("The question, by its id.") String decision,

            @Says("Work whose result is shown as evidence, by its id.")
            List<String> evidence,

            @Says("How long the deciders have; left out, and at most: as long as the charter says.")
            Optional<Duration> within) {}

    /// Something is said.
    public record Saying(
            @Says("The topic; opened where there is none of this title.")
            String topic,

            @Says("The words; who is mentioned by @handle is told.")
            String text) {}

    /// The crisis comes to another phase.
    public record PhaseChange(
            @Says("The phase.") muster.crises.Phase to,
            @Says("Why.") String reason) {}

    /// It is worse, or less bad, than was thought.
    public record SeverityChange(
            @Says("The charter's name for it.") String to,
            @Says("Why.") String reason) {}

    /// The next update is promised.
    public record Promise(
            @Says("When, from now.") Duration in,
            @Says("To whom.") String audience) {}

    /// The four questions that everybody asks have an answer.
    public record Answers(
            @Says("What happened?") String whatHappened,
            @Says("How does it affect us?") String howItAffectsUs,
            @Says("What do we know?") String whatWeKnow,
            @Says("What do we do about it?") String whatWeDo) {}

    /// A deputy takes a seat for a while.
    public record StandIn(
            @Says("The role.") String role,
            @Says("For how long.") Duration lasts,
            @Says("Why.") String reason) {}

    /// A seat goes to the next shift.
    public record SeatHandOver(
            @Says("The role.") String role,
            @Says("The handle of whoever takes over.") String to,
            @Says("What they have to know.") String note) {}

    /// Somebody is let in who has no seat.
    public record Admission(
            @Says("The handle of whoever is let in.") String who,
            @Says("Why they may take part.") String ground,

            @Says("For how long; needed for outsiders and for what is not human.")
            Optional<Duration> lasts) {}

    /// Somebody's part is over.
    public record Dismissal(
            @Says("The handle.") String who, @Says("Why.") String reason) {}

    /// The crisis is over.
    public record Closing(
            @Says("Why it can be closed.") String reason,
            @Says("What to do better.") Optional<String> lessons) {}
}
