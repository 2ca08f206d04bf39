package org.tremplin.capacity.experience;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.DayText;
import reactor.core.publisher.Mono;

/** Assembles what who runs the instance reads before it is public. */
@Component
class ReadingDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int MOST_PUBLISHED = 100;

    private final Moderation moderation;
    private final PublishedSheets published;
    private final Associations associations;
    private final Shelf shelf;
    private final SheetPages sheets;

    ReadingDesk(
            Moderation moderation,
            PublishedSheets published,
            Associations associations,
            Shelf shelf,
            SheetPages sheets) {
        this.moderation = moderation;
        this.published = published;
        this.associations = associations;
        this.shelf = shelf;
        this.sheets = sheets;
    }

    Mono<Page> page(Locale locale) {
        return Mono.zip(moderation.sheets(), moderation.comments(), published.latest("", "", "", null, MOST_PUBLISHED))
                .flatMap(read -> names(read.getT1(), read.getT2())
                        .map(names -> new Page(
                                read.getT1().stream()
                                        .map(one -> waiting(one, names, locale))
                                        .toList(),
                                read.getT2().stream()
                                        .map(one -> waiting(one, names, locale))
                                        .toList(),
                                read.getT3().stream()
                                        .map(one -> new Public(
                                                one.id(),
                                                shelf.heading(one, locale),
                                                ReturnedSheetController.HOME + one.id(),
                                                DayText.text(SheetPages.readOn(one), locale)))
                                        .toList())));
    }

    private Mono<Map<AssociationId, String>> names(List<Experience> sheets, List<SignedComment> comments) {
        List<AssociationId> ids = Stream.concat(
                        sheets.stream().map(Experience::association).filter(Objects::nonNull),
                        comments.stream().map(SignedComment::association))
                .map(AssociationId::new)
                .distinct()
                .toList();
        return associations.findAll(ids).collectMap(Association::id, Association::name);
    }

    private Waiting waiting(Experience one, Map<AssociationId, String> names, Locale locale) {
        return new Waiting(
                one.id(),
                one.version(),
                shelf.heading(one, locale),
                one.association() == null ? "" : name(one.association(), names),
                one.told().language(),
                one.told().answers().toList(),
                sheets.by(one.told(), locale),
                sheets.helps(one.told(), locale),
                "",
                one.sentAt() == null
                        ? ""
                        : DayText.text(one.sentAt().atZone(ZONE).toLocalDate(), locale),
                !one.brought());
    }

    private Waiting waiting(SignedComment one, Map<AssociationId, String> names, Locale locale) {
        return new Waiting(
                one.id(),
                one.version(),
                "",
                name(one.association(), names),
                "",
                List.of(one.words()),
                List.of(),
                List.of(),
                ReturnedSheetController.HOME + one.experience(),
                DayText.text(one.sentAt().atZone(ZONE).toLocalDate(), locale),
                true);
    }

    private static String name(@Nullable UUID association, Map<AssociationId, String> names) {
        return association == null ? "" : names.getOrDefault(new AssociationId(association), "");
    }

    record Page(List<Waiting> sheets, List<Waiting> comments, List<Public> published) {}

    /**
     * A text to read.
     *
     * @param version that is read
     * @param from the association that sent it; empty for another instance
     * @param by what is said of who wrote it
     * @param helps what it speaks of, of the diagnosis
     * @param sheet it speaks of, for a comment
     * @param returnable whether somebody can change it
     */
    record Waiting(
            UUID id,
            int version,
            String heading,
            String from,
            String language,
            List<String> words,
            List<String> by,
            List<String> helps,
            String sheet,
            String sentOn,
            boolean returnable) {}

    record Public(UUID id, String heading, String address, String readOn) {}
}
