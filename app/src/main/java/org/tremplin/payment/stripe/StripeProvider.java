package org.tremplin.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.BalanceTransaction;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.payment.checkout.Word;
import reactor.core.publisher.Mono;

/** Stripe Checkout by redirect: the card number never reaches us. */
final class StripeProvider implements Provider {

    private final StripeClient client;
    private final Instance instance;
    private final Clock clock;
    private final StripeCalls calls;

    StripeProvider(StripeClient client, Instance instance, Clock clock, StripeCalls calls) {
        this.client = client;
        this.instance = instance;
        this.clock = clock;
        this.calls = calls;
    }

    @Override
    public String name() {
        return "stripe";
    }

    /** As after a new start: for tests, which share one provider. */
    void forgetFaults() {
        calls.forgetFaults();
    }

    @Override
    public Mono<Session> open(Payment payment, String key, Checkout.Words words) {
        RequestOptions options = RequestOptions.builder().setIdempotencyKey(key).build();
        SessionCreateParams params = params(payment, words);
        return calls.call(() -> client.v1().checkout().sessions().create(params, options))
                .map(this::session);
    }

    @Override
    public Mono<Session> read(String sessionId) {
        return calls.call(() -> client.v1().checkout().sessions().retrieve(sessionId))
                .map(this::session);
    }

    @Override
    public Mono<Session> expire(String sessionId) {
        // Stripe refuses to expire what is paid or over: then its present state is the answer
        return calls.call(() -> client.v1().checkout().sessions().expire(sessionId))
                .map(this::session)
                .onErrorResume(ProviderRefused.class, over -> read(sessionId));
    }

    @Override
    public Mono<Fee> fee(String balanceTransaction) {
        return calls.call(() -> client.v1().balanceTransactions().retrieve(balanceTransaction))
                .map(StripeProvider::fee);
    }

    private SessionCreateParams params(Payment payment, Checkout.Words words) {
        Map<String, String> metadata = Map.of(
                "instance", instance.id(),
                "payment", payment.id().toString(),
                "donation", payment.subject().toString());
        SessionCreateParams.PaymentIntentData.Builder intent = SessionCreateParams.PaymentIntentData.builder()
                .putAllMetadata(metadata)
                .setDescription(words.description());
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setUiMode(SessionCreateParams.UiMode.HOSTED_PAGE)
                .setSubmitType(SessionCreateParams.SubmitType.DONATE)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setCustomerEmail(words.email())
                .setLocale(
                        "en".equals(words.language()) ? SessionCreateParams.Locale.EN : SessionCreateParams.Locale.FR)
                .setClientReferenceId(payment.id().toString())
                .setSuccessUrl(words.success().toString())
                .setCancelUrl(words.cancel().toString())
                .putAllMetadata(metadata)
                .setPaymentIntentData(intent.build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency(payment.currency().toLowerCase(java.util.Locale.ROOT))
                                .setUnitAmount(payment.cents())
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName(words.description())
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private Session session(com.stripe.model.checkout.Session told) {
        Word word = word(told);
        Instant paidAt = word == Word.PAID ? clock.instant() : null;
        return new Session(told.getId(), word, told.getUrl(), told.getPaymentIntent(), paidAt);
    }

    private static Word word(com.stripe.model.checkout.Session told) {
        if ("paid".equals(told.getPaymentStatus())) {
            return Word.PAID;
        }
        return switch (String.valueOf(told.getStatus())) {
            case "complete" -> Word.PROCESSING;
            case "expired" -> Word.EXPIRED;
            default -> Word.OPEN;
        };
    }

    private static Fee fee(BalanceTransaction told) {
        if (!"eur".equals(told.getCurrency())) {
            throw new IllegalStateException("Fees are booked in euros only, not in " + told.getCurrency());
        }
        return new Fee(told.getFee(), Instant.ofEpochSecond(told.getCreated()));
    }
}
