package org.tremplin.site.workspace;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an association's members see first.
 *
 * @param first the one thing to do now, none when nothing waits
 * @param awaited acts that wait for who looks, the longest waiting first; @param awaitedMore how many others
 * @param refundRequests gifts whose donors want them back and wait for an answer
 * @param campaigns the first of them; @param more whether there are others
 * @param gifts of the last thirty days
 */
record WorkspacePage(
        String slug,
        String name,
        @Nullable Task first,
        List<Task> others,
        List<Awaited> awaited,
        int awaitedMore,
        List<UUID> refundRequests,
        List<Row> campaigns,
        boolean more,
        Gifts gifts) {

    /**
     * @param key of its texts; @param about what it is about, may be empty
     * @param below address under the workspace
     */
    record Task(String key, String about, String below, String icon) {}

    /**
     * @param below its page, under the workspace
     * @param late whether it began to wait before today
     */
    record Awaited(String text, String below, String since, boolean late) {}

    /**
     * @param phase DRAFT, SOON, OPEN or CLOSED
     * @param changed whether the draft says more than the public edition
     * @param fees kept by the provider as far as it is known
     * @param feesAwaited whether there is more of them to come
     */
    record Row(
            UUID id,
            String slug,
            String title,
            String phase,
            boolean changed,
            String received,
            String goal,
            String width,
            String percent,
            long gifts,
            @Nullable String fees,
            boolean feesAwaited,
            @Nullable Integer daysLeft) {}

    /**
     * @param bars one a day, oldest first
     * @param days with gifts, newest first: the table behind the picture
     */
    record Gifts(String sum, long count, String from, String to, List<Bar> bars, List<Day> days) {}

    /** Lengths of an SVG: {@code x} and {@code width} in percent. */
    record Bar(String x, String width, String y, String height, boolean none) {}

    record Day(String day, long count, String sum) {}
}
