package muster.server.door;

import java.util.List;
import java.util.Map;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.Occurred;
import muster.kernel.Scope;
import muster.kernel.Shape;
import muster.kernel.Wire;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `GET /openapi.json`: the whole interface, generated from the sealed families, with one operation for each
/// wire name.
public final class OpenApi implements Door {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final byte[] written;

    public OpenApi(Catalogue catalogue) {
        this.written = Wire.mapper().writeValueAsBytes(document(catalogue));
    }

    @Override
    public Answer open(Asked asked) {
        return Answer.written(written);
    }

    static ObjectNode document(Catalogue catalogue) {
        Schemas schemas = new Schemas();
        ObjectNode document = NODES.objectNode();
        document.put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", "Muster");
        info.put("summary", "A virtual command center for cyber crises");
        info.put("version", "1");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("security").addObject().putArray("bearer");
        ((ArrayNode) document.get("security")).addObject().putArray("cookie");
        ObjectNode paths = document.putObject("paths");
        OpenApiAnswers.describe(schemas);
        OpenApiReads.describe(paths);
        for (Map.Entry<Scope, String> at : places()) {
            catalogue.commands(at.getKey()).values().stream()
                    .filter(Commands::isOpen)
                    .forEach(shape -> command(shape, at.getValue(), paths, schemas));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.components());
        components.set("responses", OpenApiAnswers.responses());
        ObjectNode security = components.putObject("securitySchemes");
        security.putObject("bearer").put("type", "http").put("scheme", "bearer");
        security.putObject("cookie").put("type", "apiKey").put("in", "cookie").put("name", "__Host-muster");
        return document;
    }

    private static List<Map.Entry<Scope, String>> places() {
        return List.of(
                Map.entry(Scope.ORGANISATION, "/api/organisation"), Map.entry(Scope.CRISIS, "/api/crises/{crisis}"));
    }

    private static void command(Shape<? extends Command> shape, String place, ObjectNode paths, Schemas schemas) {
        ObjectNode operation =
                paths.putObject(place + "/commands/" + shape.name()).putObject("post");
        boolean organisation = place.endsWith("organisation");
        operation.put("operationId", organisation ? "organisation." + shape.name() : shape.name());
        operation.putArray("tags").add(shape.name().substring(0, shape.name().indexOf('.')));
        ArrayNode parameters = operation.putArray("parameters");
        if (!organisation) {
            parameters.add(OpenApiReads.inPath("crisis", Schemas.ref("Id")));
        }
        ObjectNode key = parameters.addObject();
        key.put("name", "Idempotency-Key").put("in", "header").put("required", true);
        key.putObject("schema").put("type", "string").put("format", "uuid");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/json").set("schema", envelope(shape, schemas));
        operation.set("responses", OpenApiAnswers.ofCommand());
    }

    private static ObjectNode envelope(Shape<? extends Command> shape, Schemas schemas) {
        ObjectNode properties = NODES.objectNode();
        properties.set("command", schemas.command(shape));
        properties.set("seen", position("The last entry that was in view."));
        properties.set("ifAt", position("The last entry that there may be; refused with `position-moved` otherwise."));
        properties.set("occurred", schemas.of(Wire.mapper().constructType(Occurred.class)));
        properties.putObject("lane").put("type", "string").put("default", "general");
        return Schemas.object(properties, NODES.arrayNode().add("command"));
    }

    private static ObjectNode position(String words) {
        return NODES.objectNode().put("type", "integer").put("minimum", 0).put("description", words);
    }
}
