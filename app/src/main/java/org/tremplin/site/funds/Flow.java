package org.tremplin.site.funds;

import java.util.ArrayList;
import java.util.List;
import org.tremplin.site.card.SplitBar;

/**
 * The way of the money as a picture: sources, lines, and where it is. Thickness is in proportion to cents; every figure
 * stands in the table behind it. Lengths are ready for an SVG 1120 wide; its view is
 * 30 wider on each side, for the longest names in the widest letters.
 */
record Flow(String height, List<Ribbon> ribbons, List<Node> nodes) {

    private static final double SOURCE = 218;
    private static final double LINE = 410;
    private static final double LINE_END = 716;
    private static final double STATE = 880;
    private static final double BAR = 12;

    /** How thick everything received is. */
    private static final double WHOLE = 300;

    private static final double GAP = 22;
    private static final double TOP = 12;

    /** Two rows of text; one row within its node; one row beneath it. */
    private static final double TWO_ROWS = 44;

    private static final double ONE_ROW = 22;

    /** @param colour class; @param path of its outline */
    record Ribbon(String colour, String path) {}

    /**
     * @param kind class of its bar; a line has a tinted field between two bars
     * @param anchor of its text; @param x of it
     * @param first row: the name; @param second row: the amount
     * @param own whether the name is in the association's language
     */
    record Node(
            String kind,
            boolean line,
            String left,
            String top,
            String height,
            String anchor,
            String x,
            String firstAt,
            String secondAt,
            String first,
            String second,
            boolean own) {}

    /** A source, with what it gives to each line. */
    record Source(String label, boolean own, String amount, List<Double> parts) {}

    /** A line, with what of it is spent, committed and free. */
    record Middle(String colour, String label, String amount, double in, List<Double> out) {

        double thick() {
            return Math.max(in, out.stream().mapToDouble(Double::doubleValue).sum());
        }
    }

    record State(String kind, String label, String amount) {}

    /** Draws it. @param whole everything received, in cents, more than zero */
    static Flow of(double whole, List<Source> sources, List<Middle> lines, List<State> states) {
        double scale = WHOLE / whole;
        List<Double> given = sources.stream()
                .map(source -> scale
                        * source.parts().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                .toList();
        List<Double> thick = lines.stream().map(line -> scale * line.thick()).toList();
        List<Double> kept = new ArrayList<>();
        for (int state = 0; state < states.size(); state++) {
            int at = state;
            kept.add(scale
                    * lines.stream().mapToDouble(line -> line.out().get(at)).sum());
        }
        double height = Math.max(Math.max(high(given, TWO_ROWS), high(thick, ONE_ROW)), high(kept, TWO_ROWS)) + 2 * TOP;
        List<Double> left = placed(given, TWO_ROWS, height);
        List<Double> middle = placed(thick, ONE_ROW, height);
        List<Double> right = placed(kept, TWO_ROWS, height);

        List<Ribbon> ribbons = new ArrayList<>();
        double[] into = middle.stream().mapToDouble(Double::doubleValue).toArray();
        for (int source = 0; source < sources.size(); source++) {
            double from = left.get(source);
            for (int line = 0; line < lines.size(); line++) {
                double size = scale * sources.get(source).parts().get(line);
                if (size > 0) {
                    ribbons.add(ribbon(lines.get(line).colour(), SOURCE, from, LINE, into[line], size));
                    from += size;
                    into[line] += size;
                }
            }
        }
        double[] arrived = right.stream().mapToDouble(Double::doubleValue).toArray();
        for (int line = 0; line < lines.size(); line++) {
            double from = middle.get(line);
            for (int state = 0; state < states.size(); state++) {
                double size = scale * lines.get(line).out().get(state);
                if (size > 0) {
                    ribbons.add(ribbon(lines.get(line).colour(), LINE_END, from, STATE, arrived[state], size));
                    from += size;
                    arrived[state] += size;
                }
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (int at = 0; at < sources.size(); at++) {
            Source source = sources.get(at);
            nodes.add(side(
                    "src",
                    SOURCE - BAR,
                    "end",
                    SOURCE - BAR - 14,
                    left.get(at),
                    given.get(at),
                    source.label(),
                    source.amount(),
                    source.own()));
        }
        for (int at = 0; at < lines.size(); at++) {
            nodes.add(line(lines.get(at), middle.get(at), thick.get(at)));
        }
        for (int at = 0; at < states.size(); at++) {
            if (kept.get(at) > 0) {
                State state = states.get(at);
                nodes.add(side(
                        state.kind(),
                        STATE,
                        "start",
                        STATE + BAR + 14,
                        right.get(at),
                        kept.get(at),
                        state.label(),
                        state.amount(),
                        false));
            }
        }
        return new Flow(SplitBar.length(height), List.copyOf(ribbons), List.copyOf(nodes));
    }

    private static Node side(
            String kind,
            double x,
            String anchor,
            double textX,
            double top,
            double size,
            String name,
            String amount,
            boolean own) {
        double centre = top + size / 2;
        return new Node(
                kind,
                false,
                SplitBar.length(x),
                SplitBar.length(top),
                SplitBar.length(Math.max(1, size)),
                anchor,
                SplitBar.length(textX),
                SplitBar.length(centre - 4),
                SplitBar.length(centre + 15),
                name,
                amount,
                own);
    }

    private static Node line(Middle line, double top, double size) {
        boolean two = size >= TWO_ROWS;
        boolean within = size >= ONE_ROW;
        double centre = top + size / 2;
        double first = two ? centre - 4 : within ? centre + 5 : top + size + 16;
        return new Node(
                line.colour(),
                true,
                SplitBar.length(LINE),
                SplitBar.length(top),
                SplitBar.length(Math.max(1, size)),
                two ? "start" : "end",
                SplitBar.length(two ? LINE + 20 : LINE_END - 16),
                SplitBar.length(first),
                SplitBar.length(two ? centre + 16 : first),
                line.label(),
                line.amount(),
                true);
    }

    private static double high(List<Double> sizes, double least) {
        return sizes.stream()
                        .filter(size -> size > 0)
                        .mapToDouble(size -> slot(size, least))
                        .sum()
                + GAP * Math.max(0, sizes.stream().filter(size -> size > 0).count() - 1);
    }

    /** A thin line has its text beneath it, and room for that. */
    private static double slot(double size, double least) {
        return least == ONE_ROW && size < least ? size + ONE_ROW : Math.max(size, least);
    }

    /** Tops of the nodes, in the middle of the picture; one of no size takes no place. */
    private static List<Double> placed(List<Double> sizes, double least, double height) {
        double y = (height - high(sizes, least)) / 2;
        List<Double> tops = new ArrayList<>();
        for (double size : sizes) {
            double slot = slot(size, least);
            // a thin line has its text beneath it, a thin source or state beside it
            tops.add(least == ONE_ROW && size < least ? y : y + (slot - size) / 2);
            y += size > 0 ? slot + GAP : 0;
        }
        return tops;
    }

    private static Ribbon ribbon(String colour, double x, double y, double toX, double toY, double size) {
        double middle = (x + toX) / 2;
        String path = "M" + p(x, y) + "C" + p(middle, y) + ' ' + p(middle, toY) + ' ' + p(toX, toY) + 'v'
                + SplitBar.length(size) + "C" + p(middle, toY + size) + ' ' + p(middle, y + size) + ' ' + p(x, y + size)
                + 'z';
        return new Ribbon(colour, path);
    }

    private static String p(double x, double y) {
        return SplitBar.length(x) + ' ' + SplitBar.length(y);
    }
}
