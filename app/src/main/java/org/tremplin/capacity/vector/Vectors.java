package org.tremplin.capacity.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Section;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file of vectors, each scored by itself: one that is refused does not keep the others from being computed. */
final class Vectors {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Scoring scoring;

    Vectors(Scoring scoring) {
        this.scoring = scoring;
    }

    /**
     * @param text of the file, with every {@code out} filled, or with {@code error} where there is none
     * @param problems by name of the vector
     * @param ignored keys that mean nothing, by name of the vector
     */
    record Scored(String text, List<Map.Entry<String, Refusal>> problems, List<Map.Entry<String, String>> ignored) {}

    /** How a refusal is said. */
    @FunctionalInterface
    interface Sentence {
        String of(Refusal refusal);
    }

    /** @throws BadVector if the file is no object of vectors */
    Scored score(String file, Sentence sentence) {
        JsonNode all = read(file);
        ObjectNode scored = mapper.createObjectNode();
        List<Map.Entry<String, Refusal>> problems = new ArrayList<>();
        List<Map.Entry<String, String>> ignored = new ArrayList<>();
        for (Map.Entry<String, JsonNode> vector : all.properties()) {
            JsonNode in = vector.getValue().path("in");
            ObjectNode answer = scored.putObject(vector.getKey());
            answer.set("in", in);
            try {
                answer.set("out", out(in, all));
                (in.isString() ? Derived.of(in.stringValue(), all, mapper).in() : in)
                        .propertyNames().stream()
                                .filter(key -> !Vector.KEYS.contains(key))
                                .forEach(key -> ignored.add(Map.entry(vector.getKey(), key)));
            } catch (BadVector bad) {
                answer.put("error", sentence.of(bad.refusal()));
                problems.add(Map.entry(vector.getKey(), bad.refusal()));
            }
        }
        return new Scored(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(scored), problems, ignored);
    }

    private JsonNode read(String file) {
        JsonNode all;
        try {
            all = mapper.readTree(file);
        } catch (JacksonException broken) {
            throw new BadVector(
                    "vector.broken",
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
                    broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr());
        }
        if (!all.isObject() || all.isEmpty()) {
            throw new BadVector("vector.file");
        }
        return all;
    }

    private ObjectNode out(JsonNode in, JsonNode all) {
        if (!in.isString()) {
            return out(in);
        }
        Derived derived = Derived.of(in.stringValue(), all, mapper);
        ObjectNode out = out(derived.in());
        for (Section section : Section.values()) {
            if (derived.changed().contains(section.name())) {
                out.set(
                        section.name(),
                        out.path("sections").path(section.name()).path(0));
            }
        }
        return out;
    }

    private ObjectNode out(JsonNode in) {
        Vector vector = Vector.of(in);
        List<Refusal> refusals = scoring.refusals(vector.diagnosis(), vector.preparation());
        if (!refusals.isEmpty()) {
            throw new BadVector(refusals.get(0));
        }
        Result result = scoring.score(vector.diagnosis(), vector.preparation());
        return Outcome.of(result, vector.preparation());
    }
}
