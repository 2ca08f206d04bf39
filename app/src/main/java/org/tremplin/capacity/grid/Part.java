package org.tremplin.capacity.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Ratio;
import org.tremplin.platform.web.Typography;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of the YAML tree that knows its line, so that every fault can be found. */
final class Part {

    private final String file;
    private final Node node;
    private @Nullable Map<String, Part> fields;

    Part(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    GridFault fault(String sentence, Object... arguments) {
        return new GridFault(file, node.getStartMark().getLine() + 1, sentence.formatted(arguments));
    }

    /** The fields of a map; a key that is not among the known ones is a fault, for it is misspelt. */
    Part only(String... known) {
        Set<String> names = Set.copyOf(Arrays.asList(known));
        fields().forEach((key, value) -> {
            if (!names.contains(key)) {
                throw value.fault("unknown key “%s”", key);
            }
        });
        return this;
    }

    Map<String, Part> fields() {
        if (fields == null) {
            if (!(node instanceof MappingNode map)) {
                throw fault("a map of keys is expected");
            }
            Map<String, Part> read = new LinkedHashMap<>();
            for (NodeTuple tuple : map.getValue()) {
                Part key = new Part(file, tuple.getKeyNode());
                if (read.put(key.text(), new Part(file, tuple.getValueNode())) != null) {
                    throw key.fault("the key “%s” stands twice", key.text());
                }
            }
            fields = read;
        }
        return fields;
    }

    Part at(String key) {
        return find(key).orElseThrow(() -> fault("the key “%s” is missing", key));
    }

    Optional<Part> find(String key) {
        return Optional.ofNullable(fields().get(key));
    }

    List<Part> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("a list is expected");
        }
        List<Part> parts = new ArrayList<>();
        for (Node part : sequence.getValue()) {
            parts.add(new Part(file, part));
        }
        return parts;
    }

    List<String> texts() {
        return list().stream().map(Part::text).toList();
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault("a text is expected");
        }
        return scalar.getValue();
    }

    Ratio number() {
        try {
            return Ratio.of(text());
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw fault("“%s” is not a number", text());
        }
    }

    int whole() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException wrong) {
            throw fault("“%s” is not a whole number", text());
        }
    }

    @Nullable
    Integer wholeOrNone(String key) {
        return find(key).map(Part::whole).orElse(null);
    }

    boolean flag(String key) {
        return find(key)
                .map(part -> switch (part.text()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw part.fault("“%s” is neither true nor false", part.text());
                })
                .orElse(false);
    }

    /** The two languages of this map, whatever other keys it has. */
    Words words() {
        Words words = new Words(Typography.french(at("fr").text()), at("en").text());
        if (words.fr().isBlank() != words.en().isBlank()) {
            throw fault("a text stands in one language only");
        }
        return words;
    }

    <E extends Enum<E>> E one(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text()))
                .findFirst()
                .orElseThrow(() -> fault("unknown reference “%s”", text()));
    }
}
