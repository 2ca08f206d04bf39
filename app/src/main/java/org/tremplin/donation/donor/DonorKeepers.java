package org.tremplin.donation.donor;

import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Keeper;
import org.tremplin.platform.privacy.Term;

/** What is kept of gifts without a term of ours: by law, or until the donor says otherwise. */
@Configuration(proxyBeanMethods = false)
class DonorKeepers {

    /** Accounting vouchers (C. com. art. L123-22): without the donor, the amount and day of a gift. */
    static final Period BOOKS = Period.ofYears(10);

    @Bean
    Keeper booksKeeper() {
        return () -> Holding.of("books", Basis.LEGAL_OBLIGATION, Term.fixed(BOOKS));
    }

    @Bean
    Keeper publicNamesKeeper() {
        return () -> Holding.of("public-names", Basis.CONSENT);
    }

    @Bean
    Keeper suppressionsKeeper() {
        return () -> Holding.of("suppressions", Basis.LEGITIMATE_INTEREST);
    }
}
