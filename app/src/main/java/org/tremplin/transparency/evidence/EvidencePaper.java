package org.tremplin.transparency.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidencePapers;

/** Writes what the page of the evidence says, the same words in the same order for every campaign. */
@Component
class EvidencePaper implements EvidencePapers {

    private final EvidencePages pages;
    private final MessageSource messages;

    EvidencePaper(EvidencePages pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    @Override
    public void write(Paper paper, Evidence evidence, Language language) {
        // the paper says itself which papers are with it
        EvidencePage page = pages.page(evidence.knowing("association.papers"), null, language);
        Locale locale = language.locale();
        paper.heading(text("evidence.missing", locale)).items(page.missing());
        paper.heading(text("evidence.brief", locale));
        page.brief().forEach(row -> paper.subheading(text(row.label(), locale)).text(told(row)));
        paper.small(page.edition());
        paper.heading(text("evidence.observed", locale)).small(text("evidence.observed.how", locale, page.day()));
        facts(paper, page.observed(), locale);
        paper.heading(text("evidence.declared", locale)).small(text("evidence.declared.how", locale));
        facts(
                paper,
                page.declared().stream()
                        .filter(row -> !row.label().equals("evidence.row.papers"))
                        .toList(),
                locale);
        budget(paper, page, locale);
        dates(paper, page, locale);
    }

    private void facts(Paper paper, List<EvidencePage.Row> rows, Locale locale) {
        paper.table(
                List.of(text("evidence.paper.fact", locale), text("evidence.paper.known", locale)),
                rows.stream()
                        .map(row -> List.of(text(row.label(), locale), told(row)))
                        .toList(),
                2,
                3);
    }

    private void budget(Paper paper, EvidencePage page, Locale locale) {
        paper.heading(text("evidence.budget", locale)).small(text("evidence.lines.caption", locale, page.day()));
        List<List<String>> lines = new ArrayList<>();
        page.lines().forEach(line -> lines.add(cells(line.label(), line)));
        lines.add(cells(text("evidence.total", locale), page.total()));
        paper.table(
                Stream.of("line", "planned", "received", "spent", "proven", "left")
                        .map(head -> text("evidence." + head, locale))
                        .toList(),
                lines,
                4,
                2,
                2,
                2,
                2,
                2);
        page.lines().stream()
                .flatMap(line -> line.reasons().stream())
                .forEach(reason -> paper.small(text("evidence.reason", locale) + " " + reason));
        paper.small(text("evidence.resources.caption", locale));
        paper.table(
                Stream.of("resource", "planned", "resource.state", "resource.on")
                        .map(head -> text("evidence." + head, locale))
                        .toList(),
                page.resources().stream()
                        .map(one -> List.of(
                                one.gifts() ? text("evidence.resource.own", locale) : one.label(),
                                one.planned(),
                                one.state(),
                                Objects.requireNonNullElse(one.on(), text("evidence.unsaid", locale))))
                        .toList(),
                4,
                2,
                4,
                3);
    }

    private void dates(Paper paper, EvidencePage page, Locale locale) {
        paper.heading(text("evidence.dates", locale));
        page.dates()
                .forEach(step -> paper.item(text(
                        "evidence.paper.step",
                        locale,
                        step.day(),
                        step.note().isEmpty() ? step.what() : step.what() + ", " + step.note())));
        if (!page.changes().isEmpty()) {
            paper.heading(text("evidence.changed", locale));
            page.changes()
                    .forEach(change -> paper.item(
                            text("evidence.paper.step", locale, change.day() + ", " + change.role(), change.reason())));
            if (page.more() > 0) {
                paper.small(text("evidence.changed.more", locale, page.more()));
            }
        }
    }

    private static List<String> cells(String label, EvidencePage.Line line) {
        return List.of(label, line.planned(), line.received(), line.spent(), line.proven(), line.left());
    }

    private static String told(EvidencePage.Row row) {
        String value = row.value();
        String note = row.note();
        return value == null ? String.valueOf(note) : note == null ? value : value + " (" + note + ")";
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
