package org.tremplin.patron.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Campaign;
import org.tremplin.platform.file.PrivateFiles;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Busy;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidences;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes a dossier from what is public of a campaign on this day and the papers its association gave. */
@Component
class Making {

    /** The paper itself, budget and evidence: far less. */
    private static final int ROOM = 1024 * 1024;

    /** For somebody else's to be made; it takes some seconds at most. */
    private static final Duration WAIT = Duration.ofMillis(250);

    private static final int MOST_TRIES = 60;

    private final Semaphore turn = new Semaphore(1);

    private final Evidences evidences;
    private final EnclosedPapers enclosures;
    private final DossierPaper paper;
    private final Press press;
    private final Dossiers dossiers;
    private final Ids ids;

    Making(
            Evidences evidences,
            EnclosedPapers enclosures,
            DossierPaper paper,
            Press press,
            Dossiers dossiers,
            Ids ids) {
        this.evidences = evidences;
        this.enclosures = enclosures;
        this.paper = paper;
        this.press = press;
        this.dossiers = dossiers;
        this.ids = ids;
    }

    /** Whether all its papers fit in one file. */
    static boolean fits(List<Enclosure> enclosed) {
        return enclosed.stream().mapToInt(Enclosure::size).sum() <= PrivateFiles.MOST_BYTES - ROOM;
    }

    /**
     * One at a time, with its papers in memory: who comes meanwhile waits a little, or is told to come again.
     *
     * @param label for whom; @param until its last day; @param since when today began
     * @return false when one for the same was made today and is open
     */
    Mono<Boolean> make(Campaign campaign, String label, LocalDate until, Instant since, UUID by, Language language) {
        return Mono.using(
                        this::turn,
                        mine -> dossiers.made(campaign.association(), campaign.id(), label, since)
                                .flatMap(made -> made
                                        ? Mono.just(false)
                                        : make(campaign, label, until, by, language)
                                                .thenReturn(true)),
                        Semaphore::release)
                .retryWhen(Retry.fixedDelay(MOST_TRIES, WAIT)
                        .filter(Busy.class::isInstance)
                        .onRetryExhaustedThrow((tries, last) -> last.failure()));
    }

    private Semaphore turn() {
        if (!turn.tryAcquire()) {
            throw new Busy(new RejectedExecutionException("Another dossier is being made"));
        }
        return turn;
    }

    private Mono<Void> make(Campaign campaign, String label, LocalDate until, UUID by, Language language) {
        return evidences
                .find(campaign.slug())
                .zipWith(enclosed(campaign))
                .flatMap(read -> press.print(() -> paper.of(read.getT1(), read.getT2(), language))
                        .flatMap(pdf -> dossiers.keep(
                                new Dossiers.Made(
                                        ids.next(),
                                        campaign.association(),
                                        campaign.id(),
                                        label,
                                        HexFormat.of().formatHex(Tokens.sha256(pdf)),
                                        read.getT2().keySet().stream()
                                                .map(Enclosure::kind)
                                                .collect(Collectors.toSet()),
                                        until),
                                pdf,
                                by)));
    }

    private Mono<Map<Enclosure, byte[]>> enclosed(Campaign campaign) {
        return enclosures
                .of(campaign.association())
                .flatMapMany(Flux::fromIterable)
                .concatMap(one -> enclosures.bytes(one).map(bytes -> Map.entry(one, bytes)))
                .collect(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }
}
