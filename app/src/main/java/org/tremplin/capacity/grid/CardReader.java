package org.tremplin.capacity.grid;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.Ratio;

/** The cards: what they refer to must exist. */
final class CardReader {

    private static final Pattern CONDITION = Pattern.compile("(\\w+) (<=|>=|<|>|=) (\\S+)");
    private static final Pattern ID = Pattern.compile("R\\d\\d");

    private final Set<String> answers;
    private final List<String> obstacles;
    private final Set<String> helpers;
    private final Function<Part, List<String>> cited;

    /**
     * @param answers ids of items and obstacles
     * @param cited the sources of a part, checked
     */
    CardReader(Set<String> answers, List<String> obstacles, Set<String> helpers, Function<Part, List<String>> cited) {
        this.answers = answers;
        this.obstacles = obstacles;
        this.helpers = helpers;
        this.cited = cited;
    }

    List<Card> read(Part list) {
        Set<String> seen = new HashSet<>();
        return list.list().stream()
                .map(part -> {
                    Card card = card(part);
                    if (!ID.matcher(card.id()).matches() || !seen.add(card.id())) {
                        throw part.fault("the id of a card is R and two digits, once: “%s”", card.id());
                    }
                    return card;
                })
                .toList();
    }

    private Card card(Part part) {
        part.only(
                "id",
                "component",
                "effort",
                "first",
                "obstacle",
                "campaign",
                "when",
                "action",
                "gap",
                "gapAlone",
                "why",
                "risk",
                "sources",
                "helpers");
        return new Card(
                part.at("id").text(),
                part.find("component").map(found -> found.one(Component.class)).orElse(null),
                part.wholeOrNone("effort"),
                part.wholeOrNone("first"),
                part.find("obstacle")
                        .map(found -> known(found, obstacles, "obstacle"))
                        .orElse(null),
                part.flag("campaign"),
                part.at("when").list().stream()
                        .map(row -> row.list().stream().map(this::condition).toList())
                        .toList(),
                part.at("action").words(),
                part.at("gap").words(),
                part.find("gapAlone").map(Part::words).orElse(null),
                part.at("why").words(),
                part.at("risk").words(),
                cited.apply(part),
                part.at("helpers").list().stream()
                        .map(helper -> known(helper, helpers, "helper"))
                        .toList());
    }

    private static String known(Part part, Iterable<String> ids, String what) {
        for (String id : ids) {
            if (id.equals(part.text())) {
                return id;
            }
        }
        throw part.fault("unknown %s “%s”", what, part.text());
    }

    private Condition condition(Part part) {
        Matcher written = CONDITION.matcher(part.text());
        if (!written.matches()) {
            throw part.fault("“%s” is no condition such as “A1 <= 1”", part.text());
        }
        String subject = written.group(1);
        if (!answers.contains(subject) && Measure.find(subject).isEmpty()) {
            throw part.fault("unknown reference “%s”", subject);
        }
        Comparison comparison = Arrays.stream(Comparison.values())
                .filter(known -> known.sign().equals(written.group(2)))
                .findFirst()
                .orElseThrow();
        return new Condition(subject, comparison, than(part, subject, written.group(3)));
    }

    private static Ratio than(Part part, String subject, String written) {
        if (subject.equals(Measure.SHAPE.key())) {
            return Arrays.stream(NetworkShape.values())
                    .filter(shape -> shape.name().equals(written))
                    .findFirst()
                    .map(shape -> Ratio.of(shape.ordinal()))
                    .orElseThrow(() -> part.fault("unknown reference “%s”", written));
        }
        try {
            return Ratio.of(written);
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw part.fault("“%s” is not a number", written);
        }
    }
}
