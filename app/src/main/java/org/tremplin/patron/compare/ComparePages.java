package org.tremplin.patron.compare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Evidence;

/** Makes the comparison from the evidence alone; the order is the one that was chosen. */
@Component
class ComparePages {

    private final MessageSource messages;
    private final Origins origins;
    private final Clock clock;

    ComparePages(MessageSource messages, Origins origins, Clock clock) {
        this.origins = origins;
        this.messages = messages;
        this.clock = clock;
    }

    ComparePage page(Chosen chosen, List<Compared> found, Language language) {
        Locale locale = language.locale();
        List<Evidence> projects = found.stream().map(Compared::evidence).toList();
        List<Counted> counted = counted(chosen, found, locale);
        Weighed weighed = new Weighed(
                counted.stream().map(Counted::fits).toList(),
                counted.stream().map(Counted::weight).toList());
        Rows rows = new Rows(found, messages, locale);
        return new ComparePage(
                found.stream().map(one -> project(chosen, one, language)).toList(),
                found.size() < 2,
                problems(chosen, found, locale),
                chosen.query(),
                Arrays.stream(Criterion.values())
                        .map(criterion -> new ComparePage.Weight(
                                "p-" + criterion.field(),
                                text("compare.criterion." + criterion, locale),
                                chosen.weights().getOrDefault(criterion, 0)))
                        .toList(),
                own(chosen, found),
                found.size() < 2 || weighed.total() == 0 ? List.of() : standing(projects, weighed, locale),
                weighed.total(),
                found.size() < 2 ? List.of() : would(projects, counted, weighed, locale),
                rows.observed(),
                rows.declared(),
                DayText.text(LocalDate.ofInstant(clock.instant(), Origins.HERE), locale),
                new About(text("compare.title", locale), text("compare.lead", locale), null, null, List.of(), false));
    }

    private ComparePage.Project project(Chosen chosen, Compared one, Language language) {
        Evidence evidence = one.evidence();
        return new ComparePage.Project(
                one.reference(),
                evidence.campaign().title(),
                evidence.association().name(),
                evidence.campaign().language(),
                one.brought()
                        ? outside(evidence.address())
                        : language.to("/c/" + evidence.campaign().slug() + "/mecene"),
                origins.text(one, language.locale()),
                one.source() != null,
                DayText.text(evidence.asOf(), language.locale()),
                Stream.concat(
                                origins.doubts(one, language.locale()).stream(),
                                one.doubts().stream()
                                        .map(doubt -> text(
                                                "compare.doubt",
                                                language.locale(),
                                                doubt.what(),
                                                doubt.stated(),
                                                doubt.computed())))
                        .toList(),
                chosen.without(one.reference()).query());
    }

    /** What a stranger's file calls an address is followed only where it is one of the web. */
    private static @Nullable String outside(String address) {
        return address.startsWith("https://") || address.startsWith("http://") ? address : null;
    }

    private List<String> problems(Chosen chosen, List<Compared> found, Locale locale) {
        List<String> problems = new ArrayList<>();
        if (chosen.more() > 0) {
            problems.add(text("compare.more", locale, chosen.more()));
        }
        chosen.projects().stream()
                .filter(asked -> found.stream().noneMatch(one -> one.reference().equals(asked)))
                .forEach(asked -> problems.add(
                        asked.startsWith(Chosen.BROUGHT)
                                ? text("compare.gone.file", locale)
                                : text("compare.gone", locale, asked)));
        return problems;
    }

    private static List<ComparePage.Own> own(Chosen chosen, List<Compared> found) {
        return IntStream.range(0, Chosen.MOST_OWN)
                .mapToObj(at -> at < chosen.own().size()
                        ? new ComparePage.Own(
                                at + 1,
                                chosen.own().get(at).name(),
                                chosen.own().get(at).weight(),
                                fits(chosen, chosen.own().get(at), found))
                        : new ComparePage.Own(
                                at + 1,
                                "",
                                1,
                                Stream.generate(() -> Fit.UNKNOWN)
                                        .limit(found.size())
                                        .toList()))
                .toList();
    }

    private List<Counted> counted(Chosen chosen, List<Compared> found, Locale locale) {
        List<Counted> counted = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            counted.add(new Counted(
                    text("compare.criterion." + criterion, locale),
                    chosen.weights().getOrDefault(criterion, 0),
                    found.stream().map(one -> criterion.met(one.evidence())).toList()));
        }
        for (Chosen.Own own : chosen.own()) {
            counted.add(new Counted(own.name(), own.weight(), fits(chosen, own, found)));
        }
        return counted;
    }

    /** Of those that are here: they were answered for all that were chosen. */
    private static List<Fit> fits(Chosen chosen, Chosen.Own own, List<Compared> found) {
        return found.stream()
                .map(one -> own.fits().get(chosen.projects().indexOf(one.reference())))
                .toList();
    }

    private List<ComparePage.Standing> standing(List<Evidence> projects, Weighed weighed, Locale locale) {
        OptionalInt first = weighed.first();
        return IntStream.range(0, projects.size())
                .mapToObj(at -> {
                    Weighed.Share share = weighed.share(at);
                    boolean open = share.met() < share.possible();
                    return new ComparePage.Standing(
                            projects.get(at).campaign().title(),
                            projects.get(at).campaign().language(),
                            open
                                    ? text("compare.share.open", locale, share.met(), share.possible(), weighed.total())
                                    : text("compare.share", locale, share.met(), weighed.total()),
                            open,
                            first.isPresent() && first.getAsInt() == at);
                })
                .toList();
    }

    /** « Elle le resterait si … »: how firm the first place is, exactly. */
    private List<String> would(List<Evidence> projects, List<Counted> counted, Weighed weighed, Locale locale) {
        if (weighed.total() == 0) {
            return List.of(text("compare.would.nothing", locale));
        }
        OptionalInt first = weighed.first();
        if (first.isEmpty()) {
            return List.of(text("compare.would.none", locale));
        }
        int at = first.getAsInt();
        List<Weighed.Turn> turns = weighed.turns(at);
        return List.of(
                text(
                        weighed.firstAnyway(at) ? "compare.would.anyway" : "compare.would.missing",
                        locale,
                        projects.get(at).campaign().title()),
                turns.isEmpty()
                        ? text("compare.would.any", locale)
                        : text(
                                "compare.would.unless",
                                locale,
                                turns.stream()
                                        .map(turn -> text(
                                                "compare.would.turn",
                                                locale,
                                                counted.get(turn.criterion()).label(),
                                                turn.weight()))
                                        .collect(Collectors.joining(text("compare.would.or", locale)))));
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** @param fits by project */
    private record Counted(String label, int weight, List<Fit> fits) {}
}
