package muster.server.door;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// What every response tells the browser, whoever answers and whatever went wrong.
public final class SecurityHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "require-trusted-types-for 'script'");

    private static final Map<HeaderName, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put(HeaderNames.create("Content-Security-Policy"), POLICY);
        ALL.put(HeaderNames.create("Strict-Transport-Security"), "max-age=63072000; includeSubDomains");
        ALL.put(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        ALL.put(HeaderNames.create("Referrer-Policy"), "no-referrer");
        ALL.put(HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin");
        ALL.put(HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin");
        ALL.put(HeaderNames.create("Cache-Control"), "no-store");
    }

    private SecurityHeaders() {}

    public static void each(BiConsumer<HeaderName, String> header) {
        ALL.forEach(header);
    }
}
