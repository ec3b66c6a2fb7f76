package muster.server.door;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Everything but the commands, for the description of the interface.
final class OpenApiReads {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String JSON = "application/json";

    private OpenApiReads() {}

    /// @param place under `/api/…/`, for crises and the organisation alike; or a whole path
    private record Call(String id, String place, String words, String type, List<String> queries) {}

    private static final List<Call> OF_STREAMS = List.of(
            new Call("view", "views/{view}", "The cards of a view, as the caller may see them now.", JSON, List.of()),
            new Call(
                    "view-then",
                    "at/{when}/views/{view}",
                    "The same in the past: {when} is a position, or a time (the last entry recorded by then is meant). With `as`,"
                            + " as that person saw it.",
                    JSON,
                    List.of("as")),
            new Call(
                    "history",
                    "history",
                    "Entries as stored; what is withheld shows by its digest.",
                    JSON,
                    List.of("from", "limit")),
            new Call(
                    "feed",
                    "feed",
                    "Server-sent events `snapshot`, `change`, `waiting`; goes on after Last-Event-ID without gap or"
                            + " duplicate.",
                    "text/event-stream",
                    List.of()),
            new Call("key", "keys/{key}", "What became of a command of one's own.", JSON, List.of()),
            new Call("checkpoint", "checkpoint", "C2SP signed note.", "text/plain", List.of()),
            new Call("inclusion", "proof/inclusion", "That an entry is in the tree.", JSON, List.of("seq", "size")),
            new Call(
                    "consistency",
                    "proof/consistency",
                    "That one tree is the beginning of another.",
                    JSON,
                    List.of("from", "to")));

    private static final List<Call> OTHERS = List.of(
            new Call("crises", "/api/crises", "The crises that the caller may know of.", JSON, List.of()),
            new Call("me", "/api/me", "Who is signed in, how and until when; what this server is.", JSON, List.of()),
            new Call("keys", "/api/keys", "Public keys of the checkpoints.", JSON, List.of()),
            new Call("policy", "/api/policy", "The policy in force.", JSON, List.of()),
            new Call("live", "/health/live", "Whether the server runs.", JSON, List.of()),
            new Call("ready", "/health/ready", "Whether it takes commands, and why not.", JSON, List.of()),
            new Call("metrics", "/metrics", "OpenMetrics, on the machine itself.", "text/plain", List.of()));

    static void describe(ObjectNode paths) {
        OTHERS.forEach(call -> get(paths, call.place, call.id, call));
        OF_STREAMS.forEach(call -> get(paths, "/api/crises/{crisis}/" + call.place, call.id, call));
        OF_STREAMS.forEach(call -> get(paths, "/api/organisation/" + call.place, "organisation." + call.id, call));
        dry(paths, "/api/crises/{crisis}/dry", "dry");
        dry(paths, "/api/organisation/dry", "organisation.dry");
        ObjectNode out = paths.putObject("/api/signin/sign-out").putObject("post");
        out.put("operationId", "sign-out").put("summary", "Ends the session.");
        out.putObject("responses").putObject("204").put("description", "Signed out.");
    }

    private static void get(ObjectNode paths, String path, String id, Call call) {
        ObjectNode operation = paths.putObject(path).putObject("get");
        operation.put("operationId", id).put("summary", call.words);
        ArrayNode parameters = parameters(path);
        for (String query : call.queries) {
            ObjectNode parameter = parameters.addObject().put("name", query).put("in", "query");
            parameter.putObject("schema").put("type", query.equals("as") ? "string" : "integer");
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        answers(operation, call.type);
    }

    private static ArrayNode parameters(String path) {
        ArrayNode parameters = NODES.arrayNode();
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1)) {
            String name = path.substring(open + 1, path.indexOf('}', open));
            parameters.add(inPath(
                    name,
                    name.equals("crisis")
                            ? Schemas.ref("Id")
                            : NODES.objectNode().put("type", "string")));
        }
        return parameters;
    }

    static ObjectNode inPath(String name, ObjectNode schema) {
        ObjectNode parameter = NODES.objectNode();
        parameter.put("name", name).put("in", "path").put("required", true);
        parameter.set("schema", schema);
        return parameter;
    }

    private static void answers(ObjectNode operation, String type) {
        ObjectNode responses = operation.putObject("responses");
        OpenApiAnswers.content(
                responses.putObject("200"), "What was asked for.", type.toLowerCase(Locale.ROOT), NODES.objectNode());
        for (String status : List.of("401", "404", "422", "503")) {
            responses.set(status, OpenApiAnswers.response("Problem" + status));
        }
    }

    private static void dry(ObjectNode paths, String path, String id) {
        ObjectNode operation = paths.putObject(path).putObject("post");
        operation.put("operationId", id);
        operation.put("summary", "What would become of these commands now; nothing is written. Texts may be left out.");
        ArrayNode parameters = parameters(path);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        ObjectNode question = NODES.objectNode();
        question.putObject("type").put("type", "string");
        question.putObject("command").put("type", "object");
        ObjectNode list = NODES.objectNode().put("type", "array").put("maxItems", 100);
        list.set("items", Schemas.object(question, OpenApiAnswers.names("type", "command")));
        operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(JSON)
                .set("schema", list);
        answers(operation, JSON);
    }
}
