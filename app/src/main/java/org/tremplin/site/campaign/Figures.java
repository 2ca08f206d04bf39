package org.tremplin.site.campaign;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/**
 * What moves on the page of a campaign while gifts come in, as finished texts: the page shows them, the stream sends the
 * same ones. An empty text hides its place.
 *
 * @param width of the bar, percent
 * @param bar what the bar at the bottom of a phone says
 * @param giftsWord {@code don} or {@code dons}
 * @param first said while nobody gave
 * @param limit what is missing to the minimum, or the minimum itself once it is reached
 * @param limitWord which of the two it is
 * @param pending announced and not money yet
 * @param promised by patrons and not here, with its day
 */
record Figures(
        String received,
        String percent,
        String width,
        String bar,
        String gifts,
        String giftsWord,
        String first,
        String limit,
        String limitWord,
        String pending,
        String promised) {

    /** @param promisedCents by patrons and not here; @param today the day on which that is so */
    static Figures of(GiveBox box, long promisedCents, LocalDate today, MessageSource messages, Locale locale) {
        String percent = box.progress().tiny()
                ? messages.getMessage("campaign.give.tiny", null, locale)
                : box.progress().text();
        boolean missing = box.missing() != null;
        return new Figures(
                box.received(),
                percent,
                box.progress().width(),
                messages.getMessage("campaign.bar", new Object[] {box.progress().text(), box.goal()}, locale),
                box.gifts() == 0 ? "" : box.giftsText(),
                messages.getMessage("campaign.give.gifts", new Object[] {box.gifts()}, locale),
                box.gifts() == 0 && box.phase().open() ? messages.getMessage("campaign.give.first", null, locale) : "",
                missing ? orEmpty(box.missing()) : orEmpty(box.minimum()),
                messages.getMessage(missing ? "campaign.give.missing" : "campaign.give.minimum", null, locale),
                box.pending() == null
                        ? ""
                        : messages.getMessage("campaign.give.pending", new Object[] {box.pending()}, locale),
                promisedCents == 0
                        ? ""
                        : messages.getMessage(
                                "campaign.give.promised",
                                new Object[] {MoneyText.brief(promisedCents, locale), DayText.text(today, locale)},
                                locale));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
