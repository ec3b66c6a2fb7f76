package muster.server.feed;

import java.nio.charset.StandardCharsets;

/// One server-sent event, ready to be written; the bytes are shared by all who get it.
///
/// @param seq the last entry that a reader has seen with it
/// @param last whether the feed ends with it
@SuppressWarnings("ArrayRecordComponent") // shared by all readers and never changed
record Frame(byte[] bytes, long seq, boolean last) {
    /// A comment that only shows that both sides are there.
    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    /// Everything, to begin with.
    static Frame snapshot(String id, byte[] data, long seq) {
        return new Frame(event("snapshot", id, data), seq, false);
    }

    /// What turns what the reader has into what holds now.
    static Frame change(String id, byte[] data, long seq) {
        return new Frame(event("change", id, data), seq, false);
    }

    /// What waits for the reader; has no id, because it is sent anew at every connection.
    static Frame waiting(byte[] data, long seq) {
        return new Frame(event("waiting", "", data), seq, false);
    }

    /// The reader is not entitled any more.
    static Frame ended() {
        return new Frame(event("ended", "", "{}".getBytes(StandardCharsets.UTF_8)), -1, true);
    }

    /// Come again, soon.
    static Frame reconnect() {
        return new Frame(event("reconnect", "", "{}".getBytes(StandardCharsets.UTF_8)), -1, true);
    }

    private static byte[] event(String name, String id, byte[] data) {
        return new Text()
                .put("event: " + name + "\n")
                .put(id.isEmpty() ? "" : "id: " + id + "\n")
                .put("data: ")
                .put(data)
                .put("\n\n")
                .bytes();
    }
}
