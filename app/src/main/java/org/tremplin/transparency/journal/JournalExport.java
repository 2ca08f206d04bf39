package org.tremplin.transparency.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.Csv;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.CanonicalJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A whole journal as a file, piece by piece. */
@Component
class JournalExport {

    private static final List<String> COLUMNS = List.of(
            "seq", "day", "kind", "title", "in", "out", "neutral", "currency", "line", "crod", "refs", "texts", "hash");

    private final Heads heads;
    private final JournalLeaves leaves;
    private final MessageSource messages;

    JournalExport(Heads heads, JournalLeaves leaves, MessageSource messages) {
        this.heads = heads;
        this.leaves = leaves;
        this.messages = messages;
    }

    /** Lines of JSON as docs/journal.md describes them: what a checker reads. Empty as long as nothing stands there. */
    Mono<Flux<String>> jsonl(UUID campaign) {
        return heads.of(campaign)
                .flatMap(head -> leaves.header(campaign, head)
                        .map(header -> Flux.just(header.line() + "\n")
                                .concatWith(leaves.under(campaign, head)
                                        .map(chunk -> chunk.stream()
                                                .map(StoredLeaf::line)
                                                .collect(Collectors.joining())))
                                .concatWith(Flux.just(end(head)))));
    }

    private static String end(JournalHead head) {
        return CanonicalJson.write(Map.of("checkpoint", head.note())) + "\n";
    }

    /** A table for a spreadsheet: to read, not to check. @param lines labels of budget lines by their code */
    Mono<Flux<String>> csv(UUID campaign, Map<String, String> lines, Locale locale) {
        return heads.of(campaign)
                .map(head -> Flux.just(Csv.MARK
                                + Csv.line(COLUMNS.stream()
                                        .map(column -> messages.getMessage("journal.csv." + column, null, locale))
                                        .toList()))
                        .concatWith(leaves.under(campaign, head)
                                .map(chunk -> chunk.stream()
                                        .map(leaf -> Csv.line(fields(Told.of(leaf, messages, locale), lines)))
                                        .collect(Collectors.joining()))));
    }

    private static List<String> fields(Told told, Map<String, String> lines) {
        List<String> fields = new ArrayList<>();
        fields.add(Long.toString(told.seq()));
        fields.add(told.day().toString());
        fields.add(told.kind());
        fields.add(told.title());
        fields.add(told.direction() > 0 ? amount(told.cents()) : "");
        fields.add(told.direction() < 0 ? amount(told.cents()) : "");
        fields.add(told.direction() == 0 ? amount(told.cents()) : "");
        fields.add(told.cents() == null ? "" : "EUR");
        fields.add(told.line() == null ? "" : lines.getOrDefault(told.line(), told.line()));
        fields.add(told.crod() == null ? "" : told.crod());
        fields.add(told.refs().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        fields.add(told.texts().entrySet().stream()
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining(" | ")));
        fields.add(told.hash());
        return fields;
    }

    /** A negative one, of a changed plan, is guarded as text: a spreadsheet must not take it for a formula. */
    private static String amount(@Nullable Long cents) {
        return cents == null
                ? ""
                : "%s%d,%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
