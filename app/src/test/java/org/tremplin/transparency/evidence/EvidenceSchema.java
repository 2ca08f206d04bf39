package org.tremplin.transparency.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema, read strictly: what it does not name is refused, so that nothing is published undescribed. */
final class EvidenceSchema {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(strict());

    private EvidenceSchema() {}

    static void accepts(String file) {
        assertThat(SCHEMA.validate(JSON.readTree(file))).isEmpty();
    }

    static boolean refuses(JsonNode file) {
        return !SCHEMA.validate(file).isEmpty();
    }

    private static JsonNode strict() {
        try (InputStream file = EvidenceSchema.class.getResourceAsStream("/offline/preuves-v1.schema.json")) {
            JsonNode schema = JSON.readTree(Objects.requireNonNull(file));
            close(schema);
            return schema;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode one
                && one.has("properties")
                && one.path("type").isString()) {
            one.put("additionalProperties", false);
        }
        node.forEach(EvidenceSchema::close);
    }
}
