package org.tremplin.capacity.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Departments;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Words;
import org.tremplin.platform.web.Typography;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The helpers of {@code aides/helpers-v1.yaml}, read once at start; one that lacks a field stops the start. */
@Component
class Shipped {

    private static final String FILE = "aides/helpers-v1.yaml";

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<KnownHelper> all;

    Shipped(Grid grid) {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            Content content =
                    mapper.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(file), Content.class);
            all = content.helpers().stream().map(Row::known).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        check(grid);
    }

    List<KnownHelper> all() {
        return all;
    }

    private void check(Grid grid) {
        Set<String> ids = new HashSet<>();
        for (KnownHelper helper : all) {
            boolean placed = helper.place().isEmpty()
                    || Departments.all().contains(helper.place())
                    || Departments.allRegions().contains(helper.place());
            if (!ids.add(helper.id())
                    || grid.helper(helper.kind()).isEmpty()
                    || !placed
                    || helper.topics().isEmpty()) {
                throw new IllegalStateException(FILE + ": the helper " + helper.id()
                        + " has an id, kind, place or topic" + " that is not known");
            }
        }
    }

    private record Content(List<Row> helpers) {}

    private record Row(
            String id,
            String kind,
            String place,
            boolean employers,
            List<String> topics,
            Words name,
            Words text,
            @Nullable String link,
            String source,
            LocalDate checked) {

        KnownHelper known() {
            return new KnownHelper(
                    id,
                    null,
                    kind,
                    spaced(name),
                    spaced(text),
                    link,
                    place,
                    employers,
                    Topic.of(topics),
                    checked,
                    source,
                    false);
        }

        private static Words spaced(Words words) {
            return new Words(Typography.french(words.fr()), words.en());
        }
    }
}
