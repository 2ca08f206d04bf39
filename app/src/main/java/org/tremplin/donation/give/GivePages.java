package org.tremplin.donation.give;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.association.Register;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;
import org.tremplin.donation.DonationSettings;
import org.tremplin.donation.TaxEstimate;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;

/** Makes the gift form's page from the campaign and what was typed. */
@Component
class GivePages {

    /** The form is found through its campaign, not by searching. */
    static final About ABOUT = new About("", "", null, null, List.of(), false);

    private final DonationSettings settings;
    private final TaxEstimate tax;
    private final Clock clock;

    GivePages(DonationSettings settings, TaxEstimate tax, Clock clock) {
        this.settings = settings;
        this.tax = tax;
        this.clock = clock;
    }

    /** @param key the once-only key, or what stands for it */
    GivePage page(Destination to, GiftForm form, String key, Language language) {
        Plan plan = to.campaign().plan();
        Association association = to.association();
        LocalDate today = to.today(clock);
        List<GivePage.Preset> presets = plan.amounts().stream()
                .map(preset -> preset(preset, form, association, today, language))
                .toList();
        boolean known = presets.stream().anyMatch(GivePage.Preset::chosen);
        return new GivePage(
                to.campaign().campaign().slug(),
                plan.title(),
                plan.language(),
                association.name(),
                association.slug(),
                presets,
                plan.lines().stream()
                        .filter(line -> line.askedCents() > 0 && !line.collectionCosts())
                        .map(line -> new GivePage.Line(line.id().toString(), line.label()))
                        .toList(),
                association.receipts().declared() ? receiptBy(today, language) : null,
                association.statement(),
                Register.of(association),
                plan.aboveGoal(),
                plan.belowGoal(),
                known ? form : form.withFreeAmount(),
                !known,
                plan.sensitive(),
                key,
                fees(language),
                means(to, form));
    }

    /** The first that is open is chosen unless the donor chose. */
    private static List<GivePage.Choice> means(Destination to, GiftForm form) {
        List<Means> open = to.payee().open();
        Means typed = form.means();
        Means chosen = typed != null && open.contains(typed) ? typed : open.get(0);
        return open.stream()
                .map(means -> new GivePage.Choice(means.field(), means == chosen, means.atProvider()))
                .toList();
    }

    /** What the page of a campaign that takes no gift says. */
    Map<String, Object> closed(Destination to) {
        Campaign campaign = to.campaign().campaign();
        return Map.of("slug", campaign.slug(), "campaign", to.campaign().plan().title(), "over", to.over(clock));
    }

    private GivePage.Preset preset(
            Plan.Preset preset, GiftForm form, Association association, LocalDate today, Language language) {
        OptionalLong typed = AmountText.cents(form.amountText());
        boolean chosen = typed.isPresent() && typed.getAsLong() == preset.cents();
        return new GivePage.Preset(
                AmountText.of(preset.cents()),
                MoneyText.brief(preset.cents(), language.locale()),
                preset.meaning(),
                chosen,
                MoneyText.brief(preset.cents() - settings.feeCents(preset.cents()), language.locale()),
                MoneyText.brief(settings.feeCents(preset.cents()), language.locale()),
                association.receipts().declared() ? afterTax(preset.cents(), today, language) : null);
    }

    private @Nullable String afterTax(long cents, LocalDate today, Language language) {
        OptionalLong cost = tax.afterTaxCents(cents, today);
        return cost.isEmpty() ? null : MoneyText.brief(cost.getAsLong(), language.locale());
    }

    private GivePage.Fees fees(Language language) {
        NumberFormat percent = NumberFormat.getNumberInstance(language.locale());
        return new GivePage.Fees(
                percent.format(settings.feeBasisPoints() / 100.0),
                MoneyText.exact(settings.feeFixedCents(), language.locale()));
    }

    /** The day of the year by which receipts are promised, in the year after the gift. */
    private String receiptBy(LocalDate today, Language language) {
        MonthDay day = settings.receiptsBy();
        return DayText.text(day.atYear(today.getYear() + 1), language.locale());
    }
}
