package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tremplin.capacity.PartnerType;

/**
 * Where everything stands in the picture of a network: the association in the middle, partners around it by type, ties
 * as lines that pass by the middle. Lengths are those of a picture {@link #WIDTH} wide, which fits a phone of 360 px.
 *
 * @param nodes in the order of the partners
 * @param lines between partners who work together, or about whom nobody knows
 */
record Drawing(int width, int height, double x, double y, List<Node> nodes, List<Line> lines) {

    static final int WIDTH = 340;

    /** Of the letters of a label, and as much as the widest usual one takes. */
    static final double LETTER = 7.4;

    static final double LINE_HEIGHT = 15;

    /** Of the association itself. */
    static final double MIDDLE = 24;

    private static final double ACROSS = WIDTH / 2.0;
    private static final double RING_WIDTH = 84;
    private static final double RING_LEAST = 100;
    private static final double RING_PER_PARTNER = 16;
    /** From the middle of a shape to its label. */
    private static final double BESIDE = Figure.RADIUS + 3;
    /** Above and below the ring: a shape, and a label of two lines. */
    private static final double EDGE = Figure.RADIUS + 2 * LINE_HEIGHT + 10;
    /** How near a tie comes to the middle: beside the association, so that it is no tie with it. */
    private static final double PASSING = 46;
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
            double turn = 2 * Math.PI * place / count;
            nodes[partner] = node(
                    partner + 1,
                    partners.get(partner),
                    ACROSS + RING_WIDTH * Math.sin(turn),
                    middle - tall * Math.cos(turn),
                    Math.sin(turn),
                    Math.cos(turn));
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
        return new Drawing(WIDTH, (int) Math.ceil(2 * middle), ACROSS, middle, List.of(nodes), lines);
    }

    private static Node node(int number, NamedPartner partner, double x, double y, double right, double up) {
        boolean top = Math.abs(right) < 0.01;
        double room = top ? WIDTH / 3.0 : ACROSS - Math.abs(x - ACROSS) - BESIDE;
        List<String> label = Label.of(partner.name(), (int) (room / LETTER));
        double labelX = top ? x : right > 0 ? x + BESIDE : x - BESIDE;
        double half = (label.size() - 1) * LINE_HEIGHT / 2;
        // the ground of its first line
        double labelY =
                !top ? y + 4.5 - half : up > 0 ? y - Figure.RADIUS - 6 - 2 * half : y + Figure.RADIUS + LINE_HEIGHT;
        return new Node(
                number, partner.type(), x, y, labelX, labelY, top ? "middle" : right > 0 ? "start" : "end", label);
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
        return new Line(answer, one, other, ACROSS + 2 * outX * passes - x, middle + 2 * outY * passes - y);
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

    /** A tie, bent towards one point. */
    record Line(Pair.Answer answer, Node one, Node other, double bendX, double bendY) {

        /** Whether it is a tie, and not only a question. */
        public boolean known() {
            return answer == Pair.Answer.YES;
        }

        public String path() {
            return "M" + at(one.x(), one.y()) + "Q" + at(bendX, bendY) + " " + at(other.x(), other.y());
        }
    }
}
