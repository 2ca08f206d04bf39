package org.tremplin.transparency.journal;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.Tree;
import reactor.core.publisher.Mono;

/** Makes the pages of journals, with the same few queries however long a journal is. */
@Component
class JournalPages {

    private static final int PAGE = 25;
    private static final int MOST_MONTHS = 120;
    private static final String MINUS = "−\u00A0";
    private static final String PLUS = "+\u00A0";

    private final Heads heads;
    private final JournalLeaves leaves;
    private final Associations associations;
    private final MessageSource messages;

    JournalPages(Heads heads, JournalLeaves leaves, Associations associations, MessageSource messages) {
        this.heads = heads;
        this.leaves = leaves;
        this.associations = associations;
        this.messages = messages;
    }

    Mono<JournalPage> page(PublishedCampaign campaign, JournalFilter filter, Locale locale) {
        UUID id = campaign.campaign().id().value();
        return Mono.zip(
                        heads.of(id)
                                .map(Optional::of)
                                // why nothing is signed was told as an alarm; what stands is read all the same
                                .onErrorReturn(IllegalStateException.class, Optional.empty())
                                .defaultIfEmpty(Optional.empty()),
                        leaves.page(id, filter, PAGE + 1).collectList(),
                        leaves.months(id).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        associations.find(campaign.campaign().association()).map(Association::zone))
                .map(read -> new Writing(campaign, filter, locale)
                        .page(
                                read.getT1().orElse(null),
                                // the names are taken away a moment after the cause is called sensitive
                                campaign.plan().sensitive()
                                        ? read.getT2().stream()
                                                .map(StoredLeaf::nameless)
                                                .toList()
                                        : read.getT2(),
                                read.getT3().orElse(null),
                                read.getT4()));
    }

    /** Labels of the budget lines by their code in the journal. */
    static Map<String, String> lines(PublishedCampaign campaign) {
        UUID id = campaign.campaign().id().value();
        return campaign.plan().lines().stream()
                .collect(Collectors.toMap(
                        line -> LineCode.of(id, line.id()),
                        line -> line.label(),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    /** One page being written. */
    private final class Writing {

        private final PublishedCampaign campaign;
        private final JournalFilter filter;
        private final Locale locale;
        private final Map<String, String> lines;

        Writing(PublishedCampaign campaign, JournalFilter filter, Locale locale) {
            this.campaign = campaign;
            this.filter = filter;
            this.locale = locale;
            this.lines = lines(campaign);
        }

        JournalPage page(
                @Nullable JournalHead head, List<StoredLeaf> read, JournalLeaves.@Nullable Months span, ZoneId zone) {
            List<StoredLeaf> shown = read.subList(0, Math.min(read.size(), PAGE));
            String title = campaign.plan().title();
            return new JournalPage(
                    campaign.campaign().slug(),
                    title,
                    campaign.plan().language(),
                    head == null ? null : seal(head, zone),
                    kinds(),
                    choices(lines, filter.line()),
                    months(span),
                    bands(),
                    filter.narrowed(),
                    byMonth(shown),
                    head == null || shown.isEmpty()
                            ? null
                            : text(
                                    filter.narrowed() ? "journal.range.chosen" : "journal.range",
                                    Long.toString(shown.get(0).seq()),
                                    Long.toString(shown.get(shown.size() - 1).seq()),
                                    MoneyText.number(head.size(), locale)),
                    read.size() > PAGE ? filter.query(shown.get(PAGE - 1).seq()) : null,
                    filter.before() < Tree.LARGEST ? filter.query(Tree.LARGEST) : null,
                    About.of(text("journal.h1") + " – " + title, text("journal.lead")));
        }

        private JournalPage.Seal seal(JournalHead head, ZoneId zone) {
            return new JournalPage.Seal(
                    text("journal.seal.entries", head.size()),
                    DayText.moment(head.signedAt(), zone, locale),
                    head.root().replaceAll("(.{4})(?=.)", "$1 "),
                    head.note());
        }

        private List<JournalPage.Choice> kinds() {
            Map<String, String> kinds = new LinkedHashMap<>();
            Arrays.stream(LeafKind.values())
                    .forEach(kind -> kinds.put(kind.code(), text("journal.kind." + kind.code())));
            return choices(kinds, filter.kind());
        }

        private List<JournalPage.Choice> bands() {
            Map<String, String> bands = new LinkedHashMap<>();
            IntStream.rangeClosed(1, JournalFilter.BANDS)
                    .forEach(band -> bands.put(Integer.toString(band), text("journal.band." + band)));
            return choices(bands, Integer.toString(filter.band()));
        }

        private List<JournalPage.Choice> months(JournalLeaves.@Nullable Months span) {
            Map<String, String> months = new LinkedHashMap<>();
            if (span != null) {
                YearMonth first = YearMonth.of(span.first() / 100, span.first() % 100);
                YearMonth month = YearMonth.of(span.last() / 100, span.last() % 100);
                while (!month.isBefore(first) && months.size() < MOST_MONTHS) {
                    months.put(
                            JournalFilter.monthText(month.getYear() * 100 + month.getMonthValue()),
                            DayText.month(month, locale));
                    month = month.minusMonths(1);
                }
            }
            return choices(months, filter.month() == 0 ? "" : JournalFilter.monthText(filter.month()));
        }

        private List<JournalPage.Choice> choices(Map<String, String> all, String chosen) {
            return all.entrySet().stream()
                    .map(one -> new JournalPage.Choice(
                            one.getKey(), one.getValue(), one.getKey().equals(chosen)))
                    .toList();
        }

        private List<JournalPage.Month> byMonth(List<StoredLeaf> shown) {
            List<JournalPage.Month> months = new ArrayList<>();
            YearMonth last = null;
            List<JournalPage.Entry> entries = new ArrayList<>();
            for (StoredLeaf leaf : shown) {
                Told told = Told.of(leaf, messages, locale);
                YearMonth month = YearMonth.from(told.day());
                if (!month.equals(last)) {
                    entries = new ArrayList<>();
                    months.add(new JournalPage.Month(DayText.month(month, locale), entries));
                    last = month;
                }
                entries.add(entry(told));
            }
            return months;
        }

        private JournalPage.Entry entry(Told told) {
            List<JournalPage.Detail> fingerprints = new ArrayList<>();
            fingerprints.add(new JournalPage.Detail(text("journal.entry.hash"), told.hash()));
            told.documents()
                    .forEach((name, hash) -> fingerprints.add(new JournalPage.Detail(
                            Told.word("journal.document.", name, messages, locale), hash, address(told, name, hash))));
            String line = told.line();
            return new JournalPage.Entry(
                    told.seq(),
                    DayText.brief(told.day(), locale),
                    told.day().toString(),
                    told.title(),
                    line == null ? null : lines.getOrDefault(line, text("journal.line.gone", line)),
                    told.refs().isEmpty()
                            ? null
                            : text(
                                    "journal.entry.refs",
                                    told.refs().stream().map(String::valueOf).collect(Collectors.joining(", "))),
                    amount(told),
                    told.direction() > 0 ? "in" : told.direction() < 0 ? "out" : "soft",
                    told.texts().entrySet().stream()
                            .map(text -> new JournalPage.Detail(text.getKey(), text.getValue()))
                            .toList(),
                    fingerprints);
        }

        /** Of what an update or a report said: a report has figures beside its text. */
        private static @Nullable String address(Told told, String name, String hash) {
            return switch (name) {
                case "figures" -> "/bilans/" + hash + ".json";
                case "text" -> (told.documents().containsKey("figures") ? "/bilans/" : "/nouvelles/") + hash + ".txt";
                default -> null;
            };
        }

        private @Nullable String amount(Told told) {
            Long cents = told.cents();
            return cents == null
                    ? null
                    : (told.direction() > 0 ? PLUS : told.direction() < 0 ? MINUS : "")
                            + MoneyText.exact(cents, locale);
        }

        private String text(String key, Object... facts) {
            return messages.getMessage(key, facts, locale);
        }
    }
}
