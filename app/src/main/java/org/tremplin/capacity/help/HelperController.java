package org.tremplin.capacity.help;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.resource.SheetItems;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;

/** Who can help, by place and need; a card of advice and a sheet lead to theirs. */
@RestController
class HelperController {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Directory directory;
    private final HelperPages made;
    private final Grid grid;
    private final SheetItems sheets;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;
    private final Clock clock;

    HelperController(
            Directory directory,
            HelperPages made,
            Grid grid,
            SheetItems sheets,
            CachedPages cached,
            Pages pages,
            Frames frames,
            Clock clock) {
        this.directory = directory;
        this.made = made;
        this.grid = grid;
        this.sheets = sheets;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
        this.clock = clock;
    }

    /** @param card id of a card of advice; @param sheet id of a sheet: only their helpers */
    @GetMapping("/ressources/aides")
    Mono<ResponseEntity<byte[]>> list(
            ServerWebExchange exchange,
            @RequestParam(name = "lieu", defaultValue = "") String place,
            @RequestParam(name = "besoin", defaultValue = "") String topic,
            @RequestParam(name = "salarie", defaultValue = "") String staff,
            @RequestParam(name = "conseil", defaultValue = "") String card,
            @RequestParam(name = "fiche", defaultValue = "") String sheet) {
        Language language = Language.of(exchange);
        boolean employs = !staff.isEmpty();
        List<Card> cards = grid.card(card)
                .map(List::of)
                .orElseGet(() -> Sought.cards(grid, sheets.of(sheet)).toList());
        Set<String> kinds = Sought.kinds(grid, cards.stream(), employs);
        String why = grid.card(card)
                .map(found -> found.gap().in(language.code()))
                .orElseGet(() -> sheets.title(sheet, language.locale()));
        Sought sought = Sought.of(place, topic, employs, kinds);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return directory
                .inUse()
                .map(all -> sought.everything()
                        ? cached.answer(
                                exchange,
                                "ressources/aides",
                                List.of(all, today),
                                () -> render(sought, all, why, today, language))
                        : cached.once(exchange, render(sought, all, why, today, language)));
    }

    private byte[] render(Sought sought, List<KnownHelper> all, String why, LocalDate today, Language language) {
        return pages.render(
                "capacity/helpers",
                frames.shared(language, "/ressources/aides"),
                Map.of("page", made.page(sought, all, why, today, language.locale())));
    }
}
