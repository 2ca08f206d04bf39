package org.tremplin.platform.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a visitor typed in a form: missing fields are empty, invisible characters are gone, nothing is cut. */
public final class Typed {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    /** What joins letters or turns their direction stays: some languages cannot be written without. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\u200C\u200D\u200E\u200F]]");

    private final MultiValueMap<String, String> form;

    public Typed(MultiValueMap<String, String> form) {
        this.form = form;
    }

    public static Mono<Typed> in(ServerWebExchange exchange) {
        return exchange.getFormData().map(Typed::new);
    }

    /** One line, single blanks. */
    public String line(String field) {
        return BLANKS.matcher(raw(field)).replaceAll(" ").strip();
    }

    /** Several lines, ended by {@code \n}. */
    public String text(String field) {
        String lines = LINE_ENDS.matcher(raw(field)).replaceAll("\n");
        return CONTROLS.matcher(lines).replaceAll("").strip();
    }

    /** A row that the form names; none when it names none, or nothing readable. */
    public @Nullable UUID id(String field) {
        String value = line(field);
        return ID.matcher(value).matches() ? UUID.fromString(value) : null;
    }

    /** The version that a form was opened at, or the later one that its writer has seen and replaces; 0 for none. */
    public int version() {
        String replaced = line("forcer");
        String number = replaced.isEmpty() ? line("version") : replaced;
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** Whether a box is ticked. */
    public boolean on(String field) {
        String value = raw(field);
        return !value.isEmpty() && !value.equals("off");
    }

    private String raw(String field) {
        String value = form.getFirst(field);
        return value == null ? "" : INVISIBLE.matcher(value).replaceAll("");
    }
}
