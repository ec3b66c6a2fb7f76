package muster.decisions;

import java.util.Optional;
import muster.kernel.Alarms;
import muster.kernel.Id;
import muster.kernel.Table;

/// Every question that was put in a crisis, in the order of asking.
///
/// @param alarms when time is over for the open ones
public record Docket(Table<Question> questions, Alarms alarms) {
    static final Docket EMPTY = new Docket(Table.empty(), Alarms.none());

    public Optional<Question> find(Id decision) {
        return questions.find(decision);
    }

    Docket with(Question question) {
        return new Docket(
                questions.with(question.id(), question),
                question.alarm().map(alarms::with).orElseGet(() -> alarms.without(Question.alarmId(question.id()))));
    }
}
