package org.tremplin.patron.dossier;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Campaign;
import org.tremplin.platform.file.PrivateFiles;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Evidences;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes a dossier from what is public of a campaign on this day and the papers its association gave. */
@Component
class Making {

    /** The paper itself, budget and evidence: far less. */
    private static final int ROOM = 1024 * 1024;

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

    /** @param label for whom; @param until its last day */
    Mono<Void> make(Campaign campaign, String label, LocalDate until, UUID by, Language language) {
        return evidences
                .find(campaign.slug())
                .zipWith(enclosed(campaign))
                .flatMap(read -> make(campaign, label, until, by, language, read.getT1(), read.getT2()));
    }

    private Mono<Void> make(
            Campaign campaign,
            String label,
            LocalDate until,
            UUID by,
            Language language,
            Evidence evidence,
            Map<Enclosure, byte[]> enclosed) {
        return press.print(paper.of(evidence, enclosed, language))
                .flatMap(pdf -> dossiers.keep(
                        new Dossiers.Made(
                                ids.next(),
                                campaign.association(),
                                campaign.id(),
                                label,
                                HexFormat.of().formatHex(Tokens.sha256(pdf)),
                                enclosed.keySet().stream().map(Enclosure::kind).collect(Collectors.toSet()),
                                until),
                        pdf,
                        by));
    }

    private Mono<Map<Enclosure, byte[]>> enclosed(Campaign campaign) {
        return enclosures
                .of(campaign.association())
                .flatMapMany(Flux::fromIterable)
                .concatMap(one -> enclosures.bytes(one).map(bytes -> Map.entry(one, bytes)))
                .collect(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }
}
