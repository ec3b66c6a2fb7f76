package muster.decisions;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;

/// Where a question stands on its way.
///
/// @param level how far it has escalated: 0 for the first deciders, n for step n of the path
/// @param deadline crisis time at which time is over: to decide, or of the deferral; empty once nothing more
///     would happen then
/// @param handedTo the role it was handed to
/// @param overdue whether nobody on the whole path answered in time
/// @param because why it was deferred, handed over or withdrawn
public record Course(
        Status status,
        int level,
        Optional<Instant> deadline,
        Optional<String> handedTo,
        boolean overdue,
        Optional<Content<String>> because) {

    static Course asked(Instant deadline) {
        return new Course(Status.WAITING, 0, Optional.of(deadline), Optional.empty(), false, Optional.empty());
    }

    Course deferred(Instant until, Content<String> reason) {
        return new Course(Status.DEFERRED, level, Optional.of(until), handedTo, overdue, Optional.of(reason));
    }

    Course resumed(Instant next) {
        Status again = handedTo.isPresent() ? Status.HANDED_OVER : Status.WAITING;
        return new Course(again, level, Optional.of(next), handedTo, overdue, because);
    }

    Course handedOver(String to, int now, Instant next, Content<String> reason) {
        return new Course(Status.HANDED_OVER, now, Optional.of(next), Optional.of(to), overdue, Optional.of(reason));
    }

    Course escalated(int now, Instant next) {
        return new Course(Status.WAITING, now, Optional.of(next), Optional.empty(), overdue, Optional.empty());
    }

    /// Nobody answered, and nothing more would happen by itself.
    Course unanswered() {
        return new Course(Status.WAITING, level, Optional.empty(), Optional.empty(), true, Optional.empty());
    }

    Course withdrawn(Content<String> reason) {
        return new Course(Status.WITHDRAWN, level, Optional.empty(), handedTo, overdue, Optional.of(reason));
    }

    Course ended(Status as) {
        return new Course(as, level, Optional.empty(), handedTo, overdue, Optional.empty());
    }
}
