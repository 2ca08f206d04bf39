package org.tremplin.capacity.score;

import static org.tremplin.capacity.Answer.UNKNOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;

/**
 * What changed between two diagnoses of one association, told as answers that moved; never as the effect of something.
 *
 * @param sections in the order of {@link Section}
 */
public record Progress(List<Moved> moved, List<SectionProgress> sections) {

    public Progress {
        moved = List.copyOf(moved);
        sections = List.copyOf(sections);
    }

    /** An answer that is another one now. */
    public record Moved(String item, Answer from, Answer to) {}

    /** @param notches up less notches down, of answers that are numbers both times */
    public record SectionProgress(Section section, int notches, Direction direction) {}

    /** A single notch that somebody says of themselves is noise: it takes a few to be a direction. */
    public enum Direction {
        FORWARD,
        STABLE,
        BACK
    }

    /** @param express whether one of the two was of the short form: what only the other asked did not move */
    public static Progress between(
            Grid grid,
            Diagnosis before,
            Preparation prepared,
            Diagnosis after,
            Preparation preparedLater,
            boolean express) {
        List<Moved> moved = new ArrayList<>();
        List<SectionProgress> sections = Arrays.stream(Section.values())
                .map(section -> compare(
                        section,
                        grid,
                        express,
                        Computation.answers(section, before, prepared),
                        Computation.answers(section, after, preparedLater),
                        moved))
                .toList();
        return new Progress(moved, sections);
    }

    private static SectionProgress compare(
            Section section, Grid grid, boolean express, List<Answer> before, List<Answer> after, List<Moved> moved) {
        List<Item> items = grid.items(section);
        int notches = 0;
        for (int at = 0; at < Math.min(before.size(), after.size()); at++) {
            Answer from = before.get(at);
            Answer to = after.get(at);
            if (from != to && (!express || items.get(at).express() || from != UNKNOWN && to != UNKNOWN)) {
                moved.add(new Moved(items.get(at).id(), from, to));
            }
            if (from.isScaled() && to.isScaled()) {
                notches += to.notches() - from.notches();
            }
        }
        return new SectionProgress(
                section, notches, direction(notches, grid.conventions().progress()));
    }

    private static Direction direction(int notches, int enough) {
        if (Math.abs(notches) < enough) {
            return Direction.STABLE;
        }
        return notches > 0 ? Direction.FORWARD : Direction.BACK;
    }
}
