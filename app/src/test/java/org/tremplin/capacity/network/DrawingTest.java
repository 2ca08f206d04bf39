package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;

class DrawingTest {

    private static final String[] WORDS = {
        "Mairie", "de", "Valmorin", "Établissement", "École", "des", "Foulons", "&", "Anticonstitutionnellement", "M"
    };

    @Property(tries = 1000)
    void overlapsNothing(@ForAll @IntRange(min = 0, max = 15) int partners, @ForAll long seed) {
        Drawing drawing = Drawing.of(circle(partners, new Random(seed)));
        List<Box> boxes = new ArrayList<>();
        boxes.add(Box.around(drawing.x(), drawing.y(), Drawing.MIDDLE));
        for (Drawing.Node node : drawing.nodes()) {
            boxes.add(Box.around(node.x(), node.y(), extent(node)));
            boxes.add(label(node));
        }
        for (int one = 0; one < boxes.size(); one++) {
            assertThat(boxes.get(one).inside(drawing))
                    .as("%s in %s", boxes.get(one), drawing)
                    .isTrue();
            for (int other = one + 1; other < boxes.size(); other++) {
                assertThat(boxes.get(one).meets(boxes.get(other)))
                        .as("%s and %s of %s", boxes.get(one), boxes.get(other), drawing)
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void leadsTiesPastTheMiddleAndPastOtherPartners(
            @ForAll @IntRange(min = 2, max = 15) int partners, @ForAll long seed) {
        Drawing drawing = Drawing.of(circle(partners, new Random(seed)));
        for (Drawing.Line line : drawing.lines()) {
            for (double part = 0; part <= 1; part += 0.05) {
                double x = bend(line.one().x(), line.bendX(), line.other().x(), part);
                double y = bend(line.one().y(), line.bendY(), line.other().y(), part);
                assertThat(Math.hypot(x - drawing.x(), y - drawing.y())).isGreaterThan(Drawing.MIDDLE + 4);
                for (Drawing.Node node : drawing.nodes()) {
                    if (!node.equals(line.one()) && !node.equals(line.other())) {
                        assertThat(Math.hypot(x - node.x(), y - node.y()))
                                .as("%s beside %s", line, node)
                                .isGreaterThan(16);
                    }
                }
            }
        }
    }

    @Test
    void putsPartnersOfOneTypeSideBySide() {
        Circle circle = circle(12, new Random(3));
        List<Drawing.Node> around = Drawing.of(circle).nodes().stream()
                .sorted((one, other) -> Double.compare(turn(one, circle), turn(other, circle)))
                .toList();
        assertThat(around).extracting(Drawing.Node::type).isSorted();
    }

    @Test
    void drawsWhatIsKnownAndWhatIsNotAndNothingThatWasNotAsked() {
        Circle circle = circle(3, new Random(1));
        List<NamedPartner> three = circle.partners();
        Circle asked = new Circle(
                three,
                Map.of(
                        new Pair(three.get(0).id(), three.get(1).id()), Pair.Answer.YES,
                        new Pair(three.get(0).id(), three.get(2).id()), Pair.Answer.UNKNOWN));
        assertThat(Drawing.of(asked).lines()).extracting(Drawing.Line::known).containsExactly(true, false);
    }

    @Test
    void hasAShapeForEachType() {
        assertThat(List.of(PartnerType.values()).stream().map(Figure::of)).doesNotHaveDuplicates();
    }

    @Test
    void cutsOnlyWhatHasNoRoom() {
        assertThat(Label.of("Régie des Foulons", 10)).containsExactly("Régie des", "Foulons");
        assertThat(Label.of("Anticonstitutionnellement", 10)).containsExactly("Anticonst…");
        assertThat(Label.of("Mairie de Saint-Valéry-en-Caux", 10)).containsExactly("Mairie de", "Saint-Val…");
        assertThat(Label.of("Eau", 10)).containsExactly("Eau");
    }

    private static double extent(Drawing.Node node) {
        return node.type() == PartnerType.COMPANY || node.type() == PartnerType.EDUCATION ? 14 : 15;
    }

    private static double turn(Drawing.Node node, Circle circle) {
        Drawing drawing = Drawing.of(circle);
        double tall = drawing.y()
                - drawing.nodes().stream().mapToDouble(Drawing.Node::y).min().orElseThrow();
        double turn = Math.atan2((node.x() - drawing.x()) / 84, (drawing.y() - node.y()) / tall);
        return turn < -1e-9 ? turn + 2 * Math.PI : turn;
    }

    private static double bend(double from, double over, double to, double part) {
        return (1 - part) * (1 - part) * from + 2 * part * (1 - part) * over + part * part * to;
    }

    private static Box label(Drawing.Node node) {
        int letters = node.label().stream()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .max()
                .orElse(0);
        double width = letters * Drawing.LETTER;
        double left = node.anchor().equals("start")
                ? node.labelX()
                : node.anchor().equals("end") ? node.labelX() - width : node.labelX() - width / 2;
        double top = node.labelY() - 11;
        return new Box(left, top, left + width, top + node.label().size() * Drawing.LINE_HEIGHT);
    }

    static Circle circle(int count, Random random) {
        List<NamedPartner> partners = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            StringBuilder name = new StringBuilder("P");
            int words = random.nextInt(5);
            for (int word = 0; word < words; word++) {
                name.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            partners.add(new NamedPartner(
                    new UUID(one, random.nextLong()),
                    name.toString(),
                    PartnerType.values()[random.nextInt(PartnerType.values().length)],
                    Reach.LOCAL,
                    Set.of(),
                    null,
                    null,
                    null,
                    Weighing.OPEN,
                    1));
        }
        Map<Pair, Pair.Answer> answers = new HashMap<>();
        for (Pair pair : AskedPairs.between(partners)) {
            answers.put(pair, Pair.Answer.values()[random.nextInt(3)]);
        }
        return new Circle(partners, answers);
    }

    private record Box(double left, double top, double right, double bottom) {

        static Box around(double x, double y, double half) {
            return new Box(x - half, y - half, x + half, y + half);
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean inside(Drawing drawing) {
            return left >= 0 && top >= 0 && right <= drawing.width() && bottom <= drawing.height();
        }
    }
}
