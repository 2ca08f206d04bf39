package org.tremplin.campaign.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.tremplin.association.Association;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.readiness.GateLine;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;

/**
 * The last step: what is missing, what will be public, what was.
 *
 * @param state {@code draft}, {@code published} or {@code closed}
 * @param over takes no gifts any more: its last day is past, or somebody ended it before
 * @param gates what law and trust ask for, what is missing first
 * @param parts one for each other step of the editor
 * @param ready nothing is missing
 * @param changed whether the draft of a public campaign differs from what is public
 * @param needsReason whether the change touches the terms donors saw
 * @param mayEdit whether this member may write
 * @param mayPublish whether this member may make it public
 */
record PublicationPage(
        String association,
        String home,
        String title,
        String state,
        boolean over,
        String slug,
        String goal,
        String minimum,
        String days,
        List<GateLine> gates,
        List<Part> parts,
        boolean ready,
        boolean changed,
        boolean needsReason,
        String reason,
        boolean mayEdit,
        boolean mayPublish,
        List<Past> editions) {

    private static final String BUDGET = "budget";

    /** The budget is a gate. */
    private static final List<String> STEPS = List.of("projet", "recit", "diffusion");

    /** @param missing keys of what is to be done there; none when it is complete */
    record Part(String step, String href, List<String> missing) {}

    /** Gates that are shut. */
    public List<GateLine> shut() {
        return gates.stream().filter(gate -> !gate.met()).toList();
    }

    public List<GateLine> met() {
        return gates.stream().filter(GateLine::met).toList();
    }

    /** How many of all conditions are met. */
    public long open() {
        return met().size()
                + parts.stream().filter(part -> part.missing().isEmpty()).count();
    }

    /** The steps of the editor in their order. */
    public List<Part> stepper() {
        List<Part> steps = new ArrayList<>(parts);
        gates.stream()
                .filter(gate -> gate.key().equals(BUDGET))
                .forEach(gate -> steps.add(1, new Part(BUDGET, home + "/" + BUDGET, gate.missing())));
        return List.copyOf(steps);
    }

    record Past(int number, String day, String reason, String role) {}

    /** @param may whether this member may use that address */
    static PublicationPage of(
            Association association,
            Draft draft,
            Check check,
            List<Editions.Row> editions,
            BiPredicate<HttpMethod, String> may,
            String reason,
            MessageSource messages,
            Language language) {
        Campaign campaign = draft.campaign();
        Locale locale = language.locale();
        Plan plan = check.plan();
        Goal goal = campaign.goalWith(plan);
        String home = "/espace/" + association.slug() + "/c/" + campaign.id().value();
        return new PublicationPage(
                association.slug(),
                home,
                plan.title(),
                campaign.state().name().toLowerCase(Locale.ROOT),
                check.over(),
                campaign.slug(),
                MoneyText.brief(goal.cents(), locale),
                MoneyText.brief(goal.minimumCents(), locale),
                days(plan, locale),
                GateLine.of(
                        check.situation(),
                        "/espace/" + association.slug(),
                        home,
                        address -> may.test(HttpMethod.GET, address),
                        messages,
                        locale),
                STEPS.stream().map(step -> part(step, home, check.missing())).toList(),
                check.missing().isEmpty(),
                !check.missing().contains(Missing.NO_CHANGE),
                check.needsReason(),
                reason,
                may.test(HttpMethod.POST, home + "/projet"),
                may.test(HttpMethod.POST, home + "/publication"),
                editions.stream()
                        .map(row -> past(row, association.zone(), locale))
                        .toList());
    }

    private static Part part(String step, String home, List<Missing> missing) {
        Stream<String> here =
                missing.stream().filter(gap -> gap.step().equals(step)).map(Missing::key);
        return new Part(step, home + "/" + step, here.toList());
    }

    private static Past past(Editions.Row row, ZoneId zone, Locale locale) {
        return new Past(
                row.number(), DayText.text(LocalDate.ofInstant(row.at(), zone), locale), row.reason(), row.role());
    }

    private static String days(Plan plan, Locale locale) {
        return Stream.of(plan.opensOn(), plan.closesOn())
                .flatMap(day -> day == null ? Stream.empty() : Stream.of(DayText.text(day, locale)))
                .reduce((first, last) -> first + " – " + last)
                .orElse("");
    }
}
