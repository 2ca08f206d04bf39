package org.tremplin.operation.demo;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationState;
import org.tremplin.platform.security.Tokens;

/** The gifts of one campaign as a table in {@code resources/demo}: a line a gift, columns named in its first line. */
record GiftTable(List<Row> rows) {

    private static final int COLUMNS = 10;
    private static final int KEY_BYTES = 16;
    private static final Comparator<Row> ORDER = Comparator.comparing(Row::day).thenComparing(Row::time);

    static GiftTable of(String text) {
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        return new GiftTable(IntStream.range(0, lines.size())
                .mapToObj(at -> Row.of(at + 1, lines.get(at)))
                .toList());
    }

    /** In the order in which they happen. */
    SortedMap<Integer, List<Row>> byDay() {
        return rows.stream().sorted(ORDER).collect(Collectors.groupingBy(Row::day, TreeMap::new, Collectors.toList()));
    }

    /** The last gift of those with these keys. */
    Optional<Row> last(CampaignId campaign, Set<String> keys) {
        return rows.stream().filter(row -> keys.contains(row.key(campaign))).max(ORDER);
    }

    /** The gifts of this day and later that nobody has paid. */
    GiftTable after(int day, CampaignId campaign, Map<String, DonationState> begun) {
        return new GiftTable(rows.stream()
                .filter(row -> row.day() >= day)
                .filter(row -> begun.getOrDefault(row.key(campaign), DonationState.STARTED) == DonationState.STARTED)
                .toList());
    }

    /**
     * @param number of the gift in its table, from 1
     * @param day of the campaign, from 1
     * @param line number of the chosen budget line, from 1; 0 for none
     * @param options {@code public} first name shown, {@code recu} tax receipt asked for, {@code nouvelles} follows
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
