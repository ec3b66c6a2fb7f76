package muster.server.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prepared work as people write it: phases of tasks, the questions that gate them, and the duties to tell
/// somebody.
@Says("Prepared work for one kind of crisis.")
public record PlaybookFile(
        @Says("The name of the playbook, the same as the file's: software-supply-chain.")
        String playbook,

        @Says("What people call it.") String title,

        @Says("When it is the right one, and when it is not.")
        String use,

        @Says("The phases, in the order in which they usually come.")
        List<Phase> phases) {

    /// A part of the work that belongs together.
    public record Phase(
            @Says("For people: Contain.") String title,
            @Says("The phase of the crisis it belongs to.") muster.crises.Phase phase,

            @Says("What is reached at its end, in a sentence.")
            String goal,

            @Says("The work.") List<Work> tasks,
            @Says("The questions that need authority.") List<Question> decisions,

            @Says("Duties to tell somebody by a time, in words.")
            List<Clock> clocks) {}

    /// A piece of work.
    public record Work(
            @Says("How other entries name it; unique in the file.")
            String id,

            @Says("What is to be done, in a few words.") String title,

            @Says("What done means, and what to look out for.")
            Optional<String> description,

            @Says("The role whose speaker is asked to do it.")
            String role,

            @Says("How much harm it keeps away.") muster.tasks.Risk risk,
            @Says("How long it should take.") Optional<Duration> expected,

            @Says("Work that has to be done before it is started.")
            List<String> dependsOn,

            @Says("The decision without which it may not begin.")
            Optional<String> forDecision,

            @Says("The option that has to be chosen there; left out: any.")
            Optional<String> ifOption,

            @Says("The role that looks at the result before it counts as done.")
            Optional<String> verifier,

            @Says("Whether it can only be completed with something that proves it.")
            Optional<Boolean> evidence,

            @Says("What the work acts upon, a short code: ci:runners.")
            Optional<String> subject) {}

    /// A question that needs authority.
    public record Question(
            @Says("How other entries name it; unique in the file.")
            String id,

            @Says("The charter's name for this kind of decision.")
            String type,

            @Says("The question, to be answered by one option.")
            String question,

            @Says("What who decides has to know.") Optional<String> context,
            @Says("One to four options.") List<muster.decisions.Option> options,
            @Says("Id of the option that is recommended.") Optional<String> recommended,

            @Says("What the options act upon, a short code: ci:runners.")
            Optional<String> subject,

            @Says("The earlier decision that it puts in doubt.")
            Optional<Replaces> replaces) {}

    /// What an answer does to an earlier decision.
    public record Replaces(
            @Says("The earlier question.") String decision,

            @Says("What choosing an option does to it; an option that is not named leaves it in force.")
            java.util.Map<String, muster.decisions.Replacement> by) {}

    /// A duty to tell somebody by a time, for people to read.
    public record Clock(
            @Says("What it is called.") String title,
            @Says("The fact that starts it.") String startsWith,
            @Says("How long there is.") String within,
            @Says("The role that answers for it.") String role,

            @Says("The law or contract, and what to look out for.")
            String ground) {}

    /// All the work of all phases.
    public List<Work> work() {
        List<Work> all = new ArrayList<>();
        phases.forEach(phase -> all.addAll(phase.tasks));
        return all;
    }

    /// All the questions of all phases.
    public List<Question> questions() {
        List<Question> all = new ArrayList<>();
        phases.forEach(phase -> all.addAll(phase.decisions));
        return all;
    }
}
