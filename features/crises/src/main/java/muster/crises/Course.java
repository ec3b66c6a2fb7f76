package muster.crises;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;

/// Where the crisis stands and how it came there.
///
/// @param declaration absent while it is a candidate
/// @param severity the charter's name for it; absent while it is a candidate
/// @param since crisis time since when it is in this phase
public record Course(
        Optional<Declaration> declaration,
        Optional<String> severity,
        Phase phase,
        Instant since,
        Optional<Closing> closing) {
    static final Course NOT_BEGUN =
            new Course(Optional.empty(), Optional.empty(), Phase.SUSPECTED, Instant.EPOCH, Optional.empty());

    public record Declaration(Id by, Instant at, Content<String> title, Content<String> whatHappened) {}

    public record Closing(Id by, Instant at, Content<String> reason, Content<String> lessons) {}

    static Course begun(Instant at) {
        return new Course(Optional.empty(), Optional.empty(), Phase.SUSPECTED, at, Optional.empty());
    }

    Course declared(Declaration now, String as) {
        return new Course(Optional.of(now), Optional.of(as), phase, since, closing);
    }

    Course classified(String as) {
        return new Course(declaration, Optional.of(as), phase, since, closing);
    }

    Course moved(Phase to, Instant at) {
        return new Course(declaration, severity, to, at, closing);
    }

    Course closed(Closing now) {
        return new Course(declaration, severity, Phase.CLOSED, now.at(), Optional.of(now));
    }
}
