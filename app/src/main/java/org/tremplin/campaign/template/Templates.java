package org.tremplin.campaign.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The folders of {@code campaign-templates}, read once at start. */
@Component
public class Templates {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final List<Template> all = new ArrayList<>();

    Templates() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:campaign-templates/*/template.yaml");
            for (Resource file : files) {
                all.add(read(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        all.sort(Comparator.comparing(Template::id));
    }

    public List<Template> all() {
        return List.copyOf(all);
    }

    public Optional<Template> find(String id) {
        return all.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private Template read(Resource file) throws IOException {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        return new Template(
                mapper.convertValue(tree, TemplateData.class),
                new Localised(text(file.createRelative("recit.fr.md")), text(file.createRelative("recit.en.md"))),
                file.createRelative("couverture.svg").getContentAsByteArray());
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}
