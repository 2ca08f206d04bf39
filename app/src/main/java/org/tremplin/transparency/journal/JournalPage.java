package org.tremplin.transparency.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.About;

/**
 * A page of a campaign's journal.
 *
 * @param language of the campaign's text
 * @param seal the newest signed head, none as long as nothing stands in the journal
 * @param narrowed whether something was chosen
 * @param older query of the next page, none on the last; @param newest query of the first, none on it
 */
record JournalPage(
        String slug,
        String title,
        String language,
        @Nullable Seal seal,
        List<Choice> kinds,
        List<Choice> lines,
        List<Choice> months,
        List<Choice> bands,
        boolean narrowed,
        List<Month> entries,
        @Nullable String range,
        @Nullable String older,
        @Nullable String newest,
        About about) {

    /** @param root in groups of four signs; @param note the whole checkpoint */
    record Seal(String entries, String signed, String root, String note) {}

    record Choice(String value, String label, boolean chosen) {}

    record Month(String name, List<Entry> entries) {}

    /**
     * @param sign class of the amount: {@code in}, {@code out} or {@code soft}
     */
    record Entry(
            long seq,
            String day,
            String date,
            String title,
            @Nullable String line,
            @Nullable String refs,
            @Nullable String amount,
            String sign,
            List<Detail> texts,
            List<Detail> fingerprints) {}

    /** @param address of what the fingerprint was taken of, none where that is not published */
    record Detail(String name, String text, @Nullable String address) {
        Detail(String name, String text) {
            this(name, text, null);
        }
    }
}
