package muster.server.door;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is answered, for the description of the interface.
final class OpenApiAnswers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Map.Entry<String, String>> PROBLEMS = List.of(
            Map.entry(
                    "401", "No session, or one that is too weak: then WWW-Authenticate says what would do (RFC 9470)."),
            Map.entry("403", "Not permitted; says who can."),
            Map.entry("404", "There is no such thing, or not for the asker."),
            Map.entry("409", "Refused, with a code; nothing was written."),
            Map.entry("413", "Too large."),
            Map.entry("415", "Not JSON."),
            Map.entry("422", "Malformed; names the field."),
            Map.entry("429", "Too often; Retry-After says when."),
            Map.entry("500", "A fault; nothing was written."),
            Map.entry(
                    "503",
                    "Not now. With the outcome `unknown` it may or may not have been written: ask again by key."));

    private OpenApiAnswers() {}

    /// The components that every operation shares.
    static void describe(Schemas schemas) {
        ObjectNode committed = NODES.objectNode();
        committed.putObject("outcome").put("const", "committed");
        committed.putObject("stream").put("type", "string");
        committed.putObject("from").put("type", "integer");
        committed.putObject("to").put("type", "integer");
        committed.set("leaves", texts("Leaf hashes, base64."));
        committed.set("receipts", texts("A C2SP tlog-proof for each entry."));
        schemas.put(
                "Committed", Schemas.object(committed, names("outcome", "stream", "from", "to", "leaves", "receipts")));
        ObjectNode problem = NODES.objectNode();
        problem.putObject("type").put("type", "string");
        problem.putObject("title").put("type", "string");
        problem.putObject("status").put("type", "integer");
        problem.putObject("code").put("type", "string");
        problem.putObject("detail").put("type", "string");
        problem.putObject("field").put("type", "string");
        problem.putObject("outcome").putArray("enum").add("refused").add("unknown");
        problem.set("whoCan", texts("Ids of the persons who could."));
        problem.set("amr", texts("Ways to sign in that would do (RFC 8176)."));
        ObjectNode schema = Schemas.object(problem, names("type", "title", "status", "code", "detail"));
        schemas.put("Problem", schema.put("additionalProperties", true));
    }

    static ArrayNode names(String... names) {
        ArrayNode list = NODES.arrayNode();
        List.of(names).forEach(list::add);
        return list;
    }

    private static ObjectNode texts(String words) {
        ObjectNode list = NODES.objectNode().put("type", "array").put("description", words);
        list.putObject("items").put("type", "string");
        return list;
    }

    /// The responses that are referred to.
    static ObjectNode responses() {
        ObjectNode responses = NODES.objectNode();
        content(responses.putObject("Committed"), "It is history now.", "application/json", Schemas.ref("Committed"));
        PROBLEMS.forEach(problem -> content(
                responses.putObject("Problem" + problem.getKey()),
                problem.getValue(),
                "application/problem+json",
                Schemas.ref("Problem")));
        return responses;
    }

    static void content(ObjectNode response, String words, String type, ObjectNode schema) {
        response.put("description", words);
        response.putObject("content").putObject(type).set("schema", schema);
    }

    static ObjectNode ofCommand() {
        ObjectNode responses = NODES.objectNode();
        responses.set("200", response("Committed"));
        PROBLEMS.forEach(problem -> responses.set(problem.getKey(), response("Problem" + problem.getKey())));
        return responses;
    }

    static ObjectNode response(String name) {
        return NODES.objectNode().put("$ref", "#/components/responses/" + name);
    }
}
