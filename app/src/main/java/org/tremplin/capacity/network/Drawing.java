package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tremplin.capacity.PartnerType;

/**
 * Where everything stands in the picture of a network: the association in the middle, partners around it by type, ties
 * as lines that pass by the middle. Lengths are those of a picture {@link #WIDTH} wide, which fits a phone of 360 px.
 *
 * @param nodes in the order of the partners
 * @param lines between partners who work together, or about whom nobody knows
 */
record Drawing(int width, int height, double x, double y, List<Node> nodes, List<Line> lines) {

    static final int WIDTH = 372;

    /** The size of the letters of a label. */
    static final double LETTERS = 13;

    static final double LINE_HEIGHT = 15;

    /** Of the association itself. */
    static final double MIDDLE = 24;

    private static final double ACROSS = WIDTH / 2.0;
    private static final double RING_WIDTH = 88;
    private static final double RING_LEAST = 104;
    /** So that labels of all their lines have room one under the other at each side. */
    private static final double RING_PER_PARTNER = 20;

    private static final int LINES_BESIDE = 5;
    private static final int LINES_ABOVE = 2;
    private static final double[] WIDE_ABOVE = {WIDTH / 3.0, WIDTH / 1.5};
    /** From the middle of a shape to its label. */
    private static final double BESIDE = Figure.RADIUS + 3;
    /** Above and below the ring: a shape, and the label of a partner that stands there. */
    private static final double EDGE = Figure.RADIUS + LINES_ABOVE * LINE_HEIGHT + 10;
    /** Below the lowest. */
    private static final double MARGIN = 10;
    /** How near a tie comes to the middle: beside the association, so that it is no tie with it. */
    private static final double PASSING = 45;
    /** No point of it comes nearer than that. */
    private static final double CLEAR = MIDDLE + 5;
    /** A tie bends inwards, so that it does not run behind a partner in between. */
    private static final double BENT = 0.75;

    Drawing {
        nodes = List.copyOf(nodes);
        lines = List.copyOf(lines);
    }

    static Drawing of(Circle circle) {
        List<NamedPartner> partners = circle.partners();
        int count = partners.size();
        double tall = Math.max(RING_LEAST, RING_PER_PARTNER * count);
        double middle = tall + EDGE;
        List<Integer> order = IntStream.range(0, count)
                .boxed()
                .sorted((one, other) ->
                        partners.get(one).type().compareTo(partners.get(other).type()))
                .toList();
        Node[] nodes = new Node[count];
        for (int place = 0; place < count; place++) {
            int partner = order.get(place);
            Place at = Place.of(place, count);
            nodes[partner] = node(
                    partner + 1, partners.get(partner), ACROSS + RING_WIDTH * at.right(), middle - tall * at.up(), at);
        }
        List<Line> lines = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            for (int other = one + 1; other < count; other++) {
                Pair.Answer answer = circle.between(partners.get(one), partners.get(other));
                if (answer == Pair.Answer.YES || answer == Pair.Answer.UNKNOWN) {
                    lines.add(line(answer, nodes[one], nodes[other], middle));
                }
            }
        }
        return new Drawing(
                WIDTH, (int) Math.ceil(middle + below(nodes, middle)), ACROSS, middle, List.of(nodes), lines);
    }

    /** From the middle to the end: nobody stands at the bottom of an odd ring. */
    private static double below(Node[] nodes, double middle) {
        double lowest = Stream.of(nodes).mapToDouble(Node::end).max().orElse(middle + MIDDLE);
        return Math.max(lowest, middle + MIDDLE) + MARGIN - middle;
    }

    private static Node node(int number, NamedPartner partner, double x, double y, Place at) {
        boolean beside = at.right() != 0;
        List<String> label = beside
                ? Label.of(partner.name(), LINES_BESIDE, ACROSS - Math.abs(x - ACROSS) - BESIDE)
                : Label.of(partner.name(), LINES_ABOVE, WIDE_ABOVE);
        double labelX = x + BESIDE * Math.signum(at.right());
        double more = (label.size() - 1) * LINE_HEIGHT;
        // the ground of its first line
        double labelY = beside
                ? y + 4.5 - more / 2
                : at.up() > 0 ? y - Figure.RADIUS - 6 - more : y + Figure.RADIUS + LINE_HEIGHT;
        String anchor = beside ? at.right() > 0 ? "start" : "end" : "middle";
        return new Node(number, partner.type(), x, y, labelX, labelY, anchor, label);
    }

    private static Line line(Pair.Answer answer, Node one, Node other, double middle) {
        double x = (one.x() + other.x()) / 2 - ACROSS;
        double y = (one.y() + other.y()) / 2 - middle;
        double far = Math.hypot(x, y);
        double alongX = other.x() - one.x();
        double alongY = other.y() - one.y();
        double along = Math.hypot(alongX, alongY);
        // of two opposite partners the tie passes on one side, always the same
        double outX = far < 1 ? -alongY / along : x / far;
        double outY = far < 1 ? alongX / along : y / far;
        double passes = Math.max(PASSING, BENT * far);
        Line line;
        do {
            line = new Line(answer, one, other, ACROSS + 2 * outX * passes - x, middle + 2 * outY * passes - y);
            passes++;
        } while (passes < WIDTH && line.distance(ACROSS, middle) < CLEAR);
        return line;
    }

    private static String at(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }

    /**
     * A partner in the picture.
     *
     * @param number as in the list, from 1
     * @param anchor of its label: {@code start}, {@code middle} or {@code end}
     */
    record Node(
            int number,
            PartnerType type,
            double x,
            double y,
            double labelX,
            double labelY,
            String anchor,
            List<String> label) {

        Node {
            label = List.copyOf(label);
        }

        /** Where the lower of it and its label ends. */
        double end() {
            return Math.max(y + Figure.RADIUS, labelY + (label.size() - 1) * LINE_HEIGHT + 4);
        }

        public String shape() {
            return Figure.of(type);
        }

        public String move() {
            return "translate(" + at(x, y) + ")";
        }

        public int middle() {
            return Figure.middle(type);
        }

        public String px() {
            return String.format(Locale.ROOT, "%.1f", x);
        }

        public String py() {
            return String.format(Locale.ROOT, "%.1f", y);
        }

        public String lx() {
            return String.format(Locale.ROOT, "%.1f", labelX);
        }

        public String ly() {
            return String.format(Locale.ROOT, "%.1f", labelY);
        }
    }

    /**
     * On the ring, clockwise from the top; at both sides one as far under the other as the next.
     *
     * @param right and {@code up}: from -1 to 1; the two who stand above and below the middle are neither right nor left
     */
    private record Place(double right, double up) {

        static Place of(int at, int count) {
            boolean rightwards = 2 * at < count;
            int down = rightwards ? at : count - at;
            // half the number of them: an odd one has nobody at the bottom
            double up = 1 - 4.0 * down / count;
            double out = down == 0 || 2 * down == count ? 0 : Math.sqrt(1 - up * up);
            return new Place(rightwards ? out : -out, up);
        }
    }

    /** A tie, bent towards one point. */
    record Line(Pair.Answer answer, Node one, Node other, double bendX, double bendY) {

        private static final int PARTS = 20;

        /** Whether it is a tie, and not only a question. */
        public boolean known() {
            return answer == Pair.Answer.YES;
        }

        /** From a point to the nearest of it. */
        double distance(double x, double y) {
            return IntStream.rangeClosed(0, PARTS)
                    .mapToDouble(part -> {
                        double along = (double) part / PARTS;
                        return Math.hypot(
                                x - between(along, one.x(), bendX, other.x()),
                                y - between(along, one.y(), bendY, other.y()));
                    })
                    .min()
                    .orElseThrow();
        }

        private static double between(double along, double from, double bend, double to) {
            return (1 - along) * (1 - along) * from + 2 * along * (1 - along) * bend + along * along * to;
        }

        public String path() {
            return "M" + at(one.x(), one.y()) + "Q" + at(bendX, bendY) + " " + at(other.x(), other.y());
        }
    }
}
