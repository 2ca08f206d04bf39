package org.tremplin.capacity.diagnosis;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.tremplin.capacity.Ratio;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How a result is written for good: fractions as {@code 200/7}, so that reading gives the very same figures. */
final class ResultJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            // what a record holds, not what it can say of itself
            .changeDefaultVisibility(
                    seen -> seen.withIsGetterVisibility(Visibility.NONE).withFieldVisibility(Visibility.ANY))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Ratio.class, new Writing())
                    .addDeserializer(Ratio.class, new Reading()))
            .build();

    /** Found out at the start, not under a lock while the first readers wait. */
    private static final ObjectReader RESULTS = JSON.readerFor(KeptResult.class);

    private ResultJson() {}

    static String write(KeptResult result) {
        return JSON.writeValueAsString(result);
    }

    static KeptResult read(String body) {
        return RESULTS.readValue(body);
    }

    private static final class Writing extends ValueSerializer<Ratio> {
        @Override
        public void serialize(Ratio value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toString());
        }
    }

    private static final class Reading extends ValueDeserializer<Ratio> {
        @Override
        public Ratio deserialize(JsonParser in, DeserializationContext context) {
            return Ratio.of(in.getString());
        }
    }
}
