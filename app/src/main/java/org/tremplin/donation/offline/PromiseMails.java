package org.tremplin.donation.offline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.association.Payee;
import org.tremplin.association.Payees;
import org.tremplin.donation.Promise;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Where to send an announced gift and what to write on it: one mail, and no reminder ever. */
@Component
class PromiseMails {

    private final DatabaseClient database;
    private final Payees payees;
    private final Mails mails;

    PromiseMails(DatabaseClient database, Payees payees, Mails mails) {
        this.database = database;
        this.payees = payees;
        this.mails = mails;
    }

    Mono<Void> queue(UUID donation, Association association, Means means, String reference, LocalDate until) {
        return Mono.zip(donor(donation), payees.of(association.id()))
                .flatMap(read ->
                        mails.queue(mail(donation, association, means, reference, until, read.getT1(), read.getT2())));
    }

    private static Mail mail(
            UUID donation,
            Association association,
            Means means,
            String reference,
            LocalDate until,
            Donor donor,
            Payee payee) {
        Language language = Language.ofCode(donor.language());
        Map<String, Object> values = new HashMap<>(Map.of(
                "name", donor.firstName(),
                "amount", MoneyText.exact(donor.cents(), language.locale()),
                "association", association.name(),
                "reference", Promise.text(reference),
                "until", DayText.text(until, language.locale()),
                "gift", language.to("/don/" + donor.token())));
        Payee.Transfer transfer = payee.transfer();
        Payee.Cheque cheque = payee.cheque();
        values.put("byTransfer", means == Means.TRANSFER);
        if (means == Means.TRANSFER && transfer != null) {
            values.put("holder", transfer.holder());
            values.put("iban", transfer.ibanText());
            values.put("bic", Objects.requireNonNullElse(transfer.bic(), ""));
        } else if (means == Means.CHEQUE && cheque != null) {
            values.put("order", cheque.order());
            values.put("address", cheque.address());
        }
        return Mail.of("donation.promised", donation, donor.email(), language, "gift-promised", values);
    }

    private Mono<Donor> donor(UUID donation) {
        return database.sql("select email, first_name, cents, language, token from donation.donation where id = :id")
                .bind("id", donation)
                .map(row -> new Donor(
                        row.get("email", String.class),
                        row.get("first_name", String.class),
                        row.get("cents", Long.class),
                        row.get("language", String.class),
                        row.get("token", String.class)))
                .one();
    }

    private record Donor(String email, String firstName, long cents, String language, String token) {}
}
