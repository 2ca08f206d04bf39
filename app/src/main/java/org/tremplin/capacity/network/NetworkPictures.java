package org.tremplin.capacity.network;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Choice;
import org.tremplin.capacity.grid.Grid;
import reactor.core.publisher.Mono;

/** Tells a network in one language: what can be said of it, and what cannot. */
@Component
public class NetworkPictures {

    private static final List<String> SIGNS =
            List.of("diversity", "density", "visibility", "proximity", "international", "orientation");

    private final Partners partners;
    private final Scoring scoring;
    private final Grid grid;
    private final MessageSource messages;

    NetworkPictures(Partners partners, Scoring scoring, Grid grid, MessageSource messages) {
        this.partners = partners;
        this.scoring = scoring;
        this.grid = grid;
        this.messages = messages;
    }

    /** As it is listed now, which may be later than a kept result. */
    public Mono<NetworkPicture> of(AssociationId association, Locale locale) {
        return partners.circle(association).map(circle -> of(circle, locale));
    }

    NetworkPicture of(Circle circle, Locale locale) {
        NetworkScore score = scoring.network(circle.nameless());
        int count = circle.partners().size();
        boolean read = score.shape() != null;
        List<Drawing.Line> lines = count == 0 ? List.of() : Drawing.of(circle).lines();
        return new NetworkPicture(
                count,
                heading(score, locale),
                read,
                sentences(circle, score, locale),
                count == 0 ? null : Drawing.of(circle),
                text(
                        "partners.story",
                        locale,
                        count,
                        (int) lines.stream().filter(Drawing.Line::known).count(),
                        (int) lines.stream().filter(line -> !line.known()).count()),
                lines.stream().anyMatch(line -> !line.known()),
                keys(circle, locale),
                rows(circle, locale),
                count == 0 ? List.of() : brought(circle, locale),
                distance(score, locale),
                SIGNS.stream()
                        .map(sign -> new NetworkPicture.Sign(
                                text("method.sign." + sign, locale),
                                text("method.sign." + sign + ".sign", locale),
                                text("method.sign." + sign + ".caveat", locale)))
                        .toList());
    }

    private String heading(NetworkScore score, Locale locale) {
        NetworkShape shape = score.shape();
        return shape == null
                ? text("partners.shape.none", locale)
                : grid.asked().shapes().get(shape.ordinal()).words().in(locale.getLanguage());
    }

    private List<String> sentences(Circle circle, NetworkScore score, Locale locale) {
        List<String> said = new ArrayList<>();
        int count = score.partners();
        if (count == 0) {
            said.add(text("partners.none", locale));
            return said;
        }
        said.add(text("partners.counted", locale, count));
        said.add(types(circle, score, locale));
        said.add(density(score, locale));
        said.add(text(
                "partners.known",
                locale,
                (int) circle.partners().stream()
                        .filter(partner -> partner.nameless().makesKnown())
                        .count(),
                count));
        return said;
    }

    private String types(Circle circle, NetworkScore score, Locale locale) {
        Ratio types = score.effectiveTypes();
        int count = score.partners();
        if (count < 2 || types == null) {
            return text("partners.types.few", locale);
        }
        if (types.equals(Ratio.ONE)) {
            return text(
                    "partners.types.one",
                    locale,
                    count,
                    type(circle.partners().get(0).type(), locale));
        }
        return text("partners.types", locale, number(types, 1, locale));
    }

    /** Without enough known pairs no figure, but what it still needs. */
    private String density(NetworkScore score, Locale locale) {
        Span density = score.density();
        int known = score.tied() + score.notTied();
        if (density == null) {
            return text("partners.density.few", locale);
        }
        Ratio point = density.point();
        String low = number(density.low(), 2, locale);
        String high = number(density.high(), 2, locale);
        if (point == null) {
            return text("partners.density.open", locale, known, score.pairs(), needed(score.pairs()), low, high);
        }
        return text(
                score.unknown() == 0 ? "partners.density.exact" : "partners.density",
                locale,
                score.tied(),
                known,
                number(point, 2, locale),
                low,
                high);
    }

    /** So many pairs must be known of so many. */
    int needed(int pairs) {
        return grid.conventions()
                .network()
                .pairsKnown()
                .times(pairs)
                .roundedUp()
                .intValueExact();
    }

    private List<NetworkPicture.Key> keys(Circle circle, Locale locale) {
        return Arrays.stream(PartnerType.values())
                .map(type ->
                        new NetworkPicture.Key(Figure.of(type), type(type, locale), (int) circle.partners().stream()
                                .filter(partner -> partner.type() == type)
                                .count()))
                .filter(key -> key.count() > 0)
                .toList();
    }

    private List<NetworkPicture.Row> rows(Circle circle, Locale locale) {
        List<NetworkPicture.Row> rows = new ArrayList<>();
        for (NamedPartner partner : circle.partners()) {
            rows.add(new NetworkPicture.Row(
                    rows.size() + 1,
                    partner.name(),
                    type(partner.type(), locale),
                    ties(circle, partner, locale),
                    Stream.of(Contribution.values())
                            .map(partner.brings()::contains)
                            .toList()));
        }
        return rows;
    }

    private String ties(Circle circle, NamedPartner partner, Locale locale) {
        List<String> tied = numbers(circle, partner, Pair.Answer.YES);
        List<String> unknown = numbers(circle, partner, Pair.Answer.UNKNOWN);
        String said = tied.isEmpty() ? text("partners.ties.none", locale) : String.join(", ", tied);
        return unknown.isEmpty()
                ? said
                : said + " · " + text("partners.ties.unknown", locale, String.join(", ", unknown));
    }

    private static List<String> numbers(Circle circle, NamedPartner partner, Pair.Answer answer) {
        List<String> numbers = new ArrayList<>();
        for (int other = 0; other < circle.partners().size(); other++) {
            if (circle.between(partner, circle.partners().get(other)) == answer) {
                numbers.add(String.valueOf(other + 1));
            }
        }
        return numbers;
    }

    private List<NetworkPicture.Brought> brought(Circle circle, Locale locale) {
        return Stream.of(Contribution.values())
                .map(what -> {
                    List<String> names = circle.partners().stream()
                            .filter(partner -> partner.brings().contains(what))
                            .map(NamedPartner::name)
                            .toList();
                    return new NetworkPicture.Brought(contribution(what, locale), names.size(), names);
                })
                .sorted(Comparator.comparing(NetworkPicture.Brought::count).reversed())
                .toList();
    }

    private List<String> distance(NetworkScore score, Locale locale) {
        Ratio near = score.proximity();
        Ratio abroad = score.international();
        return near == null || abroad == null
                ? List.of()
                : List.of(
                        text("partners.near", locale, number(near, 0, locale), number(abroad, 0, locale)),
                        text("partners.near.why", locale));
    }

    String type(PartnerType type, Locale locale) {
        return word(grid.asked().partnerTypes(), type.ordinal(), locale);
    }

    String contribution(Contribution what, Locale locale) {
        return word(grid.asked().contributions(), what.ordinal(), locale);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String optional(String prefix, @Nullable Enum<?> value, Locale locale) {
        return value == null ? "" : text(prefix + value.name(), locale);
    }

    private static String word(List<Choice> choices, int place, Locale locale) {
        return choices.get(place).words().in(locale.getLanguage());
    }

    private static String number(Ratio value, int decimals, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value.rounded(decimals));
    }
}
