package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.share.Shared;

/**
 * The parts of a result that somebody outside may see, in words about the association. What they may not see is not in
 * it: parts that were not opened are empty.
 *
 * @param on day of the latest diagnosis
 * @param before day of the one before; none for a first one
 * @param moved what changed since, by section
 * @param counts of partners by type, reach and contribution
 * @param named partners that agreed to be named, for a patron; other audiences read names elsewhere
 * @param ties what is told of the network's shape
 * @param advice what the association is advised now
 * @param readiness of its last campaign; none when nothing of it is open or there was none
 */
public record SharedResult(
        LocalDate on,
        @Nullable LocalDate before,
        boolean express,
        List<String> reading,
        List<String> moved,
        List<Score> scores,
        List<Part> answers,
        List<Answered> obstacles,
        List<Apart> apart,
        List<Count> counts,
        List<String> named,
        List<String> ties,
        List<String> advice,
        @Nullable Readiness readiness) {

    /** A section beside its need; both with their interval. @param before the score of the time before, or empty */
    public record Score(String section, String told, String need, String before) {}

    public record Part(String section, List<Answered> answers) {}

    /** @param before the answer of the time before, or empty; @param moved whether it is another one now */
    public record Answered(String item, String question, String answer, String before, boolean moved) {}

    /** Where respondents are far from each other. */
    public record Apart(String question, String lowest, String highest) {}

    public record Count(String title, List<String> counts) {}

    /** @param label and figure empty where they are not open */
    public record Readiness(
            LocalDate on,
            String label,
            String figure,
            List<String> components,
            List<String> levers,
            List<String> resources) {}

    /** Whether something is told of a row that is open; the plan, and names for an adviser, stand elsewhere. */
    public boolean tells(Shared row) {
        return switch (row) {
            case READINESS -> readiness != null && !readiness.figure().isEmpty();
            case LABEL -> readiness != null && !readiness.label().isEmpty();
            case RESOURCES -> readiness != null && !readiness.resources().isEmpty();
            case SECTIONS -> !scores.isEmpty();
            case ANSWERS -> !answers.isEmpty();
            case OBSTACLES -> !obstacles.isEmpty();
            case PARTNER_COUNTS -> !counts.isEmpty();
            case TIES -> !ties.isEmpty();
            case GATES, PROMISES, NAMED_PARTNERS, PLAN, PEERS -> true;
        };
    }

    /** Whether an answer to this question is among what is shown. */
    public boolean answered(String item) {
        return answers.stream()
                        .flatMap(part -> part.answers().stream())
                        .anyMatch(one -> one.item().equals(item))
                || obstacles.stream().anyMatch(one -> one.item().equals(item));
    }
}
