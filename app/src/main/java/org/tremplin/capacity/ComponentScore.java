package org.tremplin.capacity;

/**
 * A part of the readiness of a campaign.
 *
 * @param span 0 to 100
 * @param weight 0 to 100, by the type of the campaign
 */
public record ComponentScore(Component component, Span span, int weight) {

    /** What it could still add to the readiness until it reaches the aim, in points; zero where nothing is known. */
    public Ratio leverTo(Ratio aim) {
        Ratio point = span.point();
        return point == null
                ? Ratio.ZERO
                : aim.minus(point).atLeast(Ratio.ZERO).times(weight).dividedBy(100);
    }

    /** What it gives to the readiness, 0 to its weight. */
    public Span points() {
        return span.map(score -> score.times(weight).dividedBy(100));
    }
}
