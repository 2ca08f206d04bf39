package org.tremplin.patron.dossier;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.paper.Attachment;
import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Csv;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFiles;
import org.tremplin.transparency.EvidencePapers;

/** The dossier of a campaign: missing papers first, then the same sections for all, and what is attached. */
@Component
class DossierPaper {

    private final EvidencePapers evidences;
    private final EvidenceFiles files;
    private final MessageSource messages;

    DossierPaper(EvidencePapers evidences, EvidenceFiles files, MessageSource messages) {
        this.evidences = evidences;
        this.files = files;
        this.messages = messages;
    }

    /** @param enclosed papers of the association with their bytes, in the order of their kinds */
    Paper of(Evidence evidence, Map<Enclosure, byte[]> enclosed, Language language) {
        Locale locale = language.locale();
        String day = DayText.text(evidence.asOf(), locale);
        List<Attachment> attachments = Stream.concat(
                        enclosed.entrySet().stream().map(one -> attachment(one.getKey(), one.getValue(), locale)),
                        Stream.of(
                                new Attachment(
                                        "budget.csv",
                                        "text/csv",
                                        text("dossier.with.budget", locale),
                                        budget(evidence, locale).getBytes(StandardCharsets.UTF_8)),
                                new Attachment(
                                        "preuves.json",
                                        "application/json",
                                        text("dossier.with.evidence", locale),
                                        files.write(evidence))))
                .toList();
        Paper paper = Paper.in(
                        language,
                        text("dossier.paper.title", locale, evidence.campaign().title()))
                .foot(text("dossier.paper.foot", locale, evidence.association().name(), day))
                .text(text("dossier.paper.lead", locale, evidence.association().name(), day))
                .heading(text("dossier.missing", locale));
        List<String> missing = Stream.of(Enclosure.Kind.values())
                .filter(kind -> enclosed.keySet().stream().noneMatch(one -> one.kind() == kind))
                .map(kind -> text("dossier.kind." + kind, locale))
                .toList();
        if (missing.isEmpty()) {
            paper.text(text("dossier.missing.none", locale));
        }
        paper.items(missing);
        evidences.write(paper, evidence, language);
        paper.heading(text("dossier.with", locale)).small(text("dossier.with.how", locale));
        attachments.forEach(one -> {
            paper.item(text(
                    "dossier.with.one",
                    locale,
                    one.name(),
                    one.about(),
                    HexFormat.of().formatHex(Tokens.sha256(one.bytes()))));
            paper.attach(one);
        });
        return paper.small(text("dossier.paper.page", locale, evidence.address()))
                .small(text("evidence.honest", locale));
    }

    private Attachment attachment(Enclosure enclosure, byte[] bytes, Locale locale) {
        return new Attachment(
                enclosure.kind().field() + ".pdf",
                "application/pdf",
                text("dossier.kind." + enclosure.kind(), locale),
                bytes);
    }

    /** Both sides, amounts in euros with a comma: for a spreadsheet in France. */
    private String budget(Evidence evidence, Locale locale) {
        StringBuilder csv = new StringBuilder(Csv.MARK)
                .append(Csv.line(Stream.of("side", "label", "planned", "asked", "state")
                        .map(head -> text("dossier.csv." + head, locale))
                        .toList()));
        evidence.budget()
                .lines()
                .forEach(line -> csv.append(Csv.line(List.of(
                        text("dossier.csv.cost", locale),
                        line.label(),
                        euros(line.plannedCents()),
                        euros(line.askedCents()),
                        ""))));
        evidence.budget()
                .resources()
                .forEach(one -> csv.append(Csv.line(List.of(
                        text("dossier.csv.resource", locale),
                        one.label(),
                        euros(one.plannedCents()),
                        "",
                        text("evidence.resource." + one.state(), locale)))));
        return csv.toString();
    }

    private static String euros(long cents) {
        return "%d,%02d".formatted(cents / 100, Math.abs(cents % 100));
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
