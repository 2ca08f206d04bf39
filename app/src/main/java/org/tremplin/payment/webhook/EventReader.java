package org.tremplin.payment.webhook;

import java.time.Instant;
import java.time.temporal.ValueRange;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.payment.checkout.Provider.ToldMoney;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the few fields this application needs from the provider's JSON, whatever its release: the library leaves events
 * of another release empty, and an event must never be lost in silence.
 */
@Component
class EventReader {

    /** As the provider's names look; what is none would not even fit in a column. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /** Seconds since 1970 that a column takes. */
    private static final ValueRange POSSIBLE = ValueRange.of(0, 4_102_444_800L);

    private final JsonMapper json;

    EventReader(JsonMapper json) {
        this.json = json;
    }

    /** What is needed to store an event; empty for anything that is not one. */
    Optional<Envelope> envelope(byte[] bytes) {
        return tree(bytes).flatMap(event -> {
            String id = name(event.path("id"));
            String type = name(event.path("type"));
            JsonNode account = event.path("account");
            boolean ours = account.isMissingNode() || account.isNull();
            String of = ours ? "" : name(account);
            return id == null || type == null || of == null
                    ? Optional.empty()
                    : Optional.of(new Envelope(of, id, type, bytes));
        });
    }

    /** What an event says of one payment; empty when it has not the form we know, which a person must hear of. */
    Optional<Told> told(byte[] bytes) {
        return tree(bytes).flatMap(event -> {
            JsonNode object = event.path("data").path("object");
            JsonNode metadata = object.path("metadata");
            String type = name(event.path("type"));
            JsonNode created = event.path("created");
            if (type == null || !object.isObject() || !whole(created) || !POSSIBLE.isValidValue(created.longValue())) {
                return Optional.empty();
            }
            Told told = new Told(
                    type,
                    Instant.ofEpochSecond(created.longValue()),
                    name(metadata.path("instance")),
                    uuid(text(metadata.path("payment"))),
                    name(object.path("id")),
                    reference(object.path("payment_intent")),
                    text(object.path("payment_status")),
                    text(object.path("status")),
                    reference(object.path("balance_transaction")),
                    money(object));
            boolean readable = told.instance() == null || !told.aboutPayment() || moneyReadable(object);
            return told.complete() && readable ? Optional.of(told) : Optional.empty();
        });
    }

    /** A session has a total, a charge has an amount. */
    private static JsonNode amount(JsonNode object) {
        JsonNode total = object.path("amount_total");
        return total.isMissingNode() ? object.path("amount") : total;
    }

    private static @Nullable ToldMoney money(JsonNode object) {
        JsonNode amount = amount(object);
        String currency = name(object.path("currency"));
        return whole(amount) && currency != null
                ? new ToldMoney(amount.longValue(), currency.toUpperCase(Locale.ROOT))
                : null;
    }

    private static boolean moneyReadable(JsonNode object) {
        JsonNode amount = amount(object);
        return amount.isMissingNode() || amount.isNull() || money(object) != null;
    }

    private static boolean whole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }

    private Optional<JsonNode> tree(byte[] bytes) {
        try {
            return Optional.of(json.readTree(bytes));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** An id, whether the provider sends it bare or with its object. */
    private static @Nullable String reference(JsonNode node) {
        return node.isObject() ? name(node.path("id")) : name(node);
    }

    private static @Nullable String name(JsonNode node) {
        return node.isString() && NAME.matcher(node.stringValue()).matches() ? node.stringValue() : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    /** @param account the connected account it tells of, empty for our own */
    record Envelope(String account, String id, String type, byte[] payload) {

        String hex() {
            return HexFormat.of().formatHex(payload);
        }
    }
}
