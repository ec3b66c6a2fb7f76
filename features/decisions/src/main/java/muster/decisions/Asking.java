package muster.decisions;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Ref;
import muster.kernel.Situation;
import muster.people.People;
import muster.people.Person;

/// The rules of putting a question: what it must say, what it may be put under, and how its words change.
final class Asking {
    private static final int MOST_OPTIONS = 4;
    private static final int MOST_EVIDENCE = 50;
    private static final String OPTION_ID = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String SUBJECT = "[a-z0-9][a-z0-9:._-]{0,99}";

    private Asking() {}

    static Decision<DecisionEvent> ask(DecisionCommand.Ask ask, Docket docket, Situation situation) {
        if (ask.decision().filter(id -> docket.find(id).isPresent()).isPresent()) {
            return Decision.refuse(
                    "exists", "There is a decision of this id already; leave the id out or draw another.");
        }
        Optional<Rule> rule = Rule.of(ask.type(), situation.readings());
        if (rule.isEmpty()) {
            return Decision.refuse(
                    "unknown-type",
                    "The charter of this crisis knows no such decision; it knows "
                            + String.join(", ", Rule.types(situation.readings())) + ".");
        }
        return wordsWrong(ask.question(), ask.context(), ask.options(), ask.recommended(), ask.evidence())
                .or(() -> termsWrong(ask, rule.get(), docket, situation.time()))
                .orElseGet(() -> Decision.accept(asked(ask, rule.get(), situation)));
    }

    private static DecisionEvent asked(DecisionCommand.Ask ask, Rule rule, Situation situation) {
        Optional<Id> asker = situation.actor().asPerson();
        return new DecisionEvent.Asked(
                ask.decision().orElseGet(situation::newId),
                rule,
                asker.map(person -> barred(person, rule, situation.readings())).orElse(List.of()),
                ids(ask.options()),
                ask.recommended(),
                ask.evidence(),
                ask.subject(),
                ask.replaces(),
                ask.origin(),
                ask.deadline().orElseGet(() -> situation.time().plus(rule.type().timeToDecide())),
                Content.of(ask.question().strip()),
                Content.of(ask.context().orElse("").strip()),
                Content.of(ask.options()));
    }

    /// Who may not decide what this person asks: nobody puts a question to himself, not by a machine of his
    /// either.
    static List<Id> barred(Id asker, Rule rule, Readings readings) {
        return rule.type().proposerMayApprove()
                ? List.of()
                : Stream.concat(
                                Stream.of(asker),
                                readings.stateOf(People.KEY).person(asker).flatMap(Person::owner).stream())
                        .toList();
    }

    private static Optional<Decision<DecisionEvent>> termsWrong(
            DecisionCommand.Ask ask, Rule rule, Docket docket, Instant now) {
        if (ask.subject().filter(subject -> !subject.matches(SUBJECT)).isPresent()) {
            return refuse("bad-subject", "A subject is a short code such as site:hamburg.");
        }
        if (ask.deadline().filter(deadline -> !deadline.isAfter(now)).isPresent()) {
            return refuse("deadline-passed", "That deadline has passed already; choose a later one.");
        }
        Instant latest = now.plus(rule.type().timeToDecide());
        if (ask.deadline().filter(latest::isBefore).isPresent()) {
            return refuse(
                    "deadline-too-late",
                    "The charter gives " + rule.type().timeToDecide().toMinutes()
                            + " minutes for this; a deadline can be earlier, not later.");
        }
        return ask.replaces().flatMap(replaces -> replacesWrong(replaces, ask, docket));
    }

    private static Optional<Decision<DecisionEvent>> replacesWrong(
            Replaces replaces, DecisionCommand.Ask ask, Docket docket) {
        Optional<Question> earlier = docket.find(replaces.decision());
        if (earlier.isEmpty()) {
            return Optional.of(Decision.unseen());
        }
        if (!earlier.get().status().isInForce()) {
            return refuse("not-in-force", earlier.get().label() + " is not in force, so there is nothing to replace.");
        }
        if (!earlier.get().type().name().equals(ask.type())) {
            return refuse(
                    "another-type",
                    earlier.get().label() + " was decided as "
                            + earlier.get().type().name() + "; only the same kind of decision can replace it.");
        }
        return replacingOptionMissing(replaces, ask.options());
    }

    private static Optional<Decision<DecisionEvent>> replacingOptionMissing(Replaces replaces, List<Option> options) {
        return ids(options).containsAll(replaces.by().keySet())
                ? Optional.empty()
                : refuse(
                        "replacing-option-missing",
                        "What happens to the earlier decision is said for an option that is not there.");
    }

    private static Optional<Decision<DecisionEvent>> wordsWrong(
            String question,
            Optional<String> context,
            List<Option> options,
            Optional<String> recommended,
            List<Ref> evidence) {
        return Texts.wrong("question", question, Texts.TITLE)
                .or(() -> context.flatMap(text -> Texts.tooLong("context", text, Texts.TEXT)))
                .or(() -> optionsWrong(options))
                .or(() -> recommended.filter(id -> !ids(options).contains(id)).isPresent()
                        ? refuse("unknown-option", "The option that is recommended is not among the options.")
                        : Optional.empty())
                .or(() -> evidenceWrong(evidence));
    }

    private static Optional<Decision<DecisionEvent>> optionsWrong(List<Option> options) {
        if (options.isEmpty() || options.size() > MOST_OPTIONS) {
            return refuse("option-count", "A question has one to four options; a tired reader cannot compare more.");
        }
        if (!options.stream().allMatch(option -> option.id().matches(OPTION_ID))) {
            return refuse("bad-option-id", "The id of an option is a short word in lower case such as isolate.");
        }
        if (new HashSet<>(ids(options)).size() < options.size()) {
            return refuse("option-twice", "Two options have the same id.");
        }
        return options.stream()
                .flatMap(option -> Texts.wrong("option", option.text(), Texts.TITLE)
                        .or(() -> rows(option)
                                .flatMap(row -> Texts.tooLong("option", row, Texts.ROW).stream())
                                .findFirst())
                        .stream())
                .findFirst();
    }

    private static Stream<String> rows(Option option) {
        return Stream.of(option.effect(), option.riskLeft(), option.business(), option.undo())
                .flatMap(Optional::stream);
    }

    private static Optional<Decision<DecisionEvent>> evidenceWrong(List<Ref> evidence) {
        if (evidence.size() > MOST_EVIDENCE) {
            return refuse(
                    "too-much-evidence", "A question shows at most 50 pieces of evidence; choose those that matter.");
        }
        if (!evidence.stream().allMatch(ref -> ref.digest().isPresent())) {
            return refuse("evidence-not-frozen", "Each piece of evidence names the version that was looked at.");
        }
        return new HashSet<>(evidence).size() < evidence.size()
                ? refuse("evidence-twice", "The same piece of evidence is named twice.")
                : Optional.empty();
    }

    static Decision<DecisionEvent> amend(DecisionCommand.Amend amend, Question question) {
        return wordsWrong(amend.question(), amend.context(), amend.options(), amend.recommended(), amend.evidence())
                .or(() -> question.terms().replaces().flatMap(each -> replacingOptionMissing(each, amend.options())))
                .or(() -> Texts.reasonWrong(amend.reason()))
                .orElseGet(() -> Decision.accept(new DecisionEvent.Amended(
                        question.id(),
                        question.wording().number() + 1,
                        ids(amend.options()),
                        amend.recommended(),
                        amend.evidence(),
                        Content.of(amend.question().strip()),
                        Content.of(amend.context().orElse("").strip()),
                        Content.of(amend.options()),
                        Content.of(amend.reason()))));
    }

    static Decision<DecisionEvent> withdraw(DecisionCommand.Withdraw withdraw, Question question) {
        return Texts.reasonWrong(withdraw.reason())
                .orElseGet(() ->
                        Decision.accept(new DecisionEvent.Withdrawn(question.id(), Content.of(withdraw.reason()))));
    }

    private static List<String> ids(List<Option> options) {
        return options.stream().map(Option::id).toList();
    }

    private static Optional<Decision<DecisionEvent>> refuse(String code, String words) {
        return Optional.of(Decision.refuse(code, words));
    }
}
