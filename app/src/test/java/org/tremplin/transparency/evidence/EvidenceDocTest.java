package org.tremplin.transparency.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description people read, against the schema programs read. */
class EvidenceDocTest {

    @Test
    void describesEveryMemberOfTheSchema() throws IOException {
        String page = Files.readString(Path.of("../docs/preuves.md"));
        JsonNode schema = new JsonMapper().readTree(Path.of("src/main/resources/offline/preuves-v1.schema.json"));
        Set<String> members = new TreeSet<>();
        collect(schema, members);
        assertThat(members)
                .contains("provenCents", "checkpoint")
                .allSatisfy(member -> assertThat(page).contains("`" + member + "`"));
    }

    private static void collect(JsonNode node, Set<String> members) {
        if (node.has("properties") && node.path("type").isString()) {
            members.addAll(node.get("properties").propertyNames());
        }
        node.forEach(child -> collect(child, members));
    }
}
