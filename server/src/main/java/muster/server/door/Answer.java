package muster.server.door;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import muster.kernel.Wire;

/// What a call is answered with.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    public static final String JSON = "application/json";
    public static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    public static Answer json(Object value) {
        return json(200, value);
    }

    public static Answer json(int status, Object value) {
        return new Answer(status, JSON, Wire.mapper().writeValueAsBytes(value), Map.of());
    }

    /// JSON that is written already.
    public static Answer written(byte[] json) {
        return new Answer(200, JSON, json, Map.of());
    }

    public static Answer text(String text) {
        return new Answer(200, TEXT, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer html(int status, String html) {
        return new Answer(status, HTML, html.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// Go there, with GET.
    public static Answer seeOther(String place) {
        return new Answer(303, TEXT, new byte[0], Map.of("Location", place));
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }
}
