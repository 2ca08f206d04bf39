package org.tremplin.association.payee;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Iban;
import org.tremplin.association.Payee;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** Means of payment as typed; a means whose box is not ticked is not taken, whatever stands below it. */
record PayeeForm(
        boolean virement, String titulaire, String iban, String bic, boolean cheque, String ordre, String envoi) {

    /** What banks take in a name (ISO 20022, Max70Text). */
    private static final int NAME = 70;

    private static final int ADDRESS = 300;
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    static PayeeForm read(Typed typed) {
        return new PayeeForm(
                typed.on("virement"),
                typed.line("titulaire"),
                typed.line("iban"),
                typed.line("bic"),
                typed.on("cheque"),
                typed.line("ordre"),
                typed.text("envoi"));
    }

    /** As declared; what is not declared is proposed from what the association said of itself. */
    static PayeeForm of(Payee payee, Association association) {
        Payee.Transfer transfer = payee.transfer();
        Payee.Cheque cheque = payee.cheque();
        Association.Address at = association.address();
        return new PayeeForm(
                transfer != null,
                transfer == null ? association.name() : transfer.holder(),
                transfer == null ? "" : transfer.ibanText(),
                transfer == null || transfer.bic() == null ? "" : transfer.bic(),
                cheque != null,
                cheque == null ? association.name() : cheque.order(),
                cheque == null
                        ? association.name() + "\n" + at.street() + "\n" + at.postalCode() + " " + at.city()
                        : cheque.address());
    }

    Problems check() {
        Problems problems = new Problems();
        if (virement) {
            text("titulaire", titulaire, "payee.holder.missing", NAME, problems);
            if (!Iban.valid(Iban.normal(iban))) {
                problems.add("iban", iban.isEmpty() ? "payee.iban.missing" : "payee.iban.wrong");
            }
            if (!bic.isEmpty() && !BIC.matcher(Iban.normal(bic)).matches()) {
                problems.add("bic", "payee.bic.wrong");
            }
        }
        if (cheque) {
            text("ordre", ordre, "payee.order.missing", NAME, problems);
            text("envoi", envoi, "payee.address.missing", ADDRESS, problems);
        }
        return problems;
    }

    Payee.@Nullable Transfer transfer() {
        return virement
                ? new Payee.Transfer(titulaire, Iban.normal(iban), bic.isEmpty() ? null : Iban.normal(bic))
                : null;
    }

    Payee.@Nullable Cheque paper() {
        return cheque ? new Payee.Cheque(ordre, envoi) : null;
    }

    private static void text(String field, String typed, String missing, int longest, Problems problems) {
        if (typed.isEmpty()) {
            problems.add(field, missing);
        } else if (typed.length() > longest) {
            problems.add(field, "payee.long", longest, typed.length());
        }
    }
}
