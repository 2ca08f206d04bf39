package org.tremplin.transparency.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.money.MoneyText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A leaf in words.
 *
 * @param cents never negative where money moved; a change of a plan keeps its sign
 * @param direction 1 when money came in, −1 when it went out, 0 when none moved
 * @param texts that stand beside it, by what they are, in words; those that were erased say so
 * @param documents fingerprints by name
 */
record Told(
        long seq,
        String kind,
        String title,
        LocalDate day,
        @Nullable Long cents,
        int direction,
        @Nullable String line,
        @Nullable String crod,
        List<Long> refs,
        Map<String, String> texts,
        Map<String, String> documents,
        String hash) {

    private static final Pattern CENTS = Pattern.compile("0|[1-9][0-9]{0,14}");
    private static final JsonMapper JSON = new JsonMapper();

    /** Which texts are what an entry is about: they make its title. */
    private static final List<String> TITLES = List.of("title", "purpose", "label");

    static Told of(StoredLeaf stored, MessageSource messages, Locale locale) {
        JsonNode leaf = JSON.readTree(stored.leaf());
        String kind = leaf.get("kind").asString();
        Long cents = leaf.has("cents") ? leaf.get("cents").asLong() : null;
        List<Long> refs = new ArrayList<>();
        leaf.path("refs").forEach(ref -> refs.add(ref.asLong()));
        Map<String, String> documents = new TreeMap<>();
        leaf.path("hashes")
                .properties()
                .forEach(one -> documents.put(one.getKey(), one.getValue().asString()));
        Map<String, String> texts = new TreeMap<>();
        leaf.path("commitments").properties().forEach(one -> {
            StoredLeaf.Text kept = stored.texts().get(one.getKey());
            texts.put(
                    word("journal.text.", one.getKey(), messages, locale),
                    kept == null
                            ? messages.getMessage("journal.withheld", null, locale)
                            : said(one.getKey(), kept.text(), messages, locale));
        });
        return new Told(
                stored.seq(),
                word("journal.kind.", kind, messages, locale),
                title(kind, leaf, stored, messages, locale),
                LocalDate.parse(leaf.get("day").asString()),
                cents == null || direction(kind) == 0 ? cents : Long.valueOf(Math.abs(cents)),
                cents == null ? 0 : direction(kind) * Long.signum(cents),
                leaf.has("line") ? leaf.get("line").asString() : null,
                leaf.has("crod") ? leaf.get("crod").asString() : null,
                refs,
                texts,
                documents,
                stored.hash());
    }

    private static String title(String kind, JsonNode leaf, StoredLeaf stored, MessageSource messages, Locale locale) {
        if (kind.equals("gift")) {
            StoredLeaf.Text name = stored.texts().get("name");
            if (name != null) {
                return messages.getMessage("journal.gift.named", new Object[] {name.text()}, locale);
            }
            String which = leaf.path("commitments").has("name")
                    ? "withheld"
                    : leaf.path("crod").asString("").equals(GiftLeaves.crod(true)) ? "company" : "unnamed";
            return messages.getMessage("journal.gift." + which, null, locale);
        }
        String says = word("journal.kind.", kind, messages, locale);
        for (String about : TITLES) {
            StoredLeaf.Text text = stored.texts().get(about);
            if (text != null) {
                return messages.getMessage("journal.about", new Object[] {says, text.text()}, locale);
            }
        }
        return says;
    }

    /** A text as it is read: a code has its word. */
    private static String said(String name, String text, MessageSource messages, Locale locale) {
        return switch (name) {
            case "role" -> word("role.", text, messages, locale);
            case "fate" -> word("remainder.short.", text, messages, locale);
            case "state" -> word("expense.resource.", text, messages, locale);
            case "before", "after" -> amount(text, locale);
            default -> text;
        };
    }

    /** @param cents as the text has them, else the text itself */
    private static String amount(String cents, Locale locale) {
        return CENTS.matcher(cents).matches() ? MoneyText.exact(Long.parseLong(cents), locale) : cents;
    }

    /** What a name means, or the name itself where no word is known. */
    static String word(String key, String name, MessageSource messages, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key + name, null, name, locale));
    }

    private static int direction(String kind) {
        return switch (kind) {
            case "gift" -> 1;
            // an amendment adds to what was spent, or takes it back
            case "refund", "fee", "expense", "amendment" -> -1;
            default -> 0;
        };
    }
}
