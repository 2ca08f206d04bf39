package org.tremplin.capacity.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code ressources/}, read once at start; one that lacks a field stops the start. */
@Component
class Sheets {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Sheet> all;

    Sheets() {
        try {
            List<Sheet> read = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:ressources/*.yaml")) {
                read.add(read(file));
            }
            read.sort(Comparator.comparingInt(Sheet::order));
            all = List.copyOf(read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<Sheet> all() {
        return all;
    }

    Optional<Sheet> find(String id) {
        return all.stream().filter(sheet -> sheet.id().equals(id)).findFirst();
    }

    /** @param words every sheet when blank */
    List<Sheet> answering(String words, Locale locale) {
        return all.stream().filter(sheet -> sheet.answers(words, locale)).toList();
    }

    Sheet read(Resource file) throws IOException {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(file.getContentAsString(StandardCharsets.UTF_8));
        try {
            return mapper.convertValue(tree, Sheet.class);
        } catch (JacksonException wrong) {
            throw new IllegalStateException(file.getFilename() + ": " + wrong.getMessage(), wrong);
        }
    }
}
