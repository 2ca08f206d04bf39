package org.tremplin.capacity.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.web.Csv;
import org.tremplin.platform.web.DayText;

/** Says the list, the strategy and the table of partners in one language. */
@Component
class PartnerPages {

    private static final List<String> COLUMNS = List.of(
            "name",
            "type",
            "reach",
            "brings",
            "exchange",
            "rhythm",
            "useful",
            "gain",
            "time",
            "money",
            "dependence",
            "cost",
            "decision",
            "substitute",
            "review");

    /** So many of the columns say what a partner is; the rest is its weighing. */
    private static final int DESCRIBED = COLUMNS.indexOf("gain");

    private final Grid grid;
    private final NetworkPictures pictures;
    private final PairPages pairs;

    PartnerPages(Grid grid, NetworkPictures pictures, PairPages pairs) {
        this.grid = grid;
        this.pictures = pictures;
        this.pairs = pairs;
    }

    static String base(Association association) {
        return "/espace/" + association.slug() + "/partenaires";
    }

    PartnersPage list(Association association, Circle circle, @Nullable NamedPartner removed, Locale locale) {
        List<PartnersPage.Row> rows = new ArrayList<>();
        for (NamedPartner partner : circle.partners()) {
            rows.add(new PartnersPage.Row(
                    rows.size() + 1,
                    partner.id(),
                    partner.name(),
                    pictures.type(partner.type(), locale),
                    pictures.text("partners.reach." + partner.reach(), locale),
                    brings(partner, locale),
                    pictures.optional("partners.exchange.", partner.exchange(), locale),
                    pictures.optional("partners.rhythm.", partner.rhythm(), locale),
                    pictures.optional("partners.useful.", partner.useful(), locale),
                    pictures.optional("partners.decision.", partner.weighing().decision(), locale)));
        }
        PairsPage asked = pairs.page(base(association), circle, false, null);
        int most = grid.asked().partners();
        return new PartnersPage(
                base(association),
                rows,
                most - rows.size(),
                most,
                grid.asked().expressPartners(),
                asked.groups().stream()
                        .mapToInt(group -> group.questions().size())
                        .sum(),
                asked.groups().stream().mapToInt(PairsPage.Group::answered).sum(),
                removed == null ? null : new PartnersPage.Removed(removed.id(), removed.name()),
                rows.size() >= most);
    }

    StrategyPage strategy(Association association, Circle circle, LocalDate today, Locale locale) {
        List<StrategyPage.Group> groups = new ArrayList<>();
        for (Weighing.Decision decision : Weighing.Decision.values()) {
            groups.add(group(decision.name(), circle, decision, locale));
        }
        groups.add(group("OPEN", circle, null, locale));
        return new StrategyPage(
                base(association),
                association.name(),
                DayText.text(today, locale),
                groups.stream().filter(group -> !group.rows().isEmpty()).toList(),
                seek(circle, locale),
                circle.partners().size());
    }

    /** With a heading; for whoever may read the names. */
    String table(Circle circle, Locale locale) {
        StringBuilder table = new StringBuilder(Csv.MARK);
        table.append(Csv.line(COLUMNS.stream()
                .map(column -> pictures.text("partners.column." + column, locale))
                .toList()));
        circle.partners().forEach(partner -> table.append(Csv.line(values(partner, locale))));
        return table.toString();
    }

    /** What a partner is, as a table says it: for whoever changed it at the same time. */
    List<Line> described(NamedPartner partner, Locale locale) {
        return lines(partner, 0, DESCRIBED, locale);
    }

    /** The same of what it is worth. */
    List<Line> weighed(NamedPartner partner, Locale locale) {
        return lines(partner, DESCRIBED, COLUMNS.size(), locale);
    }

    private List<Line> lines(NamedPartner partner, int from, int until, Locale locale) {
        List<String> values = values(partner, locale);
        return IntStream.range(from, until)
                .mapToObj(at -> new Line(pictures.text("partners.column." + COLUMNS.get(at), locale), values.get(at)))
                .toList();
    }

    /** One partner in the order of the columns. */
    private List<String> values(NamedPartner partner, Locale locale) {
        Weighing weighing = partner.weighing();
        LocalDate review = weighing.reviewOn();
        return List.of(
                partner.name(),
                pictures.type(partner.type(), locale),
                pictures.text("partners.reach." + partner.reach(), locale),
                brings(partner, locale),
                pictures.optional("partners.exchange.", partner.exchange(), locale),
                pictures.optional("partners.rhythm.", partner.rhythm(), locale),
                pictures.optional("partners.useful.", partner.useful(), locale),
                weighing.gain(),
                pictures.optional("partners.load.", weighing.time(), locale),
                pictures.optional("partners.load.", weighing.money(), locale),
                pictures.optional("partners.load.", weighing.dependence(), locale),
                weighing.cost(),
                pictures.optional("partners.decision.", weighing.decision(), locale),
                weighing.substitute(),
                review == null ? "" : review.toString());
    }

    private StrategyPage.Group group(String code, Circle circle, Weighing.@Nullable Decision decision, Locale locale) {
        return new StrategyPage.Group(
                code,
                circle.partners().stream()
                        .filter(partner -> partner.weighing().decision() == decision)
                        .map(partner -> row(partner, locale))
                        .toList());
    }

    private StrategyPage.Row row(NamedPartner partner, Locale locale) {
        Weighing weighing = partner.weighing();
        LocalDate review = weighing.reviewOn();
        String costs = Stream.of(
                        cost("time", weighing.time(), locale),
                        cost("money", weighing.money(), locale),
                        cost("dependence", weighing.dependence(), locale))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
        return new StrategyPage.Row(
                partner.id(),
                partner.name(),
                pictures.type(partner.type(), locale),
                brings(partner, locale),
                weighing.gain(),
                costs,
                weighing.cost(),
                weighing.substitute(),
                review == null ? "" : DayText.text(review, locale));
    }

    private String cost(String kind, Weighing.@Nullable Load load, Locale locale) {
        return load == null
                ? ""
                : pictures.text("partners.cost." + kind, locale) + " " + pictures.text("partners.load." + load, locale);
    }

    private List<String> seek(Circle circle, Locale locale) {
        List<String> seek = new ArrayList<>();
        for (Contribution what : Contribution.values()) {
            List<NamedPartner> sources = circle.partners().stream()
                    .filter(partner -> partner.brings().contains(what))
                    .toList();
            if (sources.isEmpty()) {
                seek.add(pictures.text("partners.seek.missing", locale, pictures.contribution(what, locale)));
            } else if (sources.size() == 1) {
                seek.add(pictures.text(
                        "partners.seek.single",
                        locale,
                        pictures.contribution(what, locale),
                        sources.get(0).name()));
            }
        }
        return seek;
    }

    private String brings(NamedPartner partner, Locale locale) {
        return Stream.of(Contribution.values())
                .filter(partner.brings()::contains)
                .map(what -> pictures.contribution(what, locale))
                .collect(Collectors.joining(" · "));
    }

    record Line(String label, String value) {}
}
