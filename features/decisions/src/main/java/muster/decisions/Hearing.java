package muster.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.charter.Quorum;
import muster.kernel.Id;

/// What was said about a question: by those who decide it, and by everybody else.
///
/// @param quorum the voices that count for the present wording
/// @param voices every voice, those of earlier wordings too
/// @param answers of those who must be consulted
public record Hearing(Quorum quorum, List<Voice> voices, List<Remark> objections, List<Remark> answers) {
    /// What a decider chooses who is against every option; no option has such an id.
    static final String AGAINST = "(against)";

    public Hearing {
        voices = List.copyOf(voices);
        objections = List.copyOf(objections);
        answers = List.copyOf(answers);
    }

    static Hearing of(Quorum quorum) {
        return new Hearing(quorum, List.of(), List.of(), List.of());
    }

    /// The quorum with one more voice; a person has one, and the last one counts.
    static Quorum count(Quorum quorum, Id person, String role, String choice) {
        return quorum.without(person).with(new Quorum.Approval(person, role, choice));
    }

    Hearing with(Voice voice) {
        Quorum counted = count(
                quorum, voice.person(), voice.under().role(), voice.option().orElse(AGAINST));
        return new Hearing(counted, plus(voices, voice), objections, answers);
    }

    Hearing withObjection(Remark objection) {
        return new Hearing(quorum, voices, plus(objections, objection), answers);
    }

    Hearing withAnswer(Remark answer) {
        return new Hearing(quorum, voices, objections, plus(answers, answer));
    }

    /// The same, but counting anew or among others.
    Hearing with(Quorum other) {
        return new Hearing(other, voices, objections, answers);
    }

    /// What the person is for now; [#AGAINST] for none of the options.
    Optional<String> choiceOf(Id person) {
        return quorum.approvals().stream()
                .filter(approval -> approval.person().equals(person))
                .map(Quorum.Approval::choice)
                .findFirst();
    }

    /// Who agrees on a choice, in the order in which they spoke.
    List<Id> agreeingOn(String choice) {
        return quorum.approvals().stream()
                .filter(approval -> approval.choice().equals(choice))
                .map(Quorum.Approval::person)
                .toList();
    }

    private static <T> List<T> plus(List<T> some, T one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
}
