package org.tremplin.campaign.readiness;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is prepared, as its page shows it.
 *
 * @param point without decimals; none when answers are missing
 * @param low with the worst of the missing answers
 * @param high with the best of them
 * @param lower if every answer were a notch lower
 * @param higher if every answer were a notch higher
 * @param sum of the points, two decimals each, so that they add up
 * @param capped names of what keeps the label low
 */
public record StateView(
        String label,
        @Nullable Integer point,
        int low,
        int high,
        int lower,
        int higher,
        String sum,
        String type,
        String typeWhy,
        List<String> capped,
        List<Part> parts,
        List<Step> steps,
        String version) {

    /** Whether missing answers leave room. */
    public boolean open() {
        return low != high;
    }

    /** What missing answers leave open, for the bar. */
    public int width() {
        return high - low;
    }

    /**
     * One of the seven.
     *
     * @param key of its rule in words, which {@code rule} fills with numbers
     * @param point 0 to 100, none when too little was answered
     * @param points it gives, two decimals
     */
    public record Part(
            String key,
            String name,
            @Nullable Integer point,
            int low,
            int high,
            int weight,
            String points,
            List<String> rule,
            List<Figure> figures,
            List<Given> answers,
            List<Source> sources) {

        public boolean open() {
            return low != high;
        }

        public int width() {
            return high - low;
        }
    }

    /** @param id on the page of the method */
    public record Source(String id, String text) {}

    /** @param key of its name */
    public record Figure(String key, String value) {}

    /** @param notch points that one notch more gives, one decimal; none where nothing can be told */
    public record Given(
            String item, String answer, @Nullable BigDecimal notch) {}

    /**
     * A lever.
     *
     * @param name of the answer or the number that moves
     * @param text key of the sentence: one notch, one relay, so many hours or euros
     * @param by how much of that number
     * @param points this step gives
     * @param all what its part could still give
     * @param href none when this member may not
     */
    public record Step(
            String text,
            String name,
            int by,
            BigDecimal points,
            String all,
            @Nullable String href) {}
}
