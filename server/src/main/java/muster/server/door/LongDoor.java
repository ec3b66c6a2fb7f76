package muster.server.door;

import java.io.IOException;
import java.io.OutputStream;

/// Something that can be called and goes on answering: a live feed.
public interface LongDoor {
    /// Looks at the call; ends with [TurnedAway] where there will be no feed.
    Pour open(Asked asked);

    /// What is poured out until it ends; on a thread of its own, which may block.
    interface Pour {
        void into(OutputStream out) throws IOException;
    }
}
