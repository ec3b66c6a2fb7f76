package muster.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import muster.kernel.Wire;

/// JSON put together from pieces that are written already.
final class Text {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    Text put(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Text put(byte[] written) {
        out.writeBytes(written);
        return this;
    }

    /// A value, as JSON.
    Text value(Object value) {
        return put(Wire.mapper().writeValueAsBytes(value));
    }

    /// `[a,b]` of written pieces.
    Text list(Iterator<byte[]> written) {
        put("[");
        while (written.hasNext()) {
            put(written.next());
            if (written.hasNext()) {
                put(",");
            }
        }
        return put("]");
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
