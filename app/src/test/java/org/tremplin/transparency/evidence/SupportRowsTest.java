package org.tremplin.transparency.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.PromisedSupport;

class SupportRowsTest {

    @Test
    void saysThatWhatWasPromisedInKindIsWithdrawn() {
        PromisedSupport.Support support = new PromisedSupport.Support(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                false,
                List.of(
                        new PromisedSupport.Named("Une", 300_000L, 0, PromisedSupport.Rest.WITHDRAWN, true),
                        new PromisedSupport.Named("Autre", null, 0, PromisedSupport.Rest.WITHDRAWN, true)));
        assertThat(rows(support, Language.FR)).hasSize(2).allMatch(row -> row.contains("retiré"));
        assertThat(rows(support, Language.EN))
                .containsExactly(
                        "Une: skills or equipment, €3,000 at cost value, promised and then withdrawn.",
                        "Autre had promised skills or equipment, and withdrew it.");
    }

    private static List<String> rows(PromisedSupport.Support support, Language language) {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages/transparency");
        bundle.setDefaultEncoding("UTF-8");
        return new SupportRows(bundle).of(support, LocalDate.of(2026, 11, 23), language);
    }
}
