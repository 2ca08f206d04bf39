package org.tremplin.operation.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tremplin.association.Means;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.AmountText;
import org.tremplin.platform.security.Tokens;

/** The gifts of one campaign as a table in {@code resources/demo}: a line a gift, columns named in its first line. */
record GiftTable(List<Row> rows) {

    private static final int COLUMNS = 10;
    private static final int KEY_BYTES = 16;

    /** From the order to the money of a direct debit. */
    private static final int DEBIT_DAYS = 5;

    static GiftTable of(String text) {
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        return new GiftTable(IntStream.range(0, lines.size())
                .mapToObj(at -> Row.of(at + 1, lines.get(at)))
                .toList());
    }

    /** The gifts of these days. */
    GiftTable between(int first, int last) {
        return new GiftTable(rows.stream()
                .filter(row -> row.day() >= first && row.day() <= last)
                .toList());
    }

    /** The first gift of who has this first name. */
    Row by(String firstName) {
        return rows.stream()
                .filter(row -> row.firstName().equals(firstName))
                .findFirst()
                .orElseThrow();
    }

    List<String> keys(CampaignId campaign) {
        return rows.stream().map(row -> row.key(campaign)).toList();
    }

    /** What a treasurer types into the sheet; the same at each telling. */
    Map<String, String> sheet(PublishedCampaign to, LocalDate firstDay) {
        Map<String, String> fields = new HashMap<>();
        fields.put("cle", keys(to.campaign().id()).get(0));
        fields.put("lignes", String.valueOf(rows.size()));
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).typed(firstDay, "-" + at, fields);
        }
        return fields;
    }

    /**
     * @param number of the gift in its table, from 1
     * @param day of the campaign, from 1
     * @param line number of the chosen budget line, from 1; 0 for none
     * @param options {@code public} first name shown, {@code recu} tax receipt asked for, {@code nouvelles} follows;
     *     {@code prelevement}, {@code virement}, {@code cheque}, {@code especes} instead of a card; {@code courriel} an
     *     address is known to the treasurer. Days after the gift: {@code arrive:} what was announced is there,
     *     {@code rendu:} it is refunded, {@code retour:} the donor's bank takes the debit back
     * @param company empty for a person
     */
    record Row(
            int number,
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

        private static Row of(int number, String text) {
            String[] cell = text.split(";", COLUMNS);
            return new Row(
                    number,
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

        /** The same at each telling, so that a story that was interrupted gives nothing twice. */
        String key(CampaignId campaign) {
            byte[] hash = Tokens.sha256("sample gift " + number + " of " + campaign.value());
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        }

        /** What the gift form would send. */
        Map<String, String> fields(PublishedCampaign to) {
            Map<String, String> fields = new HashMap<>();
            fields.put("cle", key(to.campaign().id()));
            fields.put("montant", euros);
            fields.put("moyen", means().field());
            fields.put("prenom", firstName);
            fields.put("nom", lastName);
            fields.put("email", email());
            fields.put("message", message);
            fields.put("nomPublic", options.contains("public") ? "on" : "");
            fields.put("nouvelles", options.contains("nouvelles") ? "on" : "");
            if (line > 0) {
                fields.put("ligne", to.plan().lines().get(line - 1).id().toString());
            }
            if (options.contains("recu")) {
                fields.putAll(receipt(""));
            }
            if (!company.isEmpty()) {
                fields.putAll(
                        Map.of("societe", "on", "raisonSociale", company, "siren", siren, "formeJuridique", "SARL"));
            }
            return fields;
        }

        private void typed(LocalDate firstDay, String row, Map<String, String> fields) {
            fields.put("date" + row, firstDay.plusDays(day - 1L).toString());
            fields.put("moyen" + row, means().field());
            fields.put("montant" + row, euros);
            fields.put("prenom" + row, firstName);
            fields.put("nom" + row, lastName);
            if (options.contains("courriel")) {
                fields.put("email" + row, email());
            }
            if (options.contains("recu")) {
                fields.putAll(receipt(row));
            }
        }

        private Map<String, String> receipt(String row) {
            return Map.of(
                    "recu" + row, "on",
                    "adresse" + row, (time.getMinute() + 1) + " rue de l’Essai",
                    "codePostal" + row, "71999",
                    "ville" + row, "Modèle-sur-Rive");
        }

        Means means() {
            return Stream.of(Means.DEBIT, Means.TRANSFER, Means.CHEQUE, Means.CASH)
                    .filter(means -> options.contains(means.field()))
                    .findFirst()
                    .orElse(Means.CARD);
        }

        /** Day of the campaign on which it counts; empty while it is only announced. */
        OptionalInt counts() {
            return switch (means()) {
                case CARD, CASH -> OptionalInt.of(day);
                case DEBIT -> OptionalInt.of(day + DEBIT_DAYS);
                case TRANSFER, CHEQUE -> later("arrive:");
            };
        }

        /** Day of the campaign named by an option. */
        OptionalInt later(String option) {
            return options.stream()
                    .filter(one -> one.startsWith(option))
                    .mapToInt(one -> day + Integer.parseInt(one.substring(option.length())))
                    .findFirst();
        }

        long cents() {
            return AmountText.cents(euros).orElseThrow();
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
