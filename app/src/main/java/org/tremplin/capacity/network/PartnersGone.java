package org.tremplin.capacity.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes partners for good, and their names from the texts that named them. */
@Component
class PartnersGone {

    private final DatabaseClient database;
    private final Partners partners;
    private final ObjectProvider<TextsNamingPartners> texts;
    private final MessageSource messages;

    PartnersGone(
            DatabaseClient database,
            Partners partners,
            ObjectProvider<TextsNamingPartners> texts,
            MessageSource messages) {
        this.database = database;
        this.partners = partners;
        this.texts = texts;
        this.messages = messages;
    }

    /** In the caller's transaction. @return those that were there */
    Mono<List<UUID>> delete(List<UUID> partners) {
        return database.sql("""
                delete from capacity.partner where id = any(:ids)
                returning id, association_id, name || former_names as names, coalesce(removed_in, 'fr') as language
                """)
                .bind("ids", partners.toArray(UUID[]::new))
                .map(row -> new Gone(
                        row.get("id", UUID.class),
                        new Told(
                                new AssociationId(row.get("association_id", UUID.class)),
                                row.get("language", String.class)),
                        List.of(row.get("names", String[].class))))
                .all()
                .collectList()
                .flatMap(gone -> Flux.fromIterable(byAssociation(gone).entrySet())
                        .concatMap(one -> reword(one.getKey(), one.getValue()))
                        .then(Mono.just(gone.stream().map(Gone::id).toList())));
    }

    private static Map<Told, List<String>> byAssociation(List<Gone> gone) {
        return gone.stream()
                .collect(Collectors.groupingBy(
                        Gone::told, Collectors.flatMapping(one -> one.names().stream(), Collectors.toList())));
    }

    private Mono<Void> reword(Told told, List<String> names) {
        Locale language = Locale.forLanguageTag(told.language());
        LittleWords word = LittleWords.of(messages.getMessage("partners.gone", null, language), language);
        return partners.called(told.association())
                .map(Partners.Called::name)
                .collectList()
                .map(staying -> Nameless.of(names, staying, word))
                .flatMapMany(nameless -> Flux.fromStream(texts.orderedStream())
                        .concatMap(text -> text.reword(told.association(), nameless)))
                .then();
    }

    private record Gone(UUID id, Told told, List<String> names) {}

    private record Told(AssociationId association, String language) {}
}
