package org.tremplin.site.discover;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Departments;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Cause;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.money.Shares;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Recent;
import org.tremplin.site.card.CampaignRow;
import org.tremplin.site.discover.Discovery.Since;
import org.tremplin.site.totals.Totals;
import reactor.core.publisher.Mono;

/** Makes the front page. */
@Component
class HomePages {

    private static final long EXAMPLE_CENTS = 50_00;
    private static final int EXAMPLE_LINES = 3;
    private static final ZoneId HERE = ZoneId.of("Europe/Paris");

    private final Discovery discovery;
    private final Campaigns campaigns;
    private final MessageSource messages;
    private final Clock clock;
    private final Recent<Integer, Found> recent = new Recent<>(Totals.AGE, page -> read(Search.all(page)));

    HomePages(Discovery discovery, Campaigns campaigns, MessageSource messages, Clock clock) {
        this.discovery = discovery;
        this.campaigns = campaigns;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What the page of this search is made of, at most two seconds old. Only pages of the plain list are kept: of words
     * to search for there is no end.
     */
    Mono<Found> find(Search search) {
        return search.narrowed() ? read(search) : recent.get(search.page());
    }

    private Mono<Found> read(Search search) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        return discovery
                .find(search)
                .flatMap(rows -> Mono.zip(discovery.departments(), discovery.since(), example(search, rows))
                        .map(all -> new Found(today, rows, all.getT1(), all.getT2(), all.getT3())));
    }

    /** The first campaign of the plain list shows what becomes of a gift. */
    private Mono<Optional<PublishedCampaign>> example(Search search, List<CampaignRow> rows) {
        boolean shown = !search.narrowed() && search.page() == 1 && !rows.isEmpty();
        return shown
                ? campaigns.findPublished(rows.get(0).slug()).map(Optional::of).defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    HomePage page(Search search, Found found, Language language) {
        Locale locale = language.locale();
        long all = found.rows().isEmpty() ? 0 : found.rows().get(0).found();
        boolean known = search.place().isEmpty() || found.departments().contains(search.department());
        return new HomePage(
                search,
                Arrays.stream(Cause.values()).map(Cause::slug).toList(),
                found.departments().stream()
                        .map(code ->
                                new HomePage.Place(code, Departments.named(code), code.equals(search.department())))
                        .toList(),
                known ? null : search.place(),
                all,
                found.rows().stream().map(row -> row.card(language, clock)).toList(),
                search.page() > 1 ? search.query(search.page() - 1) : null,
                search.more(all) ? search.query(search.page() + 1) : null,
                found.example().map(campaign -> example(campaign, locale)).orElse(null),
                sum(found.since(), locale),
                new About(
                        messages.getMessage("home.title", null, locale),
                        messages.getMessage("home.description", null, locale),
                        null,
                        null,
                        List.of(),
                        !search.narrowed()));
    }

    private static HomePage.@Nullable Example example(PublishedCampaign campaign, Locale locale) {
        Plan plan = campaign.plan();
        if (plan.goalCents() <= 0) {
            return null;
        }
        List<Long> shares = Shares.of(
                EXAMPLE_CENTS, plan.lines().stream().map(BudgetLine::askedCents).toList());
        List<Integer> largest = IntStream.range(0, shares.size())
                .boxed()
                .filter(i -> shares.get(i) > 0)
                .sorted(comparing((Integer i) -> shares.get(i)).reversed())
                .toList();
        int named = largest.size() == EXAMPLE_LINES + 1 ? EXAMPLE_LINES + 1 : Math.min(EXAMPLE_LINES, largest.size());
        List<HomePage.Part> parts = new ArrayList<>();
        long rest = EXAMPLE_CENTS;
        for (int i : largest.subList(0, named)) {
            parts.add(new HomePage.Part(
                    MoneyText.exact(shares.get(i), locale), plan.lines().get(i).label()));
            rest -= shares.get(i);
        }
        if (rest > 0) {
            parts.add(new HomePage.Part(MoneyText.exact(rest, locale), ""));
        }
        return new HomePage.Example(campaign.campaign().slug(), plan.title(), plan.language(), List.copyOf(parts));
    }

    private static HomePage.@Nullable Sum sum(Since since, Locale locale) {
        return since.at() == null || since.cents() <= 0
                ? null
                : new HomePage.Sum(
                        MoneyText.brief(since.cents(), locale),
                        MoneyText.number(since.gifts(), locale),
                        MoneyText.number(since.associations(), locale),
                        DayText.text(LocalDate.ofInstant(since.at(), HERE), locale));
    }

    /** Everything the bytes of the page depend on, language apart. */
    record Found(
            LocalDate today,
            List<CampaignRow> rows,
            List<String> departments,
            Since since,
            Optional<PublishedCampaign> example) {}
}
