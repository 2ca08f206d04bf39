package org.tremplin.capacity.experience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.About;
import reactor.core.publisher.Mono;

/** Says one sheet and what others say of it. */
@Component
class SheetPages {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final PublishedSheets sheets;
    private final Associations associations;
    private final Subjects subjects;
    private final Shelf shelf;
    private final MessageSource messages;

    SheetPages(
            PublishedSheets sheets, Associations associations, Subjects subjects, Shelf shelf, MessageSource messages) {
        this.sheets = sheets;
        this.associations = associations;
        this.subjects = subjects;
        this.shelf = shelf;
        this.messages = messages;
    }

    static LocalDate readOn(Experience one) {
        return day(Objects.requireNonNull(one.decidedAt()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** Empty for what is not public. */
    Mono<Page> page(UUID id, Locale locale) {
        return sheets.find(id)
                .flatMap(one ->
                        sheets.comments(id).flatMap(all -> signed(all).map(comments -> page(one, comments, locale))));
    }

    private Mono<List<Comment>> signed(List<SignedComment> comments) {
        List<AssociationId> ids = comments.stream()
                .map(comment -> new AssociationId(comment.association()))
                .toList();
        return associations
                .findAll(ids)
                .collectMap(Association::id)
                .map(names -> comments.stream()
                        .flatMap(comment -> comment(comment, names).stream())
                        .toList());
    }

    private static Optional<Comment> comment(SignedComment comment, Map<AssociationId, Association> names) {
        return Optional.ofNullable(names.get(new AssociationId(comment.association())))
                .map(signed -> new Comment(
                        comment.words(),
                        signed.name(),
                        "/a/" + signed.slug(),
                        day(Objects.requireNonNull(comment.decidedAt()))));
    }

    private Page page(Experience one, List<Comment> comments, Locale locale) {
        Told told = one.told();
        String heading = shelf.heading(one, locale);
        return new Page(
                one.id(),
                heading,
                told,
                readOn(one),
                one.brought(),
                shelf.alone(one),
                helps(told, locale),
                by(told, locale),
                comments,
                About.of(heading, messages.getMessage("experience.sheet.lead", null, locale)));
    }

    /** What it speaks of, of the diagnosis. */
    List<String> helps(Told told, Locale locale) {
        return told.items().stream()
                .flatMap(item -> subjects.item(item, locale).stream())
                .toList();
    }

    /** What is said of who wrote it. */
    List<String> by(Told told, Locale locale) {
        return Stream.of(
                        said("experience.staff.", told.staff(), locale),
                        said("experience.reach.", told.reach(), locale))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String said(String keys, String code, Locale locale) {
        return code.isEmpty() ? "" : messages.getMessage(keys + code, null, locale);
    }

    /**
     * @param alone whether everybody knows who wrote it
     * @param helps what it speaks of, of the diagnosis
     * @param by what is said of who wrote it
     */
    record Page(
            UUID id,
            String heading,
            Told told,
            LocalDate readOn,
            boolean brought,
            boolean alone,
            List<String> helps,
            List<String> by,
            List<Comment> comments,
            About about) {}

    /** @param page public page of who signs */
    record Comment(String words, String association, String page, LocalDate readOn) {}
}
