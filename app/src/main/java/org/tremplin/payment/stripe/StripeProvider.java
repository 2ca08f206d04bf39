package org.tremplin.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Account;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.PaymentIntent;
import com.stripe.net.ApiResource;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.RefundRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.payment.checkout.Word;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stripe Checkout by redirect: the card number never reaches us. */
final class StripeProvider implements Provider {

    /** When a session was paid is only said by its charge; it comes in the same answer. */
    private static final SessionRetrieveParams WITH_CHARGE = SessionRetrieveParams.builder()
            .addExpand("payment_intent.latest_charge")
            .build();

    private static final long PAGE = 100;

    private final StripeClient client;
    private final Instance instance;
    private final StripeCalls calls;

    StripeProvider(StripeClient client, Instance instance, StripeCalls calls) {
        this.client = client;
        this.instance = instance;
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
    public Mono<Ready> ready() {
        return calls.call(() -> client.v1().accounts().retrieveCurrent()).map(StripeProvider::ready);
    }

    @Override
    public Mono<Session> open(Payment payment, String key, Checkout.Words words) {
        RequestOptions options = RequestOptions.builder().setIdempotencyKey(key).build();
        SessionCreateParams params = params(payment, words);
        return calls.call(() -> client.v1().checkout().sessions().create(params, options))
                .map(StripeProvider::session);
    }

    @Override
    public Mono<Session> read(String sessionId) {
        return calls.call(() -> client.v1().checkout().sessions().retrieve(sessionId, WITH_CHARGE))
                .map(StripeProvider::session);
    }

    @Override
    public Mono<Session> expire(String sessionId) {
        // Stripe refuses to expire what is paid or over: then its present state is the answer
        return calls.call(() -> client.v1().checkout().sessions().expire(sessionId))
                .map(StripeProvider::session)
                .onErrorResume(ProviderRefused.class, over -> read(sessionId));
    }

    @Override
    public Mono<Fee> fee(String balanceTransaction) {
        return calls.call(() -> client.v1().balanceTransactions().retrieve(balanceTransaction))
                .map(StripeProvider::fee);
    }

    @Override
    public Mono<ToldRefund> refund(Payment payment, UUID refund, long cents, String key) {
        RequestOptions options = RequestOptions.builder().setIdempotencyKey(key).build();
        RefundCreateParams params = RefundCreateParams.builder()
                // always the intent: another way to name the same charge would be another request under the same key
                .setPaymentIntent(Objects.requireNonNull(payment.intentId(), "A paid session has an intent"))
                .setAmount(cents)
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata("instance", instance.id())
                .putMetadata("payment", payment.id().toString())
                .putMetadata("refund", refund.toString())
                .addAllExpand(StripeReturns.WITH_REFUND)
                .build();
        return calls.call(() -> client.v1().refunds().create(params, options)).map(StripeReturns::refund);
    }

    @Override
    public Mono<ToldRefund> readRefund(String refundId) {
        RefundRetrieveParams params = RefundRetrieveParams.builder()
                .addAllExpand(StripeReturns.WITH_REFUND)
                .build();
        return calls.call(() -> client.v1().refunds().retrieve(refundId, params))
                .map(StripeReturns::refund);
    }

    @Override
    public Flux<ToldRefund> refundsOf(String charge) {
        RefundListParams.Builder params = RefundListParams.builder().setLimit(PAGE);
        StripeReturns.WITH_REFUND.forEach(object -> params.addExpand("data." + object));
        RefundListParams of =
                (charge.startsWith("pi_") ? params.setPaymentIntent(charge) : params.setCharge(charge)).build();
        return calls.call(() -> {
                    List<ToldRefund> all = new ArrayList<>();
                    client.v1()
                            .refunds()
                            .list(of)
                            .autoPagingIterable()
                            .forEach(told -> all.add(StripeReturns.refund(told)));
                    return all;
                })
                .flatMapIterable(all -> all);
    }

    @Override
    public Mono<ToldDispute> readDispute(String disputeId) {
        DisputeRetrieveParams params = DisputeRetrieveParams.builder()
                .addAllExpand(StripeReturns.WITH_DISPUTE)
                .build();
        return calls.call(() -> client.v1().disputes().retrieve(disputeId, params))
                .map(StripeReturns::dispute);
    }

    @Override
    public Mono<Page<Moved>> movements(Instant since, Instant until, @Nullable String after) {
        return raw(StripeLists.movementsPath(since, until, after)).map(StripeLists::movements);
    }

    @Override
    public Mono<Page<byte[]>> undeliveredEvents(Instant since, @Nullable String after) {
        return raw(StripeLists.undeliveredPath(since, after)).map(StripeLists::events);
    }

    @Override
    public Mono<Long> balance() {
        return raw("/v1/balance").map(StripeLists::balance);
    }

    private Mono<String> raw(String path) {
        return calls.call(() ->
                client.rawRequest(ApiResource.RequestMethod.GET, path, null).body());
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
                .addPaymentMethodType(
                        words.debit()
                                ? SessionCreateParams.PaymentMethodType.SEPA_DEBIT
                                : SessionCreateParams.PaymentMethodType.CARD)
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
                                .setCurrency(payment.currency().toLowerCase(Locale.ROOT))
                                .setUnitAmount(payment.cents())
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName(words.description())
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private static Ready ready(Account told) {
        boolean charges = !Boolean.FALSE.equals(told.getChargesEnabled());
        Account.Capabilities may = told.getCapabilities();
        return new Ready(charges, charges && may != null && "active".equals(may.getSepaDebitPayments()));
    }

    private static Session session(com.stripe.model.checkout.Session told) {
        Word word = word(told);
        Long total = told.getAmountTotal();
        String currency = told.getCurrency();
        PaymentIntent intent = told.getPaymentIntentObject();
        return new Session(
                told.getId(),
                word,
                told.getUrl(),
                told.getPaymentIntent(),
                word == Word.PAID && intent != null ? StripeReturns.paidAt(intent.getLatestChargeObject()) : null,
                total == null || currency == null ? null : StripeReturns.money(total, currency));
    }

    private static Word word(com.stripe.model.checkout.Session told) {
        if ("paid".equals(told.getPaymentStatus())) {
            return Word.PAID;
        }
        return switch (String.valueOf(told.getStatus())) {
            case "complete" -> failed(told.getPaymentIntentObject()) ? Word.BOUNCED : Word.PROCESSING;
            case "expired" -> Word.EXPIRED;
            default -> Word.OPEN;
        };
    }

    /** A delayed payment that failed: its intent waits for another means, which nobody will give. */
    private static boolean failed(@Nullable PaymentIntent intent) {
        String status = intent == null ? null : intent.getStatus();
        return "requires_payment_method".equals(status) || "canceled".equals(status);
    }

    private static Fee fee(BalanceTransaction told) {
        if (!"eur".equals(told.getCurrency())) {
            throw new IllegalStateException("Fees are booked in euros only, not in " + told.getCurrency());
        }
        return new Fee(told.getFee(), Instant.ofEpochSecond(told.getCreated()));
    }
}
