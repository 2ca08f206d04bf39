package org.tremplin.patron.company;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Siren;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** Fields {@code nom}, {@code genre} (a {@link Company.Kind}) and {@code siren}, which may be empty. */
record CompanyForm(String name, String kind, String siren) {

    private static final int LONGEST = 120;

    static final CompanyForm EMPTY = new CompanyForm("", Company.Kind.FIRM.name(), "");

    static CompanyForm of(Typed typed) {
        return new CompanyForm(typed.line("nom"), typed.line("genre"), Siren.normal(typed.line("siren")));
    }

    static CompanyForm of(Company company) {
        return new CompanyForm(company.name(), company.kind().name(), company.siren() == null ? "" : company.siren());
    }

    Problems problems() {
        Problems problems = new Problems();
        if (name.isEmpty()) {
            problems.add("nom", "company.name.missing");
        } else if (name.length() > LONGEST) {
            problems.add("nom", "company.name.long", LONGEST);
        }
        if (Arrays.stream(Company.Kind.values()).noneMatch(one -> one.name().equals(kind))) {
            problems.add("genre", "company.kind.missing");
        }
        if (!siren.isEmpty() && !Siren.valid(siren)) {
            problems.add("siren", "company.siren.wrong");
        }
        return problems;
    }

    @Nullable
    String number() {
        return siren.isEmpty() ? null : siren;
    }
}
