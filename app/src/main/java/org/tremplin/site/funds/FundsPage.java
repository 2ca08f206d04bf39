package org.tremplin.site.funds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.About;
import org.tremplin.transparency.RemainderText;

/**
 * What became of the money of a campaign: finished values only.
 *
 * @param language of the association's text
 * @param day of these figures, in words
 * @param ended the day it closed, none while it runs
 * @param pending announced and not money yet, in no figure; none when there is nothing
 * @param feesAwaited whether the provider has not told all it keeps
 * @param flow none before anything was received
 * @param rest what was not spent, none while it runs or once nothing is left
 * @param result promised for the whole, may be empty
 * @param measured what reports say, the newest first
 * @param purchases the newest first
 * @param more how many older ones are not listed
 */
record FundsPage(
        String slug,
        String title,
        String language,
        String ownerSlug,
        String owner,
        String day,
        @Nullable String ended,
        @Nullable String pending,
        boolean feesAwaited,
        Sums sums,
        @Nullable Flow flow,
        List<Named> sources,
        List<Segment> split,
        List<Segment> states,
        List<Line> lines,
        Line total,
        List<Change> changes,
        Cost cost,
        List<Purchase> purchases,
        long more,
        List<Purchase> promised,
        long morePromised,
        @Nullable Rest rest,
        String result,
        List<Measured> measured,
        String address,
        About about) {

    /**
     * The sentence of the day; received = spent + left.
     *
     * @param committed part of what is left, none when nothing is
     * @param proven part of what is spent; none before the first expense, when only fees are
     * @param elsewhere part of what is received that is no gift: the association says so, the books do not hold it
     */
    record Sums(
            String received,
            String spent,
            String left,
            @Nullable String committed,
            @Nullable String proven,
            @Nullable String elsewhere,
            boolean allProven,
            boolean anyReceived,
            boolean anySpent) {}

    /** @param own whether the name is in the association's language */
    record Named(String label, boolean own, String amount) {}

    /** A part of a bar of 120, with its line in the list below it. */
    record Segment(String colour, String x, String width, Named named) {}

    /**
     * @param costs the automatic line of collection costs
     * @param money false for what is given otherwise, such as somebody's time
     * @param proven part of what is spent
     * @param share of it, in percent; none while nothing is spent
     * @param provenOn day of the latest proof, none before the first
     * @param toDecide given for this very line and more than it needs; none when there is nothing
     * @param reasons stated where more was spent than was left
     * @param result promised, may be empty
     */
    record Line(
            String colour,
            String label,
            boolean costs,
            boolean money,
            String planned,
            String received,
            String committed,
            String spent,
            String proven,
            @Nullable String share,
            @Nullable String provenOn,
            String left,
            String difference,
            @Nullable String toDecide,
            List<String> reasons,
            String result) {}

    /** An amendment. @param role key of the text that names it */
    record Change(String day, String reason, String role, List<Row> rows) {}

    /**
     * @param key of the text that says what changed, none for a line of the budget, which has its {@code label}
     * @param delta none for what is no amount
     */
    record Row(
            @Nullable String key,
            String label,
            String before,
            String after,
            @Nullable String delta) {}

    /** A report, with the books as they were frozen on its day. @param id of it on the page of the news */
    record Measured(String id, String day, String title, boolean closing, String received, String spent, String left) {}

    /**
     * What collecting cost, next to what went to the project.
     *
     * @param percent of what was received, none while nothing is
     */
    record Cost(String collection, String project, @Nullable String percent) {}

    /**
     * @param day in words; @param iso the same for machines
     * @param supplier empty unless it is shown
     * @param withdrawn why a text of it is not shown any more, may be empty
     * @param correction why it replaces an earlier one, may be empty
     */
    record Purchase(
            String day,
            String iso,
            String purpose,
            String supplier,
            String correction,
            String withdrawn,
            List<String> lines,
            List<Paper> papers,
            String amount) {}

    /**
     * What was not spent of an ended campaign.
     *
     * @param left none once nothing is
     * @param terms the sentence of its budget for that, may be empty
     * @param stated the newest first
     */
    record Rest(@Nullable String left, String terms, List<RemainderText> stated) {}

    /**
     * A proof. @param kind key of its text
     *
     * @param address of the public copy, none where nothing of it is shown
     * @param statement in place of a payslip, may be empty
     * @param withdrawn why it is no longer shown, may be empty
     * @param note key of what is to be said of it besides: it was given for an earlier version; none otherwise
     */
    record Paper(
            String kind,
            @Nullable String address,
            String day,
            String statement,
            String withdrawn,
            @Nullable String note) {}
}
