package org.tremplin.association.profile;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Profile;
import org.tremplin.association.Rna;
import org.tremplin.association.Siren;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/** What an association says of itself, as typed; component names are those of the fields. */
record ProfileForm(
        String nom,
        String objet,
        String rue,
        String codePostal,
        String ville,
        String rna,
        String siren,
        String tribunal,
        String volume,
        String folio) {

    static final ProfileForm EMPTY = new ProfileForm("", "", "", "", "", "", "", "", "", "");

    private static final int LONGEST_NAME = 120;
    private static final int SHORTEST_OBJECT = 10;
    private static final int LONGEST_OBJECT = 1000;
    private static final int LONGEST_LINE = 200;
    private static final Pattern POSTAL_CODE = Pattern.compile("(?!00)[0-9]{5}");

    static ProfileForm read(Typed typed) {
        return new ProfileForm(
                typed.line("nom"),
                typed.text("objet"),
                typed.line("rue"),
                typed.line("codePostal"),
                typed.line("ville"),
                typed.line("rna"),
                typed.line("siren"),
                typed.line("tribunal"),
                typed.line("volume"),
                typed.line("folio"));
    }

    static ProfileForm of(Association association) {
        Association.Registry registry = association.registry();
        return new ProfileForm(
                association.name(),
                association.object(),
                association.address().street(),
                association.address().postalCode(),
                association.address().city(),
                orEmpty(association.rna()),
                orEmpty(association.siren()),
                registry == null ? "" : registry.court(),
                registry == null ? "" : registry.volume(),
                registry == null ? "" : registry.folio());
    }

    Problems check() {
        Problems problems = new Problems();
        if (nom.length() < 2) {
            problems.add("nom", "profile.name.missing");
        } else if (nom.length() > LONGEST_NAME) {
            problems.add("nom", "profile.name.long", LONGEST_NAME, nom.length());
        }
        if (objet.length() < SHORTEST_OBJECT) {
            problems.add("objet", "profile.object.missing");
        } else if (objet.length() > LONGEST_OBJECT) {
            problems.add("objet", "profile.object.long", LONGEST_OBJECT, objet.length());
        }
        line(problems, "rue", rue, "profile.street.missing");
        if (!POSTAL_CODE.matcher(codePostal).matches()) {
            problems.add("codePostal", "profile.postal.wrong");
        }
        line(problems, "ville", ville, "profile.city.missing");
        checkIdentifiers(problems);
        return problems;
    }

    private void checkIdentifiers(Problems problems) {
        if (!rna.isEmpty() && !Rna.valid(Rna.normal(rna))) {
            problems.add("rna", "profile.rna.wrong");
        }
        if (!siren.isEmpty() && Siren.siret(Siren.normal(siren))) {
            problems.add("siren", "profile.siren.siret", Siren.normal(siren).substring(0, 9));
        } else if (!siren.isEmpty() && !Siren.valid(Siren.normal(siren))) {
            problems.add("siren", "profile.siren.wrong");
        }
        boolean registered = !(tribunal + volume + folio).isEmpty();
        if (registered) {
            line(problems, "tribunal", tribunal, "profile.court.missing");
            line(problems, "volume", volume, "profile.volume.missing");
            line(problems, "folio", folio, "profile.folio.missing");
        }
        if (rna.isEmpty() && siren.isEmpty() && !registered) {
            problems.add("rna", "profile.identifier.missing");
        }
    }

    private static void line(Problems problems, String field, String value, String missing) {
        if (value.isEmpty()) {
            problems.add(field, missing);
        } else if (value.length() > LONGEST_LINE) {
            problems.add(field, "profile.line.long", LONGEST_LINE);
        }
    }

    /** Once checked. */
    Profile profile() {
        return new Profile(
                nom,
                objet,
                new Association.Address(rue, codePostal, ville),
                rna.isEmpty() ? null : Rna.normal(rna),
                siren.isEmpty() ? null : Siren.normal(siren),
                tribunal.isEmpty() ? null : new Association.Registry(tribunal, volume, folio));
    }

    /** Whether the fields of Alsace-Moselle are unfolded. */
    public boolean registered() {
        return !(tribunal + volume + folio).isEmpty();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
