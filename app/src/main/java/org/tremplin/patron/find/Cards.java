package org.tremplin.patron.find;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Plan;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/** Says a project in a few lines: what was measured apart from what was declared, what is missing as missing. */
@Component
class Cards {

    private final MessageSource messages;

    Cards(MessageSource messages) {
        this.messages = messages;
    }

    FindPage.Card card(Project project, boolean ticked, Locale locale) {
        return new FindPage.Card(
                project.slug(),
                project.title(),
                project.language(),
                project.owner(),
                place(project),
                String.format(Locale.ROOT, "%d", Math.max(0, Math.min(100, project.fundedPercent()))),
                text("find.percent", locale, project.fundedPercent()),
                MoneyText.brief(amount(project), locale),
                sum(project, locale),
                when(project, locale),
                facts(project, locale),
                ticked);
    }

    /** {@code Valmorin (69)}; empty where it is not stated. */
    static String place(Project project) {
        return project.city().isEmpty()
                        || project.department().isEmpty()
                        || project.city().contains("(")
                ? project.city()
                : project.city() + "\u00A0(" + project.department() + ")";
    }

    private static long amount(Project project) {
        return project.stage() == Stage.ENDED
                ? project.receivedCents()
                : project.leftCents() == 0 ? project.goalCents() : project.leftCents();
    }

    private String sum(Project project, Locale locale) {
        String goal = MoneyText.brief(project.goalCents(), locale);
        return project.stage() == Stage.ENDED
                ? text("find.sum.ended", locale, goal)
                : project.leftCents() == 0 ? text("find.sum.nothing", locale) : text("find.sum.left", locale, goal);
    }

    private @Nullable String when(Project project, Locale locale) {
        LocalDate day = switch (project.stage()) {
            case OPEN -> project.closesOn();
            case UPCOMING -> project.opensOn();
            case ENDED -> project.endedOn();
        };
        if (day == null) {
            return null;
        }
        return project.stage() == Stage.OPEN
                ? text("find.when.OPEN", locale, ChronoUnit.DAYS.between(project.asOf(), day))
                : text("find.when." + project.stage(), locale, DayText.text(day, locale));
    }

    private List<FindPage.Fact> facts(Project project, Locale locale) {
        List<FindPage.Fact> facts = new ArrayList<>();
        Integer proven = project.provenPercent();
        if (proven != null) {
            facts.add(
                    observed(text("find.fact.proven", locale, proven, MoneyText.brief(project.spentCents(), locale))));
        }
        kept(facts, "find.fact.reports", project.reports(), locale);
        kept(facts, "find.fact.updates", project.updates(), locale);
        if (facts.isEmpty()) {
            facts.add(missing(text("find.fact.nothing", locale)));
        }
        facts.add(
                project.receiptsOn() == null
                        ? missing(text("find.fact.receipts.none", locale))
                        : declared(text("find.fact.receipts", locale, DayText.text(project.receiptsOn(), locale))));
        facts.add(
                project.coFundersAsked() == 0
                        ? missing(text("find.fact.cofunders.none", locale))
                        : declared(text("find.fact.cofunders", locale, project.coFunders(), project.coFundersAsked())));
        List<Plan.Need> other =
                project.needs().stream().filter(need -> need != Plan.Need.MONEY).toList();
        if (!other.isEmpty()) {
            facts.add(declared(text(
                    "find.fact.needs",
                    locale,
                    other.stream()
                            .map(need -> text("compare.need." + need, locale))
                            .collect(Collectors.joining(", ")))));
        }
        return List.copyOf(facts);
    }

    /** Promises that were due; those to come are no record. */
    private void kept(List<FindPage.Fact> facts, String key, Project.Kept kept, Locale locale) {
        if (kept.due() > 0) {
            String made = text(key, locale, kept.made(), kept.promised());
            facts.add(observed(
                    kept.late() == 0
                            ? text("find.fact.time", locale, made)
                            : text("find.fact.late", locale, made, kept.late(), kept.mostDaysLate())));
        }
    }

    private static FindPage.Fact observed(String text) {
        return new FindPage.Fact("ob", "eye", text);
    }

    private static FindPage.Fact declared(String text) {
        return new FindPage.Fact("de", "quote", text);
    }

    private static FindPage.Fact missing(String text) {
        return new FindPage.Fact("mi", "minus", text);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
