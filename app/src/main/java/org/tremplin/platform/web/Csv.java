package org.tremplin.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines as a French spreadsheet opens them by itself: a mark first, semicolons (RFC 4180 otherwise). */
public final class Csv {

    /** Says that what follows is UTF-8; the first of a file. */
    public static final String MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Csv() {}

    /** What somebody typed must never run as a formula in somebody else's spreadsheet. */
    public static String line(List<String> fields) {
        return lines(Stream.of(fields));
    }

    /** The same for many. */
    public static String lines(Stream<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            lines.forEach(fields -> csv.writeRecord(fields.stream()
                    .map(field -> FORMULA.matcher(field).matches() ? "'" + field : field)
                    .toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text is always writable", impossible);
        }
        return text.toString();
    }
}
