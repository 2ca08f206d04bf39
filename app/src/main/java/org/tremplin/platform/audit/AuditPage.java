package org.tremplin.platform.audit;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.DayText;

/**
 * A hundred lines of the log as a page shows them; names are read for it and never kept.
 *
 * @param path its own address, for the link to earlier lines
 * @param objects whether the ids are shown
 * @param next the act after which the next page goes on; none on the last
 */
public record AuditPage(
        String path,
        List<Line> lines,
        boolean objects,
        @Nullable UUID next) {

    public static final int SIZE = 100;

    /** Ids of the people whose names the page needs. */
    public static Set<UUID> people(List<Audit.Act> acts) {
        return acts.stream()
                .flatMap(act -> Stream.of(act.person(), concerned(act)))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param acts one more than a page holds, where there are more */
    public static AuditPage of(
            String path, List<Audit.Act> acts, Map<UUID, String> names, boolean objects, ZoneId zone, Locale locale) {
        List<Audit.Act> shown = acts.subList(0, Math.min(SIZE, acts.size()));
        List<Line> lines = shown.stream()
                .map(act -> {
                    UUID who = act.person();
                    UUID about = concerned(act);
                    return new Line(
                            act.act(),
                            DayText.moment(act.at(), zone, locale),
                            who == null ? null : names.get(who),
                            who == null,
                            about == null || about.equals(who) ? null : names.get(about),
                            act.object());
                })
                .toList();
        return new AuditPage(
                path, lines, objects, acts.size() > SIZE ? shown.get(SIZE - 1).id() : null);
    }

    /** The person an act is about; none for acts about something else. */
    private static @Nullable UUID concerned(Audit.Act act) {
        boolean person = act.act().equals("member.role-changed") || act.act().equals("member.ended");
        return person ? UUID.fromString(act.object()) : null;
    }

    /**
     * @param who their name; none for the application itself and for an erased person
     * @param about name of the person it concerns, where it concerns another
     */
    public record Line(
            String act,
            String at,
            @Nullable String who,
            boolean itself,
            @Nullable String about,
            String object) {}
}
