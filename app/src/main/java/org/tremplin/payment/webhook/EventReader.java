package org.tremplin.payment.webhook;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
            String instance = text(metadata.path("instance"));
            UUID payment = uuid(text(metadata.path("payment")));
            if (type == null || !object.isObject() || !event.path("created").isIntegralNumber()) {
                return Optional.empty();
            }
            Told told = new Told(
                    type,
                    Instant.ofEpochSecond(event.path("created").longValue()),
                    instance,
                    payment,
                    text(object.path("id")),
                    reference(object.path("payment_intent")),
                    text(object.path("payment_status")),
                    text(object.path("status")),
                    reference(object.path("balance_transaction")));
            return told.complete() ? Optional.of(told) : Optional.empty();
        });
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
        return node.isObject() ? text(node.path("id")) : text(node);
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
