package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Membership;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Comment;
import org.tremplin.capacity.share.Comments;
import org.tremplin.capacity.share.Shared;
import org.tremplin.capacity.share.Visibility;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Which member reads a result: those who write see all of it and what advisers said, the others no obstacle. */
@Component
class ResultReaders {

    static final Set<Role> WRITERS = Set.of(Role.PRESIDENT, Role.TREASURER, Role.EDITOR);

    private final Memberships memberships;
    private final Comments comments;
    private final Grid grid;
    private final MessageSource messages;

    ResultReaders(Memberships memberships, Comments comments, Grid grid, MessageSource messages) {
        this.memberships = memberships;
        this.comments = comments;
        this.grid = grid;
        this.messages = messages;
    }

    Mono<Reader> of(Association association, ServerWebExchange exchange) {
        Telling tell = new Telling(grid, messages, Language.of(exchange).locale());
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .flatMap(person -> memberships.of(person.id(), association.slug()))
                .map(Membership::role)
                .filter(WRITERS::contains)
                .flatMap(role -> comments.of(association.id())
                        .map(all -> new Reader(
                                Audience.ASSOCIATION,
                                all.stream()
                                        .map(one -> said(one, association, tell))
                                        .toList())))
                .defaultIfEmpty(new Reader(Audience.READER, List.of()));
    }

    private static Said said(Comment comment, Association association, Telling tell) {
        return new Said(
                comment.id(),
                comment.item().isEmpty() ? "" : tell.asked(comment.item()),
                comment.words(),
                association.day(comment.at()),
                comment.readAt() == null ? null : association.day(comment.readAt()),
                comment.reply());
    }

    ResultPage cut(Reader reader, ResultPage page) {
        if (Visibility.seen(reader.audience(), List.of()).contains(Shared.OBSTACLES)) {
            return page;
        }
        return page.forReader(grid::weighs);
    }

    /** @param comments of advisers, for those who write */
    record Reader(Audience audience, List<Said> comments) {}

    /** @param about the question it stands beside; empty for the whole */
    record Said(
            UUID id,
            String about,
            String words,
            LocalDate on,
            @Nullable LocalDate readOn,
            String reply) {}
}
