package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
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
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;

class DrawingTest {

    private static final String[] WORDS = {
        "Mairie", "de", "Valmorin", "Établissement", "École", "des", "Foulons", "&", "Anticonstitutionnellement", "M"
    };

    /** As such partners are called, up to some forty letters. */
    static final List<String> USUAL = List.of(
            "Communauté de communes du Pays modèle",
            "Maison des jeunes et de la culture",
            "Médiathèque intercommunale Les Tilleuls",
            "Centre communal d’action sociale",
            "Collège Marguerite-Exemple",
            "Fondation du Crédit de l’Exemple",
            "Fédération départementale des centres sociaux",
            "Épicerie solidaire du Modèle",
            "Mairie de Saint-Modèle-sur-Exemple",
            "Ligue de l’enseignement, comité local",
            "Établissement public foncier régional",
            "Société coopérative Les Trois Rivières",
            "La Gazette de l’Arrondissement",
            "Réseau des jardins partagés du département",
            "École élémentaire Jean-Exemple");

    private static final Font FONT = font();

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
    void keepsNamesOfUsualLengthWholeWhereverTheyStand() {
        for (int count = 1; count <= USUAL.size(); count++) {
            for (int first = 0; first < USUAL.size(); first++) {
                List<String> names = new ArrayList<>();
                for (int at = 0; at < count; at++) {
                    names.add(USUAL.get((first + at) % USUAL.size()));
                }
                for (Drawing.Node node : Drawing.of(named(names)).nodes()) {
                    assertThat(String.join(" ", node.label())).doesNotContain("…");
                    assertThat(letters(String.join("", node.label()))).isEqualTo(letters(names.get(node.number() - 1)));
                }
            }
        }
    }

    @Test
    void breaksAfterAHyphenAndBetweenSyllablesAndCutsOnlyWhatHasNoRoom() {
        assertThat(Label.of("Régie des Foulons", 2, 80)).containsExactly("Régie des", "Foulons");
        assertThat(Label.of("Saint-Valéry-en-Caux", 4, 80)).containsExactly("Saint-", "Valéry-en-", "Caux");
        assertThat(Label.of("Médiathèque intercommunale", 4, 80))
                .containsExactly("Médiathè-", "que", "intercom-", "munale");
        assertThat(Label.of("Mairie de Saint-Valéry-en-Caux", 2, 80)).containsExactly("Mairie de", "Saint-Val…");
        assertThat(Label.of("Eau", 2, 80)).containsExactly("Eau");
    }

    /** By the letters of a font like those of a phone. */
    @Property(tries = 300)
    void takesALabelForNoNarrowerThanItIs(@ForAll @IntRange(min = 0, max = 15) int partners, @ForAll long seed) {
        for (Drawing.Node node : Drawing.of(circle(partners, new Random(seed))).nodes()) {
            for (String line : node.label()) {
                assertThat(drawn(line)).as(line).isLessThanOrEqualTo(Label.width(line));
            }
        }
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
        double width = node.label().stream().mapToDouble(Label::width).max().orElse(0);
        double left = node.anchor().equals("start")
                ? node.labelX()
                : node.anchor().equals("end") ? node.labelX() - width : node.labelX() - width / 2;
        double top = node.labelY() - 11;
        return new Box(left, top, left + width, top + node.label().size() * Drawing.LINE_HEIGHT);
    }

    private static String letters(String written) {
        return written.replaceAll("[ -]", "");
    }

    private static double drawn(String line) {
        return FONT.getStringBounds(line, new FontRenderContext(null, true, true))
                .getWidth();
    }

    private static Font font() {
        try (InputStream letters =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, letters).deriveFont((float) Drawing.LETTERS);
        } catch (IOException | FontFormatException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static Circle named(List<String> names) {
        List<NamedPartner> partners = new ArrayList<>();
        for (String name : names) {
            partners.add(partner(partners.size(), new Random(partners.size()), name));
        }
        return new Circle(partners, Map.of());
    }

    static Circle circle(int count, Random random) {
        List<NamedPartner> partners = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            StringBuilder name = new StringBuilder("P");
            int words = random.nextInt(5);
            for (int word = 0; word < words; word++) {
                name.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            partners.add(partner(one, random, name.toString()));
        }
        Map<Pair, Pair.Answer> answers = new HashMap<>();
        for (Pair pair : AskedPairs.between(partners)) {
            answers.put(pair, Pair.Answer.values()[random.nextInt(3)]);
        }
        return new Circle(partners, answers);
    }

    private static NamedPartner partner(int number, Random random, String name) {
        return new NamedPartner(
                new UUID(number, random.nextLong()),
                name,
                PartnerType.values()[random.nextInt(PartnerType.values().length)],
                Reach.LOCAL,
                Set.of(),
                null,
                null,
                null,
                Weighing.OPEN,
                1);
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
