package org.tremplin.association;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public register where anybody can check an association.
 *
 * @param label message key of its name
 * @param reference what to look for there
 * @param address a page of the register; none for the paper register of a court
 */
public record Register(
        String label, String reference, @Nullable String address) {

    private static final String SIRENE = "https://annuaire-entreprises.data.gouv.fr/";
    private static final String JOURNAL = "https://www.journal-officiel.gouv.fr/pages/associations-recherche/";

    /** One to three registers, the most telling first. */
    public static List<Register> of(
            String name, @Nullable String rna, @Nullable String siren, @Nullable String registry) {
        List<Register> registers = new ArrayList<>();
        if (siren != null) {
            registers.add(new Register("association.register.sirene", siren, SIRENE + "entreprise/" + siren));
        } else {
            String term = rna == null ? name : rna;
            registers.add(new Register(
                    "association.register.sirene",
                    term,
                    SIRENE + "rechercher?terme=" + URLEncoder.encode(term, StandardCharsets.UTF_8)));
        }
        if (rna != null) {
            registers.add(new Register("association.register.journal", rna, JOURNAL));
        }
        if (registry != null) {
            registers.add(new Register("association.register.court", registry, null));
        }
        return List.copyOf(registers);
    }

    public static List<Register> of(Association association) {
        Association.Registry registry = association.registry();
        return of(
                association.name(),
                association.rna(),
                association.siren(),
                registry == null ? null : registry.toString());
    }
}
