package org.tremplin.capacity.experience;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tremplin.capacity.Reach;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sheets as a file that one instance gives to another (docs/developer/experience-file.md). Nothing in it says which
 * association or campaign a sheet comes from.
 */
final class SheetsFile {

    static final int MOST_BYTES = 256 * 1024;
    static final int MOST_SHEETS = 200;

    private static final String FORMAT = "tremplin-experiences";
    private static final int VERSION = 1;
    private static final Pattern ITEM = Pattern.compile("[A-Z]\\d{1,2}");
    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9-]{0,40}");
    private static final YearMonth FIRST = YearMonth.of(2000, 1);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SheetsFile() {}

    /** As many as another instance takes, the first first. */
    static byte[] write(List<Sheet> sheets, Instant madeAt) {
        byte[] bytes = MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Whole(FORMAT, VERSION, madeAt.toString(), sheets));
        return bytes.length <= MOST_BYTES ? bytes : write(sheets.subList(0, sheets.size() * 9 / 10), madeAt);
    }

    /** All of it, or why none of it. */
    static Read read(byte[] bytes, YearMonth now) {
        if (bytes.length == 0) {
            return Read.refused("none", 0);
        }
        if (bytes.length > MOST_BYTES) {
            return Read.refused("large", MOST_BYTES / 1024);
        }
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (!FORMAT.equals(tree.path("format").asString(""))) {
                return Read.refused("foreign", 0);
            }
            if (tree.path("version").asInt(0) != VERSION) {
                return Read.refused("version", tree.path("version").asInt(0));
            }
            return read(tree.path("sheets"), now);
        } catch (JacksonException unreadable) {
            return Read.refused("foreign", 0);
        }
    }

    private static Read read(JsonNode all, YearMonth now) {
        if (!all.isArray()) {
            return Read.refused("foreign", 0);
        }
        if (all.size() > MOST_SHEETS) {
            return Read.refused("many", MOST_SHEETS);
        }
        List<Sheet> sheets = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Sheet sheet;
            if (!all.get(at).isObject()) {
                return Read.refused("incomplete", at + 1);
            }
            try {
                sheet = MAPPER.treeToValue(all.get(at), Sheet.class);
            } catch (JacksonException incomplete) {
                return Read.refused("incomplete", at + 1);
            }
            String fault = fault(sheet, now);
            if (!fault.isEmpty()) {
                return Read.refused(fault, at + 1);
            }
            sheets.add(sheet);
        }
        return new Read(sheets, "", 0);
    }

    private static String fault(Sheet sheet, YearMonth now) {
        if (sheet.items().stream().anyMatch(Objects::isNull)) {
            return "incomplete";
        }
        Told told = sheet.told();
        if (told.answers().anyMatch(answer -> answer.indexOf(0) >= 0)) {
            return "incomplete";
        }
        if (told.answers().anyMatch(answer -> Told.length(answer) > Told.LONGEST)) {
            return "long";
        }
        if (told.answers().anyMatch(answer -> Giveaways.in(answer, List.of()).isPresent())) {
            return "telling";
        }
        return told.whole() && known(told) && sheet.within(now) ? "" : "incomplete";
    }

    private static boolean known(Told told) {
        return List.of("fr", "en").contains(told.language())
                && told.items().size() <= Told.MOST_ITEMS
                && told.items().stream().allMatch(item -> ITEM.matcher(item).matches())
                && TEMPLATE.matcher(told.template()).matches()
                && (told.staff().isEmpty() || Told.STAFF.contains(told.staff()))
                && (told.reach().isEmpty()
                        || Arrays.stream(Reach.values())
                                .anyMatch(reach -> reach.name().equals(told.reach())));
    }

    private record Whole(String format, int version, String madeAt, List<Sheet> sheets) {}

    /** @param staff {@code none}, {@code few}, {@code more} or empty; @param reach {@code local} … or empty */
    record Sheet(
            String language,
            String month,
            String helped,
            String otherwise,
            String advice,
            List<String> items,
            String template,
            String staff,
            String reach) {

        static Sheet of(Experience one) {
            Told told = one.told();
            return new Sheet(
                    told.language(),
                    one.month().toString(),
                    told.helped(),
                    told.otherwise(),
                    told.advice(),
                    told.items(),
                    told.template(),
                    told.staff().toLowerCase(Locale.ROOT),
                    told.reach().toLowerCase(Locale.ROOT));
        }

        Told told() {
            return new Told(
                    language,
                    helped.strip(),
                    otherwise.strip(),
                    advice.strip(),
                    items,
                    template,
                    staff.toUpperCase(Locale.ROOT),
                    reach.toUpperCase(Locale.ROOT));
        }

        YearMonth yearMonth() {
            return YearMonth.parse(month);
        }

        boolean within(YearMonth now) {
            try {
                return !yearMonth().isBefore(FIRST) && !yearMonth().isAfter(now);
            } catch (DateTimeException unreadable) {
                return false;
            }
        }
    }

    /**
     * @param refused end of a message key; empty when the sheets are good
     * @param place what the message names: which sheet, or how many
     */
    record Read(List<Sheet> sheets, String refused, int place) {

        static Read refused(String reason, int place) {
            return new Read(List.of(), reason, place);
        }
    }
}
