package org.tremplin.capacity.grid;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Section;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the file of a grid and checks all of it. */
final class GridReader {

    private final Part root;
    private final Set<String> sources;

    private GridReader(Part root) {
        this.root = root;
        sources = root.at("sources").fields().keySet();
    }

    /** @throws GridFault with the line of the first fault */
    static Grid read(String file, String text) {
        try {
            Node tree = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (tree == null) {
                throw new GridFault(file, 1, "the file is empty");
            }
            return new GridReader(new Part(file, tree)).grid();
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new GridFault(file, line, broken.getProblem());
        }
    }

    private Grid grid() {
        root.only(
                "version",
                "sources",
                "scale",
                "profile",
                "partners",
                "sections",
                "obstacles",
                "gates",
                "conventions",
                "bands",
                "incomplete",
                "components",
                "weights",
                "helpers",
                "cards");
        Part scale = root.at("scale").only("levels", "unknown", "notApplicable", "sources");
        cited(scale);
        Part obstacles = root.at("obstacles").only("levels", "items");
        List<Questions> sections = sections();
        List<Sourced> hurdles = sourced(obstacles.at("items"));
        List<Helper> helpers = helpers();
        Set<String> answers = Stream.concat(
                        sections.stream()
                                .flatMap(section -> section.items().stream().map(Item::id)),
                        hurdles.stream().map(Sourced::id))
                .collect(Collectors.toSet());
        List<Sourced> components = sourced(root.at("components"));
        inOrder(root.at("components"), components.stream().map(Sourced::id).toList(), Component.values());
        return new Grid(
                root.at("version").text(),
                root.at("sources").fields().entrySet().stream()
                        .map(source -> new Choice(
                                source.getKey(),
                                source.getValue().only("fr", "en").words()))
                        .toList(),
                levels(scale.at("levels")),
                scale.at("unknown").words(),
                scale.at("notApplicable").words(),
                asked(),
                sections,
                levels(obstacles.at("levels")),
                hurdles,
                choices(root.at("gates")),
                ConventionsReader.read(root.at("conventions")),
                WeightsReader.bands(root.at("bands")),
                root.at("incomplete").words(),
                components,
                weights(),
                helpers,
                new CardReader(
                                answers,
                                hurdles.stream().map(Sourced::id).toList(),
                                helpers.stream().map(Helper::id).collect(Collectors.toSet()),
                                this::cited)
                        .read(root.at("cards")));
    }

    private List<TypeWeights> weights() {
        List<TypeWeights> rows =
                root.at("weights").list().stream().map(WeightsReader::row).toList();
        inOrder(root.at("weights"), rows.stream().map(row -> row.type().name()).toList(), CampaignType.values());
        return rows;
    }

    private Asked asked() {
        Part profile = root.at("profile").only("audience", "reach", "orientation");
        Part audience = profile.at("audience").only("id", "express", "name", "ask", "levels", "sources");
        Part orientation = profile.at("orientation").only("tokens", "ask", "kinds", "sources");
        Part partners = root.at("partners")
                .only("ask", "pair", "most", "express", "grid", "types", "brings", "shapes", "sources");
        List.of(audience, orientation, partners).forEach(this::cited);
        return new Asked(
                audience.at("ask").words(),
                levels(audience.at("levels")),
                choices(profile.at("reach"), Reach.values()),
                profile.at("reach").list().stream().map(GridReader::need).toList(),
                orientation.at("ask").words(),
                orientation.at("tokens").whole(),
                choices(orientation.at("kinds"), Orientation.values()),
                orientation.at("kinds").list().stream()
                        .map(kind -> kind.flag("online"))
                        .toList(),
                partners.at("ask").words(),
                partners.at("pair").words(),
                partners.at("most").whole(),
                partners.at("express").whole(),
                partners.at("grid").whole(),
                choices(partners.at("types"), PartnerType.values()),
                choices(partners.at("brings"), Contribution.values()),
                choices(partners.at("shapes"), NetworkShape.values()));
    }

    private static Ratio need(Part reach) {
        Ratio need = reach.at("need").number();
        if (need.below(Ratio.ZERO) || Ratio.HUNDRED.below(need)) {
            throw reach.fault("a need is 0 to 100");
        }
        return need;
    }

    private List<Questions> sections() {
        List<Questions> sections = root.at("sections").list().stream()
                .map(part -> {
                    Part section = part.only("id", "name", "items");
                    return new Questions(
                            section.at("id").one(Section.class),
                            section.at("name").words(),
                            section.at("items").list().stream().map(this::item).toList());
                })
                .toList();
        inOrder(
                root.at("sections"),
                sections.stream().map(section -> section.section().name()).toList(),
                Section.values());
        return sections;
    }

    private Item item(Part part) {
        part.only("id", "express", "na", "naStaff", "naBudget", "name", "ask", "example", "sources");
        return new Item(
                part.at("id").text(),
                part.at("name").words(),
                part.at("ask").words(),
                part.at("example").words(),
                part.flag("express"),
                part.flag("na") ? new Item.LeftOut(part.wholeOrNone("naStaff"), part.wholeOrNone("naBudget")) : null,
                cited(part));
    }

    private List<Helper> helpers() {
        List<Part> parts = root.at("helpers").list();
        Set<String> ids = parts.stream().map(part -> part.at("id").text()).collect(Collectors.toSet());
        parts.forEach(part -> part.find("otherwise")
                .filter(other -> !ids.contains(other.text()))
                .ifPresent(other -> {
                    throw other.fault("unknown helper “%s”", other.text());
                }));
        return parts.stream()
                .map(part -> part.only("id", "fr", "en", "here", "employers", "otherwise", "link"))
                .map(part -> new Helper(
                        part.at("id").text(),
                        part.words(),
                        part.flag("here"),
                        part.flag("employers"),
                        part.find("otherwise").map(Part::text).orElse(null),
                        part.find("link").map(Part::text).orElse(null)))
                .toList();
    }

    private List<Sourced> sourced(Part list) {
        return list.list().stream()
                .map(part -> new Sourced(
                        part.only("id", "fr", "en", "sources").at("id").text(), part.words(), cited(part)))
                .toList();
    }

    /** The sources that a part names, each of which must be known. */
    private List<String> cited(Part part) {
        for (Part source : part.at("sources").list()) {
            if (!sources.contains(source.text())) {
                throw source.fault("unknown source “%s”", source.text());
            }
        }
        return part.at("sources").texts();
    }

    /** The scale is that of {@link Answer}: 0 to 4. */
    private static List<Level> levels(Part list) {
        List<Level> levels = list.list().stream()
                .map(part ->
                        new Level(part.only("value", "fr", "en").at("value").whole(), part.words()))
                .toList();
        for (int notch = 0; notch <= Answer.TOP; notch++) {
            if (levels.size() != Answer.TOP + 1 || levels.get(notch).value() != notch) {
                throw list.fault("the levels are 0 to %d, in order", Answer.TOP);
            }
        }
        return levels;
    }

    private static List<Choice> choices(Part list, Enum<?>... known) {
        List<Choice> choices = list.list().stream()
                .map(part -> new Choice(part.at("id").text(), part.words()))
                .toList();
        if (known.length > 0) {
            inOrder(list, choices.stream().map(Choice::id).toList(), known);
        }
        return choices;
    }

    private static void inOrder(Part list, List<String> ids, Enum<?>[] known) {
        List<String> names = Arrays.stream(known).map(Enum::name).toList();
        if (!ids.equals(names)) {
            throw list.fault("these are expected, in this order: %s", String.join(", ", names));
        }
    }
}
