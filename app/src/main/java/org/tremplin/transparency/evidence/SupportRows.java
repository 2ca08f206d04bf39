package org.tremplin.transparency.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.PromisedSupport;

/** What firms and foundations promised, in sentences: promised, received, released and awaited apart. */
@Component
class SupportRows {

    private final MessageSource messages;

    SupportRows(MessageSource messages) {
        this.messages = messages;
    }

    /** Empty where nothing was promised. */
    List<String> of(PromisedSupport.Support support, LocalDate day, Language language) {
        Locale locale = language.locale();
        List<String> rows = new ArrayList<>();
        if (support.promisedCents() > 0) {
            rows.add(text(
                    "evidence.support.sum",
                    locale,
                    DayText.text(day, locale),
                    MoneyText.brief(support.promisedCents(), locale),
                    MoneyText.brief(support.receivedCents(), locale),
                    MoneyText.brief(support.dueCents(), locale),
                    MoneyText.brief(support.awaitedCents(), locale)));
        }
        if (support.partial()) {
            rows.add(text("evidence.support.partial", locale));
        }
        money("evidence.support.late", support.lateCents(), locale, rows);
        money("evidence.support.withdrawn", support.withdrawnCents(), locale, rows);
        money("evidence.support.in-kind", support.inKindCents(), locale, rows);
        support.named().forEach(one -> rows.add(named(one, locale)));
        return rows;
    }

    private void money(String key, long cents, Locale locale, List<String> rows) {
        if (cents > 0) {
            rows.add(text(key, locale, MoneyText.brief(cents, locale)));
        }
    }

    private String named(PromisedSupport.Named one, Locale locale) {
        Long cents = one.cents();
        String kind = (one.inKind() ? ".in-kind" : "")
                + (one.rest() == PromisedSupport.Rest.EXPECTED
                        ? ""
                        : "." + one.rest().name().toLowerCase(Locale.ROOT));
        return cents == null
                ? text("evidence.support.named" + kind + ".only", locale, one.name())
                : text(
                        "evidence.support.named" + kind,
                        locale,
                        one.name(),
                        MoneyText.brief(cents, locale),
                        MoneyText.brief(one.receivedCents(), locale));
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
