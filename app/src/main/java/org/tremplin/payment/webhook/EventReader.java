package org.tremplin.payment.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.payment.PaymentState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the few fields this application needs from the provider's JSON, whatever its release: the library leaves events
 * of another release empty, and an event must never be lost in silence.
 */
@Component
class EventReader {

    private final JsonMapper json;

    EventReader(JsonMapper json) {
        this.json = json;
    }

    /** What is needed to store an event; empty for anything that is not one. */
    Optional<Envelope> envelope(byte[] bytes) {
        try {
            JsonNode event = json.readTree(bytes);
            String id = text(event.path("id"));
            String type = text(event.path("type"));
            return id == null || type == null || id.length() > 255
                    ? Optional.empty()
                    : Optional.of(new Envelope(id, type, String.valueOf(orEmpty(text(event.path("account"))))));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** What an event says of one payment. */
    Told read(byte[] bytes) {
        JsonNode event = json.readTree(bytes);
        JsonNode object = event.path("data").path("object");
        return new Told(
                String.valueOf(text(event.path("type"))),
                Instant.ofEpochSecond(event.path("created").asLong(0)),
                text(object.path("metadata").path("instance")),
                uuid(text(object.path("metadata").path("payment"))),
                text(object.path("id")),
                reference(object.path("payment_intent")),
                text(object.path("payment_status")),
                reference(object.path("balance_transaction")));
    }

    /** An id, whether the provider sends it bare or with its object. */
    private static @Nullable String reference(JsonNode node) {
        return node.isObject() ? text(node.path("id")) : text(node);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    record Envelope(String id, String type, String account) {}

    /** @param object id of the session, intent or charge the event speaks of */
    record Told(
            String type,
            Instant created,
            @Nullable String instance,
            @Nullable UUID payment,
            @Nullable String object,
            @Nullable String intent,
            @Nullable String paymentStatus,
            @Nullable String balanceTransaction) {

        /** The state this event leads to; none when it only adds details. */
        @Nullable
        PaymentState state() {
            return switch (type) {
                case "checkout.session.completed" ->
                    "paid".equals(paymentStatus) ? PaymentState.SUCCEEDED : PaymentState.PENDING;
                case "checkout.session.async_payment_succeeded" -> PaymentState.SUCCEEDED;
                case "checkout.session.async_payment_failed", "payment_intent.payment_failed" -> PaymentState.FAILED;
                case "checkout.session.expired" -> PaymentState.EXPIRED;
                default -> null;
            };
        }

        boolean aboutCharge() {
            return type.equals("charge.succeeded") || type.equals("charge.updated");
        }

        /** Flows that come next: until then a person must know (money.md, States). */
        boolean aboutMoneyBack() {
            return type.startsWith("refund.") || type.startsWith("charge.refund") || type.startsWith("charge.dispute.");
        }
    }
}
