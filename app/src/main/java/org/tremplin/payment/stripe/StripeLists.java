package org.tremplin.payment.stripe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.checkout.Provider.Charge;
import org.tremplin.payment.checkout.Provider.Kind;
import org.tremplin.payment.checkout.Provider.Moved;
import org.tremplin.payment.checkout.Provider.Page;
import org.tremplin.payment.checkout.Provider.ToldMoney;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's lists of movements and events, read from its JSON by ourselves: what the library cannot decode it leaves
 * empty, and an event has to stay as it was written.
 */
final class StripeLists {

    private static final int PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private StripeLists() {}

    /** What a movement was for comes in the same answer. */
    static String movementsPath(Instant since, Instant until, @Nullable String after) {
        return "/v1/balance_transactions?limit=" + PAGE + "&expand[]=data.source&created[gte]=" + since.getEpochSecond()
                + "&created[lte]=" + until.getEpochSecond() + startingAfter(after);
    }

    /** Without types that are of no use here: on an account that others use too these are most. */
    static String undeliveredPath(Instant since, @Nullable String after) {
        StringBuilder path = new StringBuilder(
                "/v1/events?limit=" + PAGE + "&delivery_success=false&created[gte]=" + since.getEpochSecond());
        // Stripe takes twenty at most
        StripeEvents.NEEDED.forEach(type -> path.append("&types[]=").append(type));
        return path.append(startingAfter(after)).toString();
    }

    private static String startingAfter(@Nullable String after) {
        return after == null ? "" : "&starting_after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    static Page<Moved> movements(String list) {
        JsonNode tree = JSON.readTree(list);
        List<Moved> moves = new ArrayList<>();
        tree.path("data").forEach(move -> moves.add(moved(move)));
        return new Page<>(
                moves,
                moves.isEmpty() || !more(tree)
                        ? null
                        : moves.get(moves.size() - 1).id());
    }

    /** The text of each event, cut out of the list. */
    static Page<byte[]> events(String list) {
        JsonNode tree = JSON.readTree(list);
        JsonNode data = tree.path("data");
        List<byte[]> events = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(list)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && "data".equals(name)) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        int start = (int) parser.currentTokenLocation().getCharOffset();
                        parser.skipChildren();
                        int end = (int) parser.currentLocation().getCharOffset();
                        events.add(list.substring(start, end).getBytes(StandardCharsets.UTF_8));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new Page<>(
                events,
                data.isEmpty() || !more(tree)
                        ? null
                        : text(data.get(data.size() - 1).path("id")));
    }

    /** Euros that are free and that are not yet. */
    static long balance(String balance) {
        JsonNode tree = JSON.readTree(balance);
        return euros(tree.path("available")) + euros(tree.path("pending"));
    }

    private static long euros(JsonNode sums) {
        long cents = 0;
        for (JsonNode sum : sums) {
            if ("eur".equals(text(sum.path("currency")))) {
                cents += sum.path("amount").longValue();
            }
        }
        return cents;
    }

    private static boolean more(JsonNode list) {
        return list.path("has_more").asBoolean(false);
    }

    private static Moved moved(JsonNode move) {
        String category = text(move.path("reporting_category"));
        JsonNode source = move.path("source");
        Kind kind = kind(String.valueOf(category));
        return new Moved(
                String.valueOf(text(move.path("id"))),
                kind,
                category == null ? String.valueOf(text(move.path("type"))) : category,
                money(move),
                move.path("fee").longValue(),
                Instant.ofEpochSecond(move.path("created").longValue()),
                reference(source),
                kind == Kind.CHARGE && source.isObject() ? charge(source) : null);
    }

    /** By the word for accounting; the type says less (rules.md 3.2). */
    private static Kind kind(String category) {
        return switch (category) {
            case "charge" -> Kind.CHARGE;
            case "refund", "refund_failure", "partial_capture_reversal" -> Kind.REFUND;
            case "dispute", "dispute_reversal" -> Kind.DISPUTE;
            case "payout", "payout_reversal" -> Kind.PAYOUT;
            default -> Kind.OTHER;
        };
    }

    private static Charge charge(JsonNode told) {
        JsonNode metadata = told.path("metadata");
        boolean card = "card".equals(text(told.path("payment_method_details").path("type")));
        JsonNode created = told.path("created");
        return new Charge(
                String.valueOf(text(told.path("id"))),
                reference(told.path("payment_intent")),
                text(metadata.path("instance")),
                uuid(text(metadata.path("payment"))),
                money(told),
                "succeeded".equals(text(told.path("status"))),
                card && created.isIntegralNumber() ? Instant.ofEpochSecond(created.longValue()) : null);
    }

    private static ToldMoney money(JsonNode object) {
        return new ToldMoney(
                object.path("amount").longValue(),
                String.valueOf(text(object.path("currency"))).toUpperCase(Locale.ROOT));
    }

    private static @Nullable String reference(JsonNode node) {
        return text(node.isObject() ? node.path("id") : node);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException ofAnotherTool) {
            return null;
        }
    }
}
