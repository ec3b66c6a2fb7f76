package muster.server.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.StreamId;

/// The last position that each session was sent of each stream: what a screen claims to have seen cannot be more.
/// Thread-safe.
public final class Served {
    private static final int MOST = 50_000;

    private record Reader(Id session, StreamId stream) {}

    private final Map<Reader, Long> positions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reader, Long> eldest) {
            return size() > MOST;
        }
    };

    public synchronized void sent(Id session, StreamId stream, long seq) {
        positions.merge(new Reader(session, stream), seq, Math::max);
    }

    /// What may be recorded as seen; empty where nothing was sent.
    synchronized Optional<Long> seen(Id session, StreamId stream, Optional<Long> claimed) {
        Long sent = positions.get(new Reader(session, stream));
        return sent == null ? Optional.empty() : claimed.map(position -> Math.min(position, sent));
    }
}
