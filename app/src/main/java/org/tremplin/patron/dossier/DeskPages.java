package org.tremplin.patron.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** Makes the page of the desk; a campaign of another association is not found. */
@Component
class DeskPages {

    private final Associations associations;
    private final Campaigns campaigns;
    private final EnclosedPapers enclosures;
    private final Dossiers dossiers;
    private final TremplinSettings settings;
    private final Clock clock;

    DeskPages(
            Associations associations,
            Campaigns campaigns,
            EnclosedPapers enclosures,
            Dossiers dossiers,
            TremplinSettings settings,
            Clock clock) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.enclosures = enclosures;
        this.dossiers = dossiers;
        this.settings = settings;
        this.clock = clock;
    }

    /** A campaign and whose it is. */
    record Desk(Association association, Campaign campaign, String title) {

        boolean published() {
            return campaign.edition() > 0;
        }

        String campaignHome() {
            return "/espace/" + association.slug() + "/c/" + campaign.id().value();
        }

        String home() {
            return campaignHome() + "/dossier";
        }
    }

    Mono<Desk> desk(String slug, UUID id) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .find(association.id(), new CampaignId(id))
                        .flatMap(campaign -> campaigns
                                .findDraft(association.id(), campaign.id())
                                .map(Plan::title)
                                .defaultIfEmpty("")
                                .map(title -> new Desk(association, campaign, title))))
                .switchIfEmpty(NotFound.page());
    }

    LocalDate today(Desk desk) {
        return desk.association().today(clock);
    }

    Mono<DeskPage> page(Desk desk, @Nullable DossierForm typed, Locale locale) {
        LocalDate today = today(desk);
        return enclosures
                .of(desk.association().id())
                .zipWith(dossiers.of(desk.association().id(), desk.campaign().id())
                        .concatMap(one -> dossiers.openings(one)
                                .map(openings -> row(
                                        one,
                                        openings,
                                        one.open(today),
                                        desk.association().zone(),
                                        locale)))
                        .collectList())
                .map(read -> page(
                        desk, typed == null ? DossierForm.proposed(today) : typed, read.getT1(), read.getT2(), locale));
    }

    private DeskPage page(Desk desk, DossierForm form, List<Enclosure> given, List<DeskPage.Row> rows, Locale locale) {
        LocalDate today = today(desk);
        return new DeskPage(
                desk.home(),
                desk.campaignHome(),
                desk.title(),
                desk.published(),
                Stream.of(Enclosure.Kind.values())
                        .filter(kind -> given.stream().noneMatch(one -> one.kind() == kind))
                        .toList(),
                Stream.of(Enclosure.Kind.values())
                        .map(kind -> given.stream()
                                .filter(one -> one.kind() == kind)
                                .findFirst()
                                .map(one -> new DeskPage.Given(
                                        kind,
                                        kind.field(),
                                        DayText.row(desk.association().day(one.addedAt()), locale),
                                        Sizes.text(one.size(), locale)))
                                .orElseGet(() -> new DeskPage.Given(kind, kind.field(), null, "")))
                        .toList(),
                form,
                today.toString(),
                today.plusYears(1).toString(),
                rows.stream().filter(row -> row.link() != null).toList(),
                rows.stream().filter(row -> row.link() == null).toList());
    }

    private DeskPage.Row row(
            Dossier dossier, List<Dossiers.Opening> openings, boolean open, ZoneId zone, Locale locale) {
        return new DeskPage.Row(
                dossier.id(),
                dossier.label(),
                DayText.moment(dossier.madeAt(), zone, locale),
                DayText.row(dossier.until(), locale),
                dossier.revokedAt() != null,
                open
                        ? dossiers.token(dossier)
                                .map(token -> settings.absolute("/mecenes/dossiers/" + token))
                                .orElse("")
                        : null,
                dossier.sha256(),
                openings.stream()
                        .limit(20)
                        .map(one -> DayText.moment(one.at(), zone, locale))
                        .collect(Collectors.toList()),
                openings.stream().filter(one -> !one.file()).count(),
                openings.stream().filter(Dossiers.Opening::file).count());
    }
}
