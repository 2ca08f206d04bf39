package org.tremplin.patron.find;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.About;

/**
 * The list of projects for patrons: finished values only.
 *
 * @param all public projects, whatever is asked
 * @param place how the typed place was understood, none when none was typed
 * @param namesakes departments that have a commune of that name, when there are several
 * @param active options chosen
 * @param asked hidden fields that keep the search, name by name
 * @param elsewhere projects ticked that are not among the cards
 * @param first whether this is the first page; @param next query of the next, none on the last
 * @param list query of the first page and of the table
 * @param day of the figures
 */
record FindPage(
        String words,
        String typed,
        int all,
        int found,
        @Nullable String place,
        List<Link> namesakes,
        List<Group> groups,
        int active,
        List<Sorting> orders,
        List<Hidden> asked,
        List<Card> cards,
        List<String> elsewhere,
        int ticked,
        boolean narrowed,
        boolean first,
        @Nullable String next,
        String list,
        String day,
        About about) {

    record Link(String text, String query) {}

    /** A facet. @param open whether something of it is chosen */
    record Group(String field, String name, boolean open, List<Option> options) {}

    record Option(String value, String label, String count, boolean chosen) {}

    record Sorting(String value, boolean chosen) {}

    record Hidden(String name, String value) {}

    /**
     * A project.
     *
     * @param width 0 to 100 of its bar
     * @param amount to find, or that came; {@code sum} says which; @param when its days
     */
    record Card(
            String slug,
            String title,
            String language,
            String owner,
            String place,
            String width,
            String percent,
            String amount,
            String sum,
            @Nullable String when,
            List<Fact> facts,
            boolean ticked) {}

    /** @param kind {@code ob} measured here, {@code de} declared, {@code mi} missing; @param icon its picture */
    record Fact(String kind, String icon, String text) {}
}
