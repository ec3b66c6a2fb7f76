package muster.server.door;

import java.util.List;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What became of a command, as HTTP says it. Only `committed` means that anything was written; only
/// `unknown` leaves it open.
final class Outcomes {
    private Outcomes() {}

    /// An answer that says that the command is history now.
    private record Done(
            String outcome, StreamId stream, long from, long to, List<String> leaves, List<String> receipts) {}

    static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed(StreamId stream, long from, long to, List<String> leaves, List<String> receipts) ->
                Answer.json(new Done("committed", stream, from, to, leaves, receipts));
            case Outcome.Refused(String code, String words, List<Id> whoCan) ->
                Problem.of(409, code, words, refused(whoCan));
            case Outcome.Forbidden(String words, List<Id> whoCan) ->
                Problem.of(403, "forbidden", words, refused(whoCan));
            case Outcome.StepUp(List<String> amr) -> stepUp(amr);
            case Outcome.Unseen unseen -> Problem.unseen();
            case Outcome.Unreadable(String field, String words) -> Problem.malformed(field, words);
            case Outcome.Unavailable(String words) -> {
                ObjectNode more = refused(List.of());
                yield Problem.of(503, "unavailable", words, more).with("Retry-After", "2");
            }
            case Outcome.Unknown(String words) -> unknown(words);
            case Outcome.Faulted(String words) ->
                Problem.of(
                        500,
                        "fault",
                        "That is a fault of Muster's; nothing was written by this request.",
                        refused(List.of()));
        };
    }

    static Answer unknown(String words) {
        return Problem.of(
                        503,
                        "unknown",
                        words + " Repeat the request with the same Idempotency-Key, or ask for the key.",
                        member("unknown"))
                .with("Retry-After", "1");
    }

    /// RFC 9470: which ways of signing in would do.
    private static Answer stepUp(List<String> amr) {
        ObjectNode more = refused(List.of());
        ArrayNode ways = more.putArray("amr");
        amr.forEach(ways::add);
        String words = "That needs a fresh sign-in by " + String.join(" or ", amr) + ".";
        return Problem.of(401, "step-up-required", words, more)
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"muster\", error=\"insufficient_user_authentication\", error_description=\"A stronger"
                                + " sign-in is needed\", acr_values=\"" + String.join(" ", amr) + "\"");
    }

    private static ObjectNode refused(List<Id> whoCan) {
        ObjectNode more = member("refused");
        if (!whoCan.isEmpty()) {
            ArrayNode persons = more.putArray("whoCan");
            whoCan.forEach(person -> persons.add(person.text()));
        }
        return more;
    }

    private static ObjectNode member(String outcome) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.put("outcome", outcome);
        return more;
    }

    /// One word for the count of commands.
    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed -> "committed";
            case Outcome.Refused refused -> "refused";
            case Outcome.Forbidden forbidden -> "forbidden";
            case Outcome.StepUp stepUp -> "step-up";
            case Outcome.Unseen unseen -> "unseen";
            case Outcome.Unreadable unreadable -> "malformed";
            case Outcome.Unavailable unavailable -> "unavailable";
            case Outcome.Unknown unknown -> "unknown";
            case Outcome.Faulted faulted -> "fault";
        };
    }
}
