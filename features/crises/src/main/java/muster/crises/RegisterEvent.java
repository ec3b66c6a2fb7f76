package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.StreamKind;

/// What the organisation knows of its crises: that they were opened and closed, nothing else. Each is in a
/// lane of its own, named like the crisis, because who does not take part may not know of it; and no
/// authority in the organisation rests on it, so evidence of one crisis need not disclose that there was
/// another.
public sealed interface RegisterEvent extends Event {
    Id crisis();

    /// @param label what people call it aloud: `C-7`, an exercise `X-3`
    /// @param charter the version that it pins, with its hash
    /// @param startsAt crisis time of the beginning; absent: real time
    /// @param extraSeats seats that are filled otherwise than the charter's lists say
    record Opened(
            Id crisis,
            String label,
            StreamKind streamKind,
            String charter,
            Optional<Instant> startsAt,
            List<Appointment> extraSeats,
            Content<String> codeName,
            Content<String> summary)
            implements RegisterEvent {
        public Opened {
            extraSeats = List.copyOf(extraSeats);
        }
    }

    record ClosedNoted(Id crisis) implements RegisterEvent {}
}
