package muster.server.door;

import java.time.Duration;
import java.util.Map;
import muster.kernel.Wire;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What went wrong, as RFC 9457 wants it said, with a stable `code` for programs and a sentence for people.
public final class Problem {
    private static final String TYPE = "application/problem+json";
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Sign-in required"),
            Map.entry(403, "Not permitted"),
            Map.entry(404, "Not found"),
            Map.entry(409, "Refused"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Not JSON"),
            Map.entry(422, "Cannot be read"),
            Map.entry(429, "Too often"),
            Map.entry(500, "Fault"),
            Map.entry(503, "Not now"));

    private Problem() {}

    public static Answer of(int status, String code, String words) {
        return of(status, code, words, JsonNodeFactory.instance.objectNode());
    }

    /// @param more members besides those that every problem has
    public static Answer of(int status, String code, String words, ObjectNode more) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "urn:muster:problem:" + code);
        problem.put("title", TITLES.getOrDefault(status, "Problem"));
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", words);
        problem.setAll(more);
        return new Answer(status, TYPE, Wire.mapper().writeValueAsBytes(problem), Map.of());
    }

    /// One answer for what does not exist and for what the asker may not know exists.
    public static Answer unseen() {
        return of(404, "unseen", "There is no such thing, or not for you.");
    }

    public static Answer signIn() {
        return of(401, "sign-in-required", "Sign in first: there is no session, or it is over.")
                .with("WWW-Authenticate", "Bearer realm=\"muster\"");
    }

    /// @param field where: `command.due`; empty for the whole
    public static Answer malformed(String field, String words) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.put("field", field);
        return of(422, "malformed", words, more);
    }

    public static Answer tooLarge(int most) {
        return of(413, "too-large", "The body has more than " + most + " bytes.")
                .with("Connection", "close");
    }

    static Answer brokenOff() {
        return of(400, "broken-off", "The body broke off, or is not in order.").with("Connection", "close");
    }

    public static Answer notJson() {
        return of(415, "not-json", "The body has to be JSON, sent as application/json.");
    }

    public static Answer crossSite() {
        return of(
                403,
                "cross-site",
                "A browser's request that changes something has to come from Muster's own pages, with X-Muster: 1.");
    }

    public static Answer tooOften(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return of(429, "too-often", "That is more than the limit allows; try again in " + seconds + " s.")
                .with("Retry-After", Long.toString(seconds));
    }

    public static Answer unavailable(String code, String words) {
        return of(503, code, words).with("Retry-After", "2");
    }

    /// @param reference under which the log says more
    public static Answer fault(String reference) {
        return of(
                500,
                "fault",
                "That is a fault of Muster's, noted as " + reference + "; nothing was written by this request.");
    }
}
