package org.tremplin.operation.demo;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.security.Tokens;

/** The gifts of one campaign as a table in {@code resources/demo}: a line a gift, columns named in its first line. */
record GiftTable(List<Row> rows) {

    private static final int COLUMNS = 10;

    static GiftTable of(String text) {
        return new GiftTable(
                text.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList());
    }

    /**
     * @param day of the campaign, from 1
     * @param line number of the chosen budget line, from 1; 0 for none
     * @param options {@code public} first name shown, {@code recu} tax receipt asked for, {@code nouvelles} follows
     * @param company empty for a person
     */
    record Row(
            int day,
            LocalTime time,
            String euros,
            String firstName,
            String lastName,
            int line,
            Set<String> options,
            String company,
            String siren,
            String message) {

        private static Row of(String text) {
            String[] cell = text.split(";", COLUMNS);
            return new Row(
                    Integer.parseInt(cell[0]),
                    LocalTime.parse(cell[1]),
                    cell[2],
                    cell[3],
                    cell[4],
                    cell[5].isEmpty() ? 0 : Integer.parseInt(cell[5]),
                    Set.of(cell[6].isEmpty() ? new String[0] : cell[6].split(" ")),
                    cell[7],
                    cell[8],
                    cell[9]);
        }

        /** What the gift form would send. */
        Map<String, String> fields(Plan plan) {
            Map<String, String> fields = new HashMap<>();
            fields.put("cle", Tokens.random());
            fields.put("montant", euros);
            fields.put("prenom", firstName);
            fields.put("nom", lastName);
            fields.put("email", email());
            fields.put("message", message);
            fields.put("nomPublic", options.contains("public") ? "on" : "");
            fields.put("nouvelles", options.contains("nouvelles") ? "on" : "");
            if (line > 0) {
                fields.put("ligne", plan.lines().get(line - 1).id().toString());
            }
            if (options.contains("recu")) {
                fields.putAll(Map.of(
                        "recu", "on",
                        "adresse", (time.getMinute() + 1) + " rue de l’Essai",
                        "codePostal", "71999",
                        "ville", "Modèle-sur-Rive"));
            }
            if (!company.isEmpty()) {
                fields.putAll(
                        Map.of("societe", "on", "raisonSociale", company, "siren", siren, "formeJuridique", "SARL"));
            }
            return fields;
        }

        /** Nobody's: no mail leaves a machine for this domain (RFC 2606). */
        private String email() {
            return company.isEmpty()
                    ? ascii(firstName + "." + lastName) + "@dons.example"
                    : "contact@" + ascii(company) + ".example";
        }

        private static String ascii(String name) {
            return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}+", "")
                    .replaceAll("[^a-z.]+", "-");
        }
    }
}
