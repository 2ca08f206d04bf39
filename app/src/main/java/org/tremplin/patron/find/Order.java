package org.tremplin.patron.find;

import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Orders of the list, each by one fact that the card shows; equals stand in the order of their addresses. */
enum Order {
    /** Open ones by their last day, then those to come, then those that ended, the latest first. */
    END("fin") {
        @Override
        long key(Project project) {
            LocalDate day = switch (project.stage()) {
                case OPEN -> project.closesOn();
                case UPCOMING -> project.opensOn();
                case ENDED -> project.endedOn();
            };
            long number = day == null ? AFTER - 1 : day.toEpochDay();
            return project.stage() == Stage.ENDED
                    ? 3 * AFTER - number
                    : project.stage() == Stage.UPCOMING ? AFTER + number : number;
        }
    },
    /** The least left to find first; then those that lack nothing or ended. */
    LEFT("reste") {
        @Override
        long key(Project project) {
            return project.stage() == Stage.ENDED || project.leftCents() == 0 ? Long.MAX_VALUE : project.leftCents();
        }
    },
    NEWEST("recent") {
        @Override
        long key(Project project) {
            return -project.publishedAt().getEpochSecond();
        }
    };

    private static final long AFTER = 10_000_000;

    private final String option;

    Order(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }

    abstract long key(Project project);

    List<Project> sorted(Collection<Project> projects) {
        return projects.stream()
                .sorted(comparingLong(this::key).thenComparing(Project::slug))
                .toList();
    }
}
