package muster.server.door;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.function.Consumer;

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

    /// As they go out, made once.
    private static final List<Header> ALL = List.of(
            HeaderValues.createCached("Content-Security-Policy", POLICY),
            HeaderValues.createCached("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
            HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
            HeaderValues.createCached("Referrer-Policy", "no-referrer"),
            HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin"),
            HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"),
            HeaderValues.createCached("Cache-Control", "no-store"));

    private SecurityHeaders() {}

    public static void each(Consumer<Header> header) {
        ALL.forEach(header);
    }
}
