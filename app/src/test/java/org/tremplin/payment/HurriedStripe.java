package org.tremplin.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A Stripe that opens sessions only: it takes so many a second, loses answers, hangs or fails, as it is told. */
public final class HurriedStripe {

    private static final long SECOND = 1_000_000_000L;

    private final HttpServer server;
    private final Map<String, Map<String, Object>> byKey = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
    private final Deque<Long> taken = new ArrayDeque<>();
    private final AtomicInteger held = new AtomicInteger();
    private int perSecond;
    private int refused;
    private String retryAfter;
    private int answersToLose;
    private boolean away;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public HurriedStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "hurried-stripe");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/checkout/sessions", this::answer);
        server.start();
        reset();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public synchronized void reset() {
        byKey.clear();
        byId.clear();
        taken.clear();
        perSecond = Integer.MAX_VALUE;
        refused = 0;
        retryAfter = null;
        answersToLose = 0;
        away = false;
        gate.countDown();
    }

    /** From now on it answers 429 beyond so many new sessions within any second. */
    public synchronized void takes(int sessionsPerSecond) {
        perSecond = sessionsPerSecond;
    }

    /** @param seconds what its refusals ask for */
    public synchronized void asksToWait(String seconds) {
        retryAfter = seconds;
    }

    /** It does what the next so many requests ask for, and the line breaks before the answer. */
    public synchronized void losesAnswers(int times) {
        answersToLose = times;
    }

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    public synchronized void hangs() {
        gate = new CountDownLatch(1);
    }

    public void answersAgain() {
        gate.countDown();
    }

    /** Comes back once so many requests hang. */
    public void awaitHanging(int requests) {
        long end = System.nanoTime() + 30 * SECOND;
        while (held.get() < requests) {
            if (System.nanoTime() > end) {
                throw new AssertionError(held.get() + " requests hang, not " + requests);
            }
            Thread.onSpinWait();
        }
    }

    /** How many requests hang now. */
    public int hanging() {
        return held.get();
    }

    /** How often it said too many. */
    public synchronized int refused() {
        return refused;
    }

    public synchronized void pay(String session) {
        Map<String, Object> paid = byId.get(session);
        paid.put("status", "complete");
        paid.put("payment_status", "paid");
        paid.put("url", null);
    }

    /** Ids of our payments in the order in which their sessions were opened. */
    public synchronized List<UUID> payments() {
        return byKey.values().stream()
                .map(session -> UUID.fromString((String) session.get("client_reference_id")))
                .toList();
    }

    /** Sessions that still take money, as their id and cents. */
    public synchronized Map<String, Long> open() {
        Map<String, Long> open = new LinkedHashMap<>();
        byId.forEach((id, session) -> {
            if ("open".equals(session.get("status"))) {
                open.put(id, (Long) session.get("amount_total"));
            }
        });
        return open;
    }

    /** Ids of all sessions, oldest first. */
    public synchronized List<String> sessions() {
        return new ArrayList<>(byId.keySet());
    }

    private void answer(HttpExchange exchange) throws IOException {
        held.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            held.decrementAndGet();
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/");
        Answer answer = answer(
                exchange.getRequestMethod(),
                path,
                body,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (answer == null) {
            exchange.close();
            return;
        }
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Nothing when the line breaks. */
    private synchronized Answer answer(String method, String[] path, String body, String key) {
        if (away) {
            return error(500, "api_error", "");
        }
        if (path.length > 4) {
            Map<String, Object> session = byId.get(path[4]);
            if (path.length > 5 && "open".equals(session.get("status"))) {
                session.put("status", "expired");
                session.put("url", null);
            }
            return new Answer(200, session, null);
        }
        if (!byKey.containsKey(key)) {
            long now = System.nanoTime();
            while (!taken.isEmpty() && now - taken.peek() > SECOND) {
                taken.remove();
            }
            if (taken.size() >= perSecond) {
                refused++;
                return error(429, "invalid_request_error", "rate_limit");
            }
            taken.add(now);
            open(key, body);
        }
        return answersToLose-- > 0 ? null : new Answer(200, byKey.get(key), null);
    }

    private Answer error(int status, String type, String code) {
        return new Answer(
                status, Map.of("error", Map.of("type", type, "code", code)), status == 429 ? retryAfter : null);
    }

    private void open(String key, String body) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String field : body.split("&")) {
            String[] part = field.split("=", 2);
            asked.put(
                    URLDecoder.decode(part[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(part[1], StandardCharsets.UTF_8));
        }
        Map<String, Object> session = new LinkedHashMap<>();
        String id = "cs_" + (byKey.size() + 1) + "_" + UUID.randomUUID();
        session.put("id", id);
        session.put("object", "checkout.session");
        session.put("status", "open");
        session.put("payment_status", "unpaid");
        session.put("url", "https://checkout.stripe.test/c/" + id);
        session.put("payment_intent", null);
        session.put("client_reference_id", asked.get("client_reference_id"));
        session.put("amount_total", Long.parseLong(asked.get("line_items[0][price_data][unit_amount]")));
        session.put("currency", "eur");
        byKey.put(key, session);
        byId.put(id, session);
    }

    private record Answer(int status, Map<String, Object> body, String retryAfter) {}
}
