package org.tremplin.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A small Stripe that keeps accounts: what is done to it moves its balance, makes events and shows in its API. */
public final class FakeStripe implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Fewer than asked for, so that reading on is exercised. */
    private static final int FEW = 7;

    private final int page;
    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final List<Map<String, Object>> movements = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private int counter;
    private long heldBefore;
    private boolean eventsLost;

    public FakeStripe(Clock clock) {
        this(clock, FEW);
    }

    /** @param page how many it lists at once */
    public FakeStripe(Clock clock, int page) {
        this.clock = clock;
        this.page = page;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** From now on its list of undelivered events is empty: something answered 200 and threw them away. */
    public synchronized void losesEvents() {
        eventsLost = true;
    }

    /** Everything it would have sent, oldest first, as JSON. */
    public synchronized List<String> events() {
        return events.stream().map(JSON::writeValueAsString).toList();
    }

    /** Those after that many. */
    public synchronized List<String> events(int from) {
        return events.subList(from, events.size()).stream()
                .map(JSON::writeValueAsString)
                .toList();
    }

    /** Whether its page still takes money. */
    public synchronized boolean open(String session) {
        return "open".equals(objects.get(session).get("status"));
    }

    /** What was paid, in cents, by our id of the payment. */
    public synchronized Map<String, Long> paid() {
        return objects.values().stream()
                .filter(object -> "paid".equals(object.get("payment_status")))
                .collect(Collectors.toMap(
                        session -> ((Map<?, ?>) session.get("metadata"))
                                .get("payment")
                                .toString(),
                        session -> (Long) session.get("amount_total")));
    }

    /** What the account held before anything that is listed here. */
    public synchronized void heldBefore(long cents) {
        heldBefore = cents;
    }

    public synchronized long balance() {
        return heldBefore
                + movements.stream().mapToLong(move -> (Long) move.get("net")).sum();
    }

    /** Ids of sessions in the order in which they were opened. */
    public synchronized List<String> sessions() {
        return objects.keySet().stream().filter(id -> id.startsWith("cs_")).toList();
    }

    public synchronized void decline(String session) {
        Map<String, Object> intent = intentOf(session);
        intent.put("status", "requires_payment_method");
        event("payment_intent.payment_failed", intent);
    }

    public synchronized String pay(String session) {
        Map<String, Object> opened = objects.get(session);
        Map<String, Object> intent = intentOf(session);
        intent.put("status", "succeeded");
        opened.put("status", "complete");
        opened.put("payment_status", "paid");
        opened.put("url", null);
        Map<String, Object> charge = charge(intent, (Long) opened.get("amount_total"), "card", "succeeded");
        event("charge.succeeded", charge);
        event("checkout.session.completed", opened);
        capture(charge);
        return id(charge);
    }

    /** A direct debit: the money comes in days. */
    public synchronized String process(String session) {
        Map<String, Object> opened = objects.get(session);
        Map<String, Object> intent = intentOf(session);
        intent.put("status", "processing");
        opened.put("status", "complete");
        opened.put("url", null);
        Map<String, Object> charge = charge(intent, (Long) opened.get("amount_total"), "sepa_debit", "pending");
        event("checkout.session.completed", opened);
        return id(charge);
    }

    public synchronized void arrive(String session) {
        Map<String, Object> opened = objects.get(session);
        Map<String, Object> intent = intentOf(session);
        intent.put("status", "succeeded");
        opened.put("payment_status", "paid");
        Map<String, Object> charge = objects.get((String) intent.get("latest_charge"));
        charge.put("status", "succeeded");
        event("charge.succeeded", charge);
        event("checkout.session.async_payment_succeeded", opened);
        capture(charge);
    }

    public synchronized void bounce(String session) {
        Map<String, Object> intent = intentOf(session);
        intent.put("status", "requires_payment_method");
        objects.get((String) intent.get("latest_charge")).put("status", "failed");
        event("checkout.session.async_payment_failed", objects.get(session));
    }

    public synchronized void expire(String session) {
        Map<String, Object> opened = objects.get(session);
        opened.put("status", "expired");
        opened.put("url", null);
        event("checkout.session.expired", opened);
    }

    /** In the dashboard. */
    public synchronized String refund(String charge, long cents) {
        return id(refund(charge, cents, Map.of()));
    }

    public synchronized void sendBack(String refund) {
        Map<String, Object> told = objects.get(refund);
        told.put("status", "failed");
        told.put("failure_reason", "expired_or_canceled_card");
        told.put(
                "failure_balance_transaction",
                id(move("refund_failure", "refund_failure", (Long) told.get("amount"), 0, refund)));
        event("refund.failed", told);
    }

    public synchronized String dispute(String charge, long feeCents, String status) {
        long cents = (Long) objects.get(charge).get("amount");
        Map<String, Object> dispute = object("dp", "dispute");
        dispute.put("amount", cents);
        dispute.put("currency", "eur");
        dispute.put("charge", charge);
        dispute.put("payment_intent", objects.get(charge).get("payment_intent"));
        dispute.put("status", status);
        dispute.put("reason", "general");
        dispute.put("metadata", Map.of());
        List<Object> moved = new ArrayList<>();
        dispute.put("balance_transactions", moved);
        moved.add(move("adjustment", "dispute", -cents, feeCents, id(dispute)));
        event("charge.dispute.created", dispute);
        event("charge.dispute.funds_withdrawn", dispute);
        return id(dispute);
    }

    @SuppressWarnings("unchecked")
    public synchronized void win(String dispute, long feeBackCents) {
        Map<String, Object> told = objects.get(dispute);
        told.put("status", "won");
        ((List<Object>) told.get("balance_transactions"))
                .add(move("adjustment", "dispute_reversal", (Long) told.get("amount"), -feeBackCents, dispute));
        event("charge.dispute.closed", told);
        event("charge.dispute.funds_reinstated", told);
    }

    @SuppressWarnings("unchecked")
    public synchronized void withdrawAgain(String dispute, long feeCents) {
        Map<String, Object> told = objects.get(dispute);
        told.put("status", "under_review");
        ((List<Object>) told.get("balance_transactions"))
                .add(move("adjustment", "dispute", -(Long) told.get("amount"), feeCents, dispute));
        event("charge.dispute.funds_withdrawn", told);
    }

    public synchronized void lose(String dispute) {
        objects.get(dispute).put("status", "lost");
        event("charge.dispute.closed", objects.get(dispute));
    }

    public synchronized void payOut(long cents) {
        Map<String, Object> payout = object("po", "payout");
        payout.put("amount", cents);
        payout.put("currency", "eur");
        move("payout", "payout", -cents, 0, id(payout));
        event("payout.paid", payout);
    }

    /** Somebody else's charge on the same account; of another Tremplin when it has an instance. */
    public synchronized String foreignCharge(long cents, Map<String, String> metadata) {
        Map<String, Object> intent = object("pi", "payment_intent");
        intent.put("metadata", metadata);
        Map<String, Object> charge = charge(intent, cents, "card", "succeeded");
        event("charge.succeeded", charge);
        capture(charge);
        return id(charge);
    }

    /** What Stripe takes for itself. */
    public synchronized void billed(long cents) {
        move("stripe_fee", "fee", -cents, 0, null);
    }

    private Map<String, Object> charge(Map<String, Object> intent, long cents, String method, String status) {
        Map<String, Object> charge = object("ch", "charge");
        charge.put("amount", cents);
        charge.put("currency", "eur");
        charge.put("status", status);
        charge.put("payment_intent", id(intent));
        charge.put("payment_method_details", Map.of("type", method));
        charge.put("metadata", intent.get("metadata"));
        charge.put("balance_transaction", null);
        intent.put("latest_charge", id(charge));
        return charge;
    }

    /** The money is in the balance, and what is kept of it known. */
    private void capture(Map<String, Object> charge) {
        long cents = (Long) charge.get("amount");
        charge.put("balance_transaction", id(move("charge", "charge", cents, cents * 3 / 200 + 25, id(charge))));
        event("charge.updated", charge);
    }

    private Map<String, Object> refund(String charge, long cents, Map<String, String> metadata) {
        Map<String, Object> refund = object("re", "refund");
        refund.put("amount", cents);
        refund.put("currency", "eur");
        refund.put("status", "succeeded");
        refund.put("charge", charge);
        refund.put("payment_intent", objects.get(charge).get("payment_intent"));
        refund.put("metadata", metadata);
        refund.put("balance_transaction", id(move("refund", "refund", -cents, 0, id(refund))));
        refund.put("failure_balance_transaction", null);
        event("refund.created", refund);
        event("charge.refunded", objects.get(charge));
        return refund;
    }

    private Map<String, Object> move(String type, String category, long cents, long fee, String source) {
        Map<String, Object> move = object("txn", "balance_transaction");
        move.put("amount", cents);
        move.put("fee", fee);
        move.put("net", cents - fee);
        move.put("currency", "eur");
        move.put("type", type);
        move.put("reporting_category", category);
        move.put("source", source);
        movements.add(move);
        return move;
    }

    private void event(String type, Map<String, Object> object) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", "evt_" + ++counter + "_" + System.identityHashCode(this));
        event.put("object", "event");
        event.put("api_version", "2026-07-29.dahlia");
        event.put("type", type);
        event.put("created", clock.instant().getEpochSecond());
        event.put("livemode", false);
        event.put("data", Map.of("object", new LinkedHashMap<>(object)));
        events.add(event);
    }

    private Map<String, Object> object(String prefix, String kind) {
        Map<String, Object> object = new LinkedHashMap<>();
        String id = prefix + "_" + ++counter + "_" + System.identityHashCode(this);
        object.put("id", id);
        object.put("object", kind);
        object.put("created", clock.instant().getEpochSecond());
        objects.put(id, object);
        return object;
    }

    private Map<String, Object> intentOf(String session) {
        Map<String, Object> opened = objects.get(session);
        if (opened.get("payment_intent") == null) {
            Map<String, Object> intent = object("pi", "payment_intent");
            intent.put("metadata", opened.get("metadata"));
            opened.put("payment_intent", id(intent));
        }
        return objects.get((String) opened.get("payment_intent"));
    }

    private static String id(Map<String, Object> object) {
        return (String) object.get("id");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        asked.putAll(fields(body));
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Object answer;
        synchronized (this) {
            answer = answer(exchange.getRequestMethod(), path.split("/"), asked, String.valueOf(key));
        }
        byte[] bytes = JSON.writeValueAsBytes(
                answer == null ? Map.of("error", Map.of("type", "invalid_request_error", "code", path)) : answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** @param path with an empty part first, then v1 */
    private Object answer(String method, String[] path, Map<String, String> asked, String key) {
        String last = path[path.length - 1];
        boolean post = method.equals("POST");
        return switch (path[2]) {
            case "checkout" -> post && last.equals("sessions") ? open(asked, key) : session(path[4], last);
            case "balance" -> Map.of("available", sums(0), "pending", sums(balance()));
            case "balance_transactions" ->
                last.equals(path[2])
                        ? list(movements.stream().map(this::withSource).toList(), asked)
                        : objects.get(last);
            case "events" -> list(eventsLost ? List.of() : events, asked);
            case "refunds" ->
                post
                        ? shown(objects.get(byKey.computeIfAbsent(
                                key,
                                first -> id(refund(
                                        (String) objects.get(asked.get("payment_intent"))
                                                .get("latest_charge"),
                                        Long.parseLong(asked.get("amount")),
                                        metadata(asked, "metadata"))))))
                        : last.equals("refunds") ? refunds(asked) : shown(objects.get(last));
            case "disputes" -> shown(objects.get(last));
            default -> null;
        };
    }

    private Object open(Map<String, String> asked, String key) {
        String id = byKey.computeIfAbsent(key, first -> {
            Map<String, Object> session = object("cs", "checkout.session");
            session.put("amount_total", Long.parseLong(asked.get("line_items[0][price_data][unit_amount]")));
            session.put("currency", "eur");
            session.put("status", "open");
            session.put("payment_status", "unpaid");
            session.put("url", "https://checkout.stripe.test/c/" + id(session));
            session.put("payment_intent", null);
            session.put("metadata", metadata(asked, "metadata"));
            return id(session);
        });
        return objects.get(id);
    }

    private Object session(String id, String last) {
        Map<String, Object> session = objects.get(id);
        if (last.equals("expire") && "open".equals(session.get("status"))) {
            expire(id);
        }
        Map<String, Object> shown = new LinkedHashMap<>(session);
        String intent = (String) session.get("payment_intent");
        if (intent != null) {
            Map<String, Object> whole = new LinkedHashMap<>(objects.get(intent));
            whole.computeIfPresent("latest_charge", (name, charge) -> objects.get((String) charge));
            shown.put("payment_intent", whole);
        }
        return shown;
    }

    private Object refunds(Map<String, String> asked) {
        return list(
                objects.values().stream()
                        .filter(object -> "refund".equals(object.get("object")))
                        .filter(refund -> refund.get("charge").equals(asked.get("charge"))
                                || refund.get("payment_intent").equals(asked.get("payment_intent")))
                        .map(this::shown)
                        .toList(),
                asked);
    }

    /** With its charge and its movements, as we ask for them. */
    private Map<String, Object> shown(Map<String, Object> object) {
        if (object == null) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>(object);
        for (String part : List.of("charge", "balance_transaction", "failure_balance_transaction")) {
            shown.computeIfPresent(part, (name, id) -> objects.get((String) id));
        }
        return shown;
    }

    private Map<String, Object> withSource(Map<String, Object> move) {
        Map<String, Object> shown = new LinkedHashMap<>(move);
        shown.computeIfPresent("source", (name, id) -> objects.get((String) id));
        return shown;
    }

    /** Newest first. */
    private Object list(List<Map<String, Object>> all, Map<String, String> asked) {
        List<Map<String, Object>> found = new ArrayList<>(all.stream()
                .filter(object -> created(object) >= Long.parseLong(asked.getOrDefault("created[gte]", "0")))
                .filter(object -> created(object)
                        <= Long.parseLong(asked.getOrDefault("created[lte]", String.valueOf(Long.MAX_VALUE))))
                .toList());
        java.util.Collections.reverse(found);
        String after = asked.get("starting_after");
        int from = 0;
        while (after != null && from < found.size() && !id(found.get(from++)).equals(after)) {
            // up to the one the page before ended with
        }
        int to = Math.min(found.size(), from + page);
        return Map.of("object", "list", "url", "/v1", "has_more", to < found.size(), "data", found.subList(from, to));
    }

    private static long created(Map<String, Object> object) {
        return (Long) object.get("created");
    }

    private static List<Map<String, Object>> sums(long cents) {
        return List.of(Map.of("amount", cents, "currency", "eur"));
    }

    private static Map<String, String> metadata(Map<String, String> asked, String name) {
        return asked.entrySet().stream()
                .filter(field -> field.getKey().startsWith(name + "["))
                .collect(Collectors.toMap(
                        field -> field.getKey()
                                .substring(name.length() + 1, field.getKey().length() - 1),
                        Map.Entry::getValue));
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (query != null) {
            for (String field : query.split("&")) {
                String[] part = field.split("=", 2);
                if (part.length == 2) {
                    fields.put(decoded(part[0]), decoded(part[1]));
                }
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
