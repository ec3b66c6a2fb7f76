package muster.decisions;

import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Situation;

/// The rules of being heard without deciding.
final class Consulting {
    private Consulting() {}

    static Decision<DecisionEvent> object(DecisionCommand.Object object, Question question) {
        if (!question.status().isOpen() && !question.status().isInForce()) {
            return Decision.refuse("nothing-to-object-to", question.label() + " orders nothing any more.");
        }
        return Texts.reasonWrong(object.reason())
                .orElseGet(() -> Decision.accept(new DecisionEvent.Objected(
                        question.id(), question.wording().number(), Content.of(object.reason()))));
    }

    static Decision<DecisionEvent> answer(
            DecisionCommand.ConsultAnswer answer, Question question, Situation situation) {
        if (question.type().consult().isEmpty()) {
            return Decision.refuse(
                    "nobody-to-consult", "The charter asks for nobody's advice on this; object if you must.");
        }
        return Texts.wrong("answer", answer.text(), Texts.TEXT)
                .orElseGet(() -> Decision.accept(new DecisionEvent.ConsultAnswered(
                        question.id(),
                        question.wording().number(),
                        Deciding.roleOf(situation.standing(), question.type().consult())
                                .orElse(""),
                        Content.of(answer.text()))));
    }
}
