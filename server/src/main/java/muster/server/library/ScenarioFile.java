package muster.server.library;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A crisis to be played, as people write it: what happened, who takes part, what they do of their own
/// accord, and what becomes of it. Everything else follows from the habits of the cast.
@Says("A crisis to be played with simulated participants.")
public record ScenarioFile(
        @Says("The name of the scenario, the same as the file's: litellm.")
        String scenario,

        @Says("What people call it.") String title,

        @Says("What it is about and what one can learn from it.")
        String about,

        @Says("Where the facts come from, in words.") List<Source> sources,
        @Says("What happened, as published.") List<Fact> facts,
        @Says("What the sources do not agree on.") List<Disagreement> disagreements,

        @Says("What the scenario assumes where the sources are silent.")
        List<String> assumptions,

        @Says("The charter it is played under: a file of the library's charters, without its ending.")
        String charter,

        @Says("The playbook whose work and questions can be named; a file of the library's playbooks.")
        Optional<String> playbook,

        @Says("What is known when the crisis is opened.") Opening opening,
        @Says("Organisations that outsiders come from.") List<Partner> partners,
        @Says("Who takes part.") List<Member> cast,

        @Says("What the world does: news, calls, findings. Read by those it is for, when they get to it.")
        List<Inject> injects,

        @Says("Work besides that of the playbook.") List<PlaybookFile.Work> tasks,
        @Says("Questions besides those of the playbook.") List<PlaybookFile.Question> decisions,

        @Says("What people do of their own accord, each when its cue is there.")
        List<Move> story,

        @Says("What becomes of a piece of work; without an entry it is accepted, done and, if asked, verified.")
        Map<String, Course> courses,

        @Says("What becomes of a question; without an entry the recommended option is chosen.")
        Map<String, Hearing> hearings,

        @Says("What a demonstration does with it.") Optional<Demonstration> demonstration) {

    /// Where facts come from.
    public record Source(
            @Says("How facts name it.") String id,
            @Says("What it is, in words.") String says) {}

    /// Something that happened.
    public record Fact(
            @Says("When, in words: 24 March, 1 h 19 min after the upload.")
            String when,

            @Says("What.") String fact,
            @Says("The source that says so.") String source) {}

    /// Something that the sources see differently.
    public record Disagreement(
            @Says("What it is about.") String question,
            @Says("What each source says, by its id.") Map<String, String> accounts,
            @Says("Why it matters in the crisis.") String matters) {}

    /// How it begins.
    public record Opening(
            @Says("Crisis time of the beginning.") Instant at,
            @Says("The member of the cast who opens it.") String by,
            @Says("A name that says nothing: two words.") String codeName,
            @Says("What is known then.") String summary) {}

    /// An organisation that outsiders come from.
    public record Partner(
            @Says("How members of the cast name it.") String id,
            @Says("Its name.") String name,

            @Says("Why they may take part: the engagement letter.")
            String ground) {}

    /// Somebody who takes part.
    public record Member(
            @Says("How everybody mentions them, without the @.")
            String handle,

            @Says("Their name.") String name,

            @Says("human, service or agent; human where it is left out.")
            Optional<muster.people.Person.Kind> kind,

            @Says("The part of the organisation they speak for.")
            String function,

            @Says("IANA name of their time zone: Europe/Oslo.")
            String zone,

            @Says("When they work, in their zone.") Week works,

            @Says("When they sleep, in their zone; left out: never.")
            Optional<Week> sleeps,

            @Says("Roles whose office it is.") List<String> holds,
            @Says("Roles they may stand in for.") List<String> deputises,

            @Says("The partner they come from; left out: one's own people.")
            Optional<String> partner,

            @Says("Who answers for it, where it is not human.")
            Optional<String> owner,

            @Says("What it is there for, where it is not human.")
            Optional<String> purpose,

            @Says("How they answer.") Habits habits,

            @Says("Times at which they cannot be reached at all.")
            List<Absence> away) {}

    /// How somebody answers what waits for them.
    public record Habits(
            @Says("How long it takes at work.") Span atWork,

            @Says("How long it takes when awake, but not at work.")
            Span offWork,

            @Says("How long it takes when woken by something that matters; left out: nobody can wake them.")
            Optional<Span> woken,

            @Says("In how many of a hundred cases they decline what is offered to them.")
            Optional<Integer> declines,

            @Says("In how many of a hundred cases their work gets stuck for some hours.")
            Optional<Integer> blocks,

            @Says("In how many of a hundred cases they object to what is asked.")
            Optional<Integer> objects) {}

    /// A time at which somebody cannot be reached.
    public record Absence(
            @Says("Crisis time of its beginning.") Instant from,
            @Says("Crisis time of its end.") Instant until,
            @Says("Why.") String why) {}

    /// Something that the world does.
    public record Inject(
            @Says("How cues name it; unique in the file.") String id,
            @Says("Crisis time at which it comes in.") Instant at,

            @Says("Who gets it: roles, handles, or everyone.")
            List<String> to,

            @Says("Where it comes from: mail of the index operator.")
            String from,

            @Says("What it says.") String says) {}

    /// What becomes of a piece of work.
    public record Course(
            @Says("How long it really takes; left out: as long as expected, more or less.")
            Optional<Duration> takes,

            @Says("What who does it says at the end.") Optional<String> result,

            @Says("The first who is asked does not take it.")
            Optional<Decline> decline,

            @Says("It gets stuck.") Optional<Block> block,
            @Says("It goes to somebody else.") Optional<HandOver> handOver,

            @Says("The first result is sent back by whoever verifies it.")
            Optional<String> sentBack) {}

    /// Somebody does not take what is offered.
    public record Decline(
            @Says("Why.") String reason,
            @Says("Who is asked instead: a role or handle.") String instead) {}

    /// Work gets stuck.
    public record Block(
            @Says("How long after the start.") Duration after,
            @Says("What kind of thing it waits for.") muster.tasks.BlockCause cause,

            @Says("For whom or what: a handle or role, or the id of work or of a question.")
            Optional<String> waitsFor,

            @Says("What is missing.") String note,

            @Says("How long until it is there, where time brings it.")
            Optional<Duration> lasts,

            @Says("What is said when it is there.") Optional<String> solved) {}

    /// Work goes to somebody else.
    public record HandOver(
            @Says("To a role or handle.") String to,
            @Says("How long after it was accepted.") Duration after,
            @Says("Why.") String reason) {}

    /// What becomes of a question.
    public record Hearing(
            @Says("The option that is chosen.") Optional<String> choose,
            @Says("Why.") Optional<String> reason,
            @Says("On what conditions.") Optional<String> conditions,

            @Says("What is answered by those who must be consulted, by role.")
            Map<String, String> answers,

            @Says("Who is on record as being against it.") List<Objection> objections,
            @Says("It is put off once.") Optional<Deferral> defer) {}

    /// Not yet.
    public record Deferral(
            @Says("For how long.") Duration lasts,
            @Says("Why.") String reason) {}

    /// Somebody is against it, on record.
    public record Objection(
            @Says("A role or handle.") String by,
            @Says("Why.") String reason) {}

    /// What a demonstration does with it.
    public record Demonstration(
            @Says("Played at once up to here, crisis time; from here on slowly.")
            Instant until,

            @Says("Questions and work that are left to whoever looks on, by id; time waits for the questions.")
            List<String> leave,

            @Says("Members of the cast whom visitors can be.")
            List<String> visitors) {}
}
