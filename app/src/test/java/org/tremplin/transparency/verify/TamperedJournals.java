package org.tremplin.transparency.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.verify.Problem.What;

/**
 * Journals that somebody changed, and what every checker says of each: the command, and the page for a browser.
 *
 * @param name as a fact
 * @param seen a checkpoint somebody kept, none when nothing is compared
 * @param what none for a journal that is as it should be
 * @param line of the problem
 */
public record TamperedJournals(
        String name,
        String file,
        @Nullable String seen,
        @Nullable What what,
        long line) {

    static final WrittenJournal GOOD = WrittenJournal.of(12);

    public static Stream<TamperedJournals> all() {
        List<String> lines = GOOD.lines();
        String seen = WrittenJournal.of(7).signed().text();
        WrittenJournal rewritten = GOOD.with(4, entry -> WrittenJournal.gift(4, 99_900));
        WrittenJournal other = new WrittenJournal(
                WrittenJournal.ORIGIN.replace("01", "09"), List.of(WrittenJournal.FIRST), List.of(), GOOD.entries());
        return Stream.of(
                good("whole", GOOD, null),
                good("empty", WrittenJournal.of(0), null),
                good("one text withheld", GOOD.with(3, WrittenJournal.Entry::withheld), seen),
                good("extends what was seen", GOOD, seen),
                good("signed with a second key", GOOD.rotated(), seen),
                good("restored, seen before", GOOD.restored(), seen),
                bad("empty file", "", null, What.EMPTY, 1),
                bad(
                        "one byte changed in an amount",
                        edited(lines, 5, "\"cents\":500", "\"cents\":501"),
                        null,
                        What.HASH,
                        6),
                bad(
                        "one blank added",
                        edited(lines, 5, "\"cents\":500", "\"cents\": 500"),
                        null,
                        What.NOT_CANONICAL,
                        6),
                bad("one brace lost", edited(lines, 5, "}}", "}"), null, What.NOT_JSON, 6),
                bad("an amount written otherwise", edited(lines, 5, ":500,", ":5e2,"), null, What.NOT_CANONICAL, 6),
                bad(
                        "an amount no reader keeps exact",
                        edited(lines, 5, ":500,", ":9007199254740993,"),
                        null,
                        What.NOT_CANONICAL,
                        6),
                bad("a line removed", WrittenJournal.file(without(lines, 4)), null, What.ORDER, 5),
                bad("two lines swapped", WrittenJournal.file(swapped(lines, 4)), null, What.ORDER, 5),
                bad("a name changed", edited(lines, 4, "Zoë 3", "Zoé 3"), null, What.TEXT, 5),
                bad("truncated", WrittenJournal.file(lines.subList(0, 6)), null, What.TRUNCATED, 7),
                bad("truncated within a line", WrittenJournal.file(lines).substring(0, 700), null, What.NOT_JSON, 3),
                bad("only the last entry removed", WrittenJournal.file(without(lines, 12)), null, What.COUNT, 13),
                bad("a line after the end", WrittenJournal.file(lines) + lines.get(1) + "\n", null, What.AFTER_END, 15),
                bad(
                        "checkpoint of another campaign",
                        WrittenJournal.file(ended(lines, other.signed().text())),
                        null,
                        What.ORIGIN,
                        14),
                bad(
                        "an entry rewritten with its fingerprint",
                        WrittenJournal.file(
                                ended(rewritten.lines(), GOOD.signed().text())),
                        null,
                        What.ROOT,
                        14),
                bad(
                        "signature of somebody else",
                        WrittenJournal.file(ended(lines, foreign())),
                        null,
                        What.SIGNATURE,
                        14),
                bad(
                        "no checkpoint in the last line",
                        WrittenJournal.file(ended(lines, "x")),
                        null,
                        What.CHECKPOINT,
                        14),
                bad("no journal", "{\"a\":1}\n", null, What.HEADER, 1),
                bad("an unknown member in an entry", edited(lines, 5, "\"leaf\"", "\"leaf2\""), null, What.LEAF, 6),
                bad("a key that is not in the journal", WrittenJournal.file(rekeyed()), null, What.KEYS, 1),
                bad("a change of tree that is not in the journal", WrittenJournal.file(retreed()), null, What.TREES, 1),
                good("rewritten and signed again", rewritten, null),
                bad(
                        "rewritten and signed again, against what was seen",
                        WrittenJournal.file(rewritten.lines()),
                        seen,
                        What.SEEN_DIFFERS,
                        14),
                bad(
                        "seen another campaign",
                        WrittenJournal.file(lines),
                        other.signed().text(),
                        What.SEEN_ORIGIN,
                        14),
                bad(
                        "cut back to before what was seen",
                        WrittenJournal.file(WrittenJournal.of(5).lines()),
                        seen,
                        What.SEEN_LONGER,
                        7),
                bad(
                        "restored to before what was seen",
                        WrittenJournal.file(WrittenJournal.of(5).restored().lines()),
                        seen,
                        What.SEEN_LOST,
                        8));
    }

    private static TamperedJournals good(String name, WrittenJournal journal, @Nullable String seen) {
        return new TamperedJournals(name, WrittenJournal.file(journal.lines()), seen, null, 0);
    }

    private static TamperedJournals bad(String name, String file, @Nullable String seen, What what, long line) {
        return new TamperedJournals(name, file, seen, what, line);
    }

    private static String edited(List<String> lines, int at, String before, String after) {
        List<String> changed = new ArrayList<>(lines);
        if (!lines.get(at).contains(before)) {
            throw new IllegalStateException("No " + before + " in " + lines.get(at));
        }
        changed.set(at, lines.get(at).replaceFirst(before.replace("}", "\\}"), after));
        return WrittenJournal.file(changed);
    }

    private static List<String> without(List<String> lines, int at) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(at);
        return fewer;
    }

    private static List<String> swapped(List<String> lines, int at) {
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(at, lines.get(at + 1));
        swapped.set(at + 1, lines.get(at));
        return swapped;
    }

    private static List<String> ended(List<String> lines, String note) {
        List<String> ended = new ArrayList<>(lines);
        ended.set(lines.size() - 1, CanonicalJson.write(Map.of("checkpoint", note)));
        return ended;
    }

    private static String foreign() {
        return new WrittenJournal(GOOD.origin(), List.of(WrittenJournal.SECOND), List.of(), GOOD.entries())
                .signed()
                .text();
    }

    private static List<String> rekeyed() {
        return new WrittenJournal(
                        GOOD.origin(), List.of(WrittenJournal.FIRST, WrittenJournal.SECOND), List.of(), GOOD.entries())
                .lines();
    }

    private static List<String> retreed() {
        return new WrittenJournal(
                        GOOD.origin() + "/2",
                        GOOD.keys(),
                        List.of(WrittenJournal.of(7).head()),
                        GOOD.entries())
                .lines();
    }

    @Override
    public String toString() {
        return name;
    }
}
