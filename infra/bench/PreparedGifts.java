import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gifts that were begun: rows written in bulk by SQL, as the form would have left them. Each is settled by the provider's
 * event of its session; its fee is found, as at Stripe, by listing the movements of the balance.
 */
final class PreparedGifts implements AutoCloseable {

    private static final int CENTS = 5_000;
    private static final int FEE = CENTS * 3 / 200 + 25;
    private static final int PAGE = 100;

    /** An event of Stripe is some 2.5 kB; what we do not read of it stands here. */
    static final String REST = "\"rest\":\"" + "-".repeat(1_900) + "\"";

    private final HttpServer stripe;
    private final String instance = World.instance();
    /** In the order in which they were paid. */
    private final List<Paid> paid = new ArrayList<>();

    PreparedGifts() throws IOException {
        stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stripe.setExecutor(Executors.newFixedThreadPool(4));
        stripe.createContext("/", this::answer);
        stripe.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + stripe.getAddress().getPort();
    }

    @Override
    public void close() {
        stripe.stop(0);
    }

    /** Copies of one campaign, for gifts that are spread. */
    static List<UUID> campaigns(Postgres postgres, String database, String slug, int count) throws SQLException {
        postgres.command(database, """
                insert into campaign.campaign (id, association_id, slug, state, edition, title, language, goal_cents,
                  minimum_cents, opens_on, closes_on, created_at, published_at)
                select gen_random_uuid(), association_id, 'bench-' || n, state, edition, title, language, goal_cents,
                  minimum_cents, opens_on, closes_on, created_at, published_at
                from campaign.campaign, generate_series(1, %d) n where slug = '%s'""".formatted(count, slug));
        postgres.command(database, """
                insert into campaign.edition (campaign_id, number, plan, published_at, reason, role)
                select copy.id, edition.number, plan, edition.published_at, reason, role
                from campaign.campaign copy, campaign.edition
                join campaign.campaign original on original.id = edition.campaign_id
                where original.slug = '%s' and copy.slug like 'bench-%%'""".formatted(slug));
        return postgres.texts(database, "select id::text from campaign.campaign where slug like 'bench-%'").stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Gifts of one size, on these campaigns in turn. */
    List<Gift> prepare(Postgres postgres, String database, List<UUID> campaigns, int count) throws SQLException {
        List<Gift> gifts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            gifts.add(new Gift(id(), id(), campaigns.get(i % campaigns.size())));
        }
        try (Connection connection = postgres.connect(database)) {
            connection.setAutoCommit(false);
            insert(connection, gifts, """
                    insert into donation.donation (id, campaign_id, association_id, edition, state, cents, currency,
                      language, email, first_name, last_name, public_name, receipt, company, news, objection, covers_fees,
                      token, once_key, payment_id, created_at, changed_at)
                    select gift, campaign, association_id, edition, 'STARTED', %d, 'EUR', 'fr', 'bench@exemple.example',
                      'Banc', 'Essai', false, false, false, false, false, false, 'bench-' || gift, 'bench-' || gift,
                      payment, now(), now()
                    from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as prepared(gift, payment, campaign)
                    join campaign.campaign of on of.id = campaign""");
            insert(connection, gifts, """
                    insert into payment.payment (id, provider, account, state, cents, currency, subject, idempotency_key,
                      session_id, session_url, created_at, changed_at)
                    select payment, 'stripe', '', 'OPEN', %d, 'EUR', gift, 'bench-' || payment, 'cs_' || payment,
                      'https://checkout.example/' || payment, now(), now()
                    from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as prepared(gift, payment, campaign)""");
            connection.commit();
        }
        postgres.command(database, "analyze donation.donation, payment.payment");
        return gifts;
    }

    private static void insert(Connection connection, List<Gift> gifts, String sql) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql.formatted(CENTS))) {
            insert.setArray(1, connection.createArrayOf("uuid", gifts.stream().map(Gift::id).toArray()));
            insert.setArray(2, connection.createArrayOf("uuid", gifts.stream().map(Gift::payment).toArray()));
            insert.setArray(3, connection.createArrayOf("uuid", gifts.stream().map(Gift::campaign).toArray()));
            insert.executeUpdate();
        }
    }

    /** UUIDv7, as the application makes them. */
    private static UUID id() {
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random & 0xfff, 0x8000000000000000L | random >>> 2);
    }

    /** What the provider tells when it is paid. */
    byte[] completed(Gift gift) {
        return event("checkout.session.completed", "\"id\":\"cs_" + gift.payment()
                + "\",\"object\":\"checkout.session\",\"payment_status\":\"paid\",\"status\":\"complete\",\"amount_total\":" + CENTS, gift);
    }

    /** What it tells when the movement of its balance is known; from then on it is in its list. */
    byte[] charged(Gift gift) {
        int number;
        synchronized (paid) {
            number = paid.size();
            paid.add(new Paid(gift, System.currentTimeMillis() / 1000));
        }
        return event("charge.updated", "\"id\":\"ch_" + gift.payment()
                + "\",\"object\":\"charge\",\"status\":\"succeeded\",\"balance_transaction\":\"txn_" + number
                + "\",\"amount\":" + CENTS, gift);
    }

    private byte[] event(String type, String fields, Gift gift) {
        return ("{\"id\":\"evt_" + UUID.randomUUID() + "\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\",\"type\":\""
                        + type + "\",\"created\":" + System.currentTimeMillis() / 1000
                        + ",\"livemode\":false,\"data\":{\"object\":{" + fields + ",\"currency\":\"eur\",\"payment_intent\":\"pi_"
                        + gift.payment() + "\",\"metadata\":" + metadata(gift) + "," + REST + "}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String metadata(Gift gift) {
        return "{\"instance\":\"" + instance + "\",\"payment\":\"" + gift.payment() + "\",\"donation\":\"" + gift.id() + "\"}";
    }

    // -- the little of Stripe that is asked: movements of the balance, in a list or one by one

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String answer = path.equals("/v1/balance_transactions")
                ? list(query(exchange.getRequestURI().getQuery()))
                : path.startsWith("/v1/balance_transactions/")
                        ? movement(Integer.parseInt(path.substring(path.lastIndexOf('_') + 1)))
                        : "{\"error\":{\"type\":\"invalid_request_error\"}}";
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.startsWith("{\"error") ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&")) {
            String[] part = field.split("=", 2);
            fields.put(part[0], part.length == 2 ? part[1] : "");
        }
        return fields;
    }

    /** Newest first, as Stripe lists; after one, or just before one. */
    private String list(Map<String, String> asked) {
        long from = Long.parseLong(asked.getOrDefault("created[gte]", "0"));
        long to = Long.parseLong(asked.getOrDefault("created[lte]", String.valueOf(Long.MAX_VALUE)));
        StringBuilder data = new StringBuilder();
        boolean more = false;
        synchronized (paid) {
            String before = asked.get("ending_before");
            String after = asked.get("starting_after");
            int newest = after != null ? number(after) - 1 : paid.size() - 1;
            if (before != null) {
                newest = Math.min(newest, number(before) + PAGE);
            }
            while (newest >= 0 && paid.get(newest).second() > to) {
                newest--;
            }
            int oldest = before != null ? number(before) + 1 : 0;
            int found = 0;
            for (int at = newest; at >= oldest && paid.get(at).second() >= from; at--) {
                if (found++ == PAGE) {
                    more = true;
                    break;
                }
                data.append(data.isEmpty() ? "" : ",").append(movement(at));
            }
        }
        return "{\"object\":\"list\",\"url\":\"/v1\",\"has_more\":" + more + ",\"data\":[" + data + "]}";
    }

    private static int number(String movement) {
        return Integer.parseInt(movement.substring(movement.lastIndexOf('_') + 1));
    }

    private String movement(int number) {
        Paid of;
        synchronized (paid) {
            of = paid.get(number);
        }
        String charge = "{\"id\":\"ch_" + of.gift().payment() + "\",\"object\":\"charge\",\"amount\":" + CENTS
                + ",\"currency\":\"eur\",\"status\":\"succeeded\",\"created\":" + of.second() + ",\"payment_intent\":\"pi_"
                + of.gift().payment() + "\",\"payment_method_details\":{\"type\":\"card\"},\"metadata\":" + metadata(of.gift()) + "}";
        return "{\"id\":\"txn_" + number + "\",\"object\":\"balance_transaction\",\"amount\":" + CENTS + ",\"fee\":" + FEE
                + ",\"net\":" + (CENTS - FEE) + ",\"currency\":\"eur\",\"type\":\"charge\",\"reporting_category\":\"charge\",\"created\":"
                + of.second() + ",\"source\":" + charge + "}";
    }

    record Gift(UUID id, UUID payment, UUID campaign) {}

    private record Paid(Gift gift, long second) {}
}
