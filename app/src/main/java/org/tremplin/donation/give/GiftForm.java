package org.tremplin.donation.give;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;
import org.tremplin.association.Means;
import org.tremplin.campaign.Plan;
import org.tremplin.money.AmountText;

/** The gift form as typed; field names as the contract says. Shown again when something is wrong. */
record GiftForm(
        String montant,
        String montantLibre,
        String moyen,
        String frequence,
        String email,
        String prenom,
        String nom,
        boolean recu,
        String adresse,
        String codePostal,
        String ville,
        String pays,
        boolean societe,
        String raisonSociale,
        String siren,
        String formeJuridique,
        boolean nomPublic,
        boolean frais,
        String message,
        String dedicace,
        boolean nouvelles,
        boolean opposition,
        String ligne,
        String cle) {

    /** Far above any limit of a field: only there so that nobody makes us echo a book. */
    private static final int MOST = 2_000;

    /** Characters that nobody sees; line ends, and what joins or directs the letters of some languages, stay. */
    static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t\u200C\u200D\u200E\u200F]]");

    static GiftForm of(MultiValueMap<String, String> data) {
        return of(data, value -> value);
    }

    /** For the donor to see: without what nobody sees, which the check refuses. */
    static GiftForm visible(MultiValueMap<String, String> data) {
        return of(data, GiftForm::visible);
    }

    static String visible(String typed) {
        return INVISIBLE.matcher(typed).replaceAll("");
    }

    private static GiftForm of(MultiValueMap<String, String> data, UnaryOperator<String> reading) {
        Typed typed = name -> {
            String value = data.getFirst(name);
            return value == null ? "" : reading.apply(value.length() > MOST ? value.substring(0, MOST) : value);
        };
        return new GiftForm(
                typed.text("montant"),
                typed.text("montantLibre"),
                typed.text("moyen"),
                typed.text("frequence"),
                typed.text("email").strip(),
                typed.text("prenom").strip(),
                typed.text("nom").strip(),
                typed.on("recu"),
                typed.text("adresse").strip(),
                typed.text("codePostal").strip(),
                typed.text("ville").strip(),
                typed.text("pays").strip(),
                typed.on("societe"),
                typed.text("raisonSociale").strip(),
                typed.text("siren").strip(),
                typed.text("formeJuridique").strip(),
                typed.on("nomPublic"),
                typed.on("frais"),
                typed.text("message").strip(),
                typed.text("dedicace").strip(),
                typed.on("nouvelles"),
                typed.on("opposition"),
                typed.text("ligne"),
                typed.text("cle"));
    }

    /** The fields of a form as they were sent, for the same form to be sent again; none that is not ours. */
    static Map<String, String> sent(MultiValueMap<String, String> data, String key) {
        Map<String, String> fields = new TreeMap<>();
        for (RecordComponent field : GiftForm.class.getRecordComponents()) {
            String value = data.getFirst(field.getName());
            if (value != null && value.length() <= MOST) {
                fields.put(field.getName(), visible(value));
            }
        }
        fields.put("cle", key);
        return fields;
    }

    /** The query that asks for a preset of this many cents; empty for 0. */
    static String query(long cents) {
        return cents == 0 ? "" : "?montant=" + AmountText.of(cents);
    }

    /** The query that asks for what this one asks: encoded anew, fields that are ours only, without the once-only key. */
    static String query(MultiValueMap<String, String> data) {
        Map<String, String> fields = sent(data, "");
        fields.remove("cle");
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : '?' + query;
    }

    /** An amount that is none of the presets is typed in the free field. */
    GiftForm withFreeAmount() {
        return new GiftForm(
                "autre",
                amountText(),
                moyen,
                frequence,
                email,
                prenom,
                nom,
                recu,
                adresse,
                codePostal,
                ville,
                pays,
                societe,
                raisonSociale,
                siren,
                formeJuridique,
                nomPublic,
                frais,
                message,
                dedicace,
                nouvelles,
                opposition,
                ligne,
                cle);
    }

    /**
     * Cents of the preset this form chooses and says nothing else, 0 when it says nothing at all; empty when it says
     * more.
     */
    OptionalLong presetAlone(Plan plan) {
        MultiValueMap<String, String> amount = new LinkedMultiValueMap<>();
        amount.set("montant", montant);
        if (!equals(of(amount))) {
            return OptionalLong.empty();
        }
        OptionalLong cents = montant.isEmpty() ? OptionalLong.of(0) : AmountText.cents(montant);
        return montant.isEmpty()
                        || plan.amounts().stream()
                                .anyMatch(preset ->
                                        OptionalLong.of(preset.cents()).equals(cents))
                ? cents
                : OptionalLong.empty();
    }

    /** The card when nothing is chosen; none for what is not on the form. */
    @Nullable
    Means means() {
        return moyen.isEmpty()
                ? Means.CARD
                : Means.onTheForm().stream()
                        .filter(means -> means.field().equals(moyen))
                        .findFirst()
                        .orElse(null);
    }

    /** The amount as typed, wherever it was typed. */
    String amountText() {
        return montant.equals("autre") || montant.isBlank() && !montantLibre.isBlank() ? montantLibre : montant;
    }

    private interface Typed {
        String text(String name);

        default boolean on(String name) {
            String value = text(name);
            return !value.isEmpty() && !value.equals("off") && !value.equals("false");
        }
    }
}
