package muster.server.feed;

import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Readings;

/// What people are called, at render time: history holds ids only.
public interface Names {
    /// The person's name as the organisation knows it now; empty for somebody it does not know.
    Optional<String> of(Id person, Readings organisation);
}
