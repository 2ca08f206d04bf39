package org.tremplin.capacity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the points of a component come from, to the last answer; stored with the result, never computed again.
 *
 * @param points it gives to the readiness
 * @param figures it was computed from, by their keys in the diagnosis
 * @param sources ids in the grid
 */
public record Why(
        Component component,
        int weight,
        Span points,
        List<Figure> figures,
        List<Given> answers,
        List<Stride> strides,
        List<String> sources) {

    public Why {
        figures = List.copyOf(figures);
        answers = List.copyOf(answers);
        strides = List.copyOf(strides);
        sources = List.copyOf(sources);
    }

    public record Figure(String key, Span value) {}

    /** @param notch what one notch more would add to the readiness; none where it cannot be told */
    public record Given(
            String item, Answer answer, @Nullable Ratio notch) {}

    /** What one step of a number would add to the readiness: so many euros, relays, hours. */
    public record Stride(String key, int by, Ratio points) {}
}
