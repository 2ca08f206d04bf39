package org.tremplin.transparency.evidence;

import org.springframework.stereotype.Component;
import org.tremplin.transparency.Evidence;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The record as a file, and back: what a newer application added is left out. */
@Component
class EvidenceJson {

    private final JsonMapper json = JsonMapper.builder()
            .enumNamingStrategy(EnumNamingStrategies.LOWER_CAMEL_CASE)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    byte[] write(Evidence evidence) {
        return json.writeValueAsBytes(evidence);
    }

    Evidence read(byte[] file) {
        return json.readValue(file, Evidence.class);
    }
}
