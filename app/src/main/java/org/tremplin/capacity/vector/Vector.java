package org.tremplin.capacity.vector;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;
import tools.jackson.databind.JsonNode;

/** The {@code in} of a vector. */
record Vector(Diagnosis diagnosis, Preparation preparation) {

    /** Keys that are understood; {@code name} is for people. */
    static final Set<String> KEYS = Set.of(
            "name",
            "type",
            "staff",
            "budget",
            "goal",
            "reach",
            "audience",
            "tokens",
            "targetA",
            "A",
            "B",
            "L",
            "G",
            "PREP",
            "E",
            "partners",
            "ties",
            "relays",
            "hours",
            "costEst",
            "costBudget",
            "committed",
            "gatesMissing");

    /** @throws BadVector for what cannot be read */
    static Vector of(JsonNode in) {
        Fields fields = new Fields(in, "in");
        List<Partner> partners =
                fields.list("partners").stream().map(Vector::partner).toList();
        return new Vector(
                new Diagnosis(
                        profile(fields),
                        fields.answers("A"),
                        fields.answers("B"),
                        partners.isEmpty() && !fields.has("L") ? List.of() : fields.answers("L"),
                        fields.answers("G"),
                        fields.answers("E"),
                        partners,
                        fields.optional("ties").map(Vector::ties).orElse(Ties.NONE)),
                new Preparation(
                        fields.one("type", CampaignType.class),
                        fields.number("goal"),
                        fields.answers("PREP"),
                        fields.unlessUnknown("relays", value -> Fields.whole(value, "relays")),
                        fields.unlessUnknown("hours", Vector::hours),
                        money(fields, "costEst"),
                        money(fields, "costBudget"),
                        money(fields, "committed"),
                        fields.list("gatesMissing").stream().map(Vector::gate).toList()));
    }

    private static Profile profile(Fields fields) {
        return new Profile(
                fields.whole("staff"),
                fields.number("budget"),
                fields.one("reach", Reach.class),
                Fields.answer(fields.at("audience"), "audience"),
                fields.unlessUnknown("tokens", Vector::tokens),
                fields.has("targetA") ? money(fields, "targetA") : null);
    }

    private static Map<Orientation, Integer> tokens(JsonNode value) {
        Fields fields = new Fields(value, "tokens");
        Map<Orientation, Integer> tokens = new EnumMap<>(Orientation.class);
        for (String key : value.propertyNames()) {
            tokens.put(Fields.constant(key, "tokens", Orientation.class), fields.whole(key));
        }
        return tokens;
    }

    private static @Nullable Ratio money(Fields fields, String key) {
        return fields.unlessUnknown(key, value -> Fields.number(value, key));
    }

    private static Partner partner(JsonNode value) {
        Fields fields = new Fields(value, "partners");
        int reach = fields.whole("reach");
        if (reach < 0 || reach >= Reach.values().length) {
            throw new BadVector("vector.reach");
        }
        Set<Contribution> brings = new HashSet<>();
        fields.list("brings").forEach(what -> brings.add(Fields.one(what, "brings", Contribution.class)));
        return new Partner(fields.one("type", PartnerType.class), Reach.values()[reach], brings);
    }

    private static Ties ties(Fields fields) {
        return new Ties(pairs(fields, "Y"), pairs(fields, "N"));
    }

    private static Set<Tie> pairs(Fields fields, String key) {
        Set<Tie> pairs = new HashSet<>();
        if (fields.has(key)) {
            fields.list(key).forEach(pair -> pairs.add(tie(Fields.text(pair, "ties"))));
        }
        return pairs;
    }

    private static Tie tie(String written) {
        if (!written.matches("\\d{1,3}-\\d{1,3}")) {
            throw new BadVector("vector.tie", written);
        }
        int bar = written.indexOf('-');
        return new Tie(Integer.parseInt(written.substring(0, bar)), Integer.parseInt(written.substring(bar + 1)));
    }

    private static List<Preparation.Hours> hours(JsonNode value) {
        return Fields.list(value, "hours").stream().map(Vector::person).toList();
    }

    private static Preparation.Hours person(JsonNode value) {
        List<JsonNode> pair = Fields.list(value, "hours");
        if (pair.size() != 2) {
            throw new BadVector("vector.hours");
        }
        return new Preparation.Hours(Fields.number(pair.get(0), "hours"), Fields.number(pair.get(1), "hours"));
    }

    /** By its number or by any name: each one that is missing keeps the campaign from being published. */
    private static String gate(JsonNode value) {
        return value.isNumber()
                ? String.valueOf(Fields.whole(value, "gatesMissing"))
                : Fields.text(value, "gatesMissing");
    }
}
