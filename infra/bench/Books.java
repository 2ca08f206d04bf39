import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tremplin.payment.FakeStripe;

/** What must hold once everything that was begun is done: nothing lost, nothing doubled, every sum equal to its parts. */
final class Books {

    static final String SETTLED = "select count(*) from donation.donation where state = 'SETTLED'";
    static final String HELD = "select sum(cents)::bigint from ledger.entry where account = '5115'";
    private static final Pattern RECEIVED = Pattern.compile("\"received\":\"€([0-9,]+)(?:\\.([0-9]{2}))?\"");

    private final Postgres postgres;
    private final String database;
    private final Application application;
    private final FakeStripe stripe;
    private final Donors donors;
    private final Courier courier;
    private final long settledBefore;
    private final List<String> wrong = new ArrayList<>();

    Books(
            Postgres postgres, String database, Application application, FakeStripe stripe, Donors donors,
            Courier courier, long settledBefore) {
        this.postgres = postgres;
        this.database = database;
        this.application = application;
        this.stripe = stripe;
        this.donors = donors;
        this.courier = courier;
        this.settledBefore = settledBefore;
    }

    /** Lets pump and sweep run until nothing is left, then looks. */
    List<String> settleAndCheck(Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        boolean swept = false;
        while (System.nanoTime() < end && !(swept && !World.waits(postgres, database))) {
            // refused while the turn of one that was killed in its sweep is not over
            swept = swept || !World.waits(postgres, database) && application.command("sweep") == 0;
            Thread.sleep(1_000);
        }
        if (!swept) {
            wrong.add("the sweep found no peace in " + patience.toSeconds() + " s, see " + application.log());
        }
        nothing("deliveries left", "select handler || ' ' || state || ' ' || count(*) from platform.delivery"
                + " where state <> 'DONE' group by handler, state");
        eventsAreStored();
        paymentsAreSettledOnce();
        ledgerAddsUp();
        publicTotal();
        return wrong;
    }

    /** Every event that was answered with 2xx is there, in its own bytes. */
    private void eventsAreStored() throws Exception {
        Map<String, String> stored = new HashMap<>();
        try (Connection connection = postgres.connect(database);
                PreparedStatement query = connection.prepareStatement(
                        "select event_id, encode(sha256(payload), 'hex') from payment.provider_event");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                stored.put(row.getString(1), row.getString(2));
            }
        }
        for (Map.Entry<String, byte[]> event : courier.answered.entrySet()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(event.getValue());
            if (!HexFormat.of().formatHex(hash).equals(stored.get(event.getKey()))) {
                wrong.add("event " + event.getKey() + " was answered and is not stored as it came");
            }
        }
    }

    private void paymentsAreSettledOnce() throws Exception {
        Map<String, Long> paid = stripe.paid();
        Map<String, Long> settled = new HashMap<>();
        try (Connection connection = postgres.connect(database);
                PreparedStatement query = connection.prepareStatement("""
                        select donation.settled_by::text, donation.cents from donation.donation
                        join payment.payment on payment.id = donation.settled_by
                        where donation.state = 'SETTLED' and payment.provider = 'stripe'""");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                settled.merge(row.getString(1), row.getLong(2), Long::sum);
            }
        }
        Stream.concat(paid.keySet().stream(), settled.keySet().stream()).distinct().forEach(payment -> {
            if (!paid.getOrDefault(payment, 0L).equals(settled.getOrDefault(payment, 0L))) {
                wrong.add("payment " + payment + ": the provider took " + paid.get(payment) + ", settled are "
                        + settled.get(payment));
            }
        });
        equal("gifts settled", paid.size(), postgres.number(database, SETTLED) - settledBefore);
        donors.sessions.forEach((key, sessions) -> {
            if (sessions.size() > 1) {
                wrong.add("form " + key + " led to " + sessions);
            }
        });
        nothing("forms with several gifts", "select once_key from donation.donation where once_key like 'donor-%'"
                + " group by once_key having count(*) > 1");
        nothing("settled gifts without exactly one thank-you", """
                select gift.id::text || ' ' || count(mail.id) from donation.donation gift
                left join notification.mail on about = gift.id::text and kind = 'donation.thanks'
                where gift.state = 'SETTLED' and gift.email like 'donor-%' group by gift.id having count(mail.id) <> 1""");
        nothing("settled gifts without exactly one leaf", """
                select gift.id::text || ' ' || count(leaf.seq) from donation.donation gift
                left join transparency.leaf on source_id = gift.id and convert_from(bytes, 'UTF8') like '%"kind":"gift"%'
                where gift.state = 'SETTLED' and gift.email like 'donor-%' group by gift.id having count(leaf.seq) <> 1""");
    }

    private void ledgerAddsUp() throws Exception {
        nothing("unbalanced transactions", "select transaction_id::text from ledger.entry"
                + " group by transaction_id, currency having sum(cents) <> 0");
        nothing("totals that differ from their entries", """
                select kept::text from (
                  select association_id, campaign_id, budget_line_id, account, currency, cents from ledger.total) kept
                full join (
                  select association_id, campaign_id, budget_line_id, account, currency, sum(cents) as cents
                  from ledger.entry join ledger.transaction on transaction.id = entry.transaction_id
                  group by 1, 2, 3, 4, 5) counted
                on (kept.association_id, kept.account, kept.currency) = (counted.association_id, counted.account, counted.currency)
                  and kept.campaign_id is not distinct from counted.campaign_id
                  and kept.budget_line_id is not distinct from counted.budget_line_id
                where coalesce(kept.cents, 0) <> coalesce(counted.cents, 0)""");
        equal("account 5115 and the provider's balance", stripe.balance(), postgres.number(database, HELD));
        nothing("journals with a gap", """
                select journal.campaign::text from transparency.journal left join transparency.leaf using (campaign)
                group by journal.campaign, next_seq having count(seq) <> next_seq or coalesce(max(seq), -1) <> next_seq - 1""");
    }

    /** The stream of the page says what the page shows. */
    private void publicTotal() throws Exception {
        long booked = postgres.number(database, "select received_cents from ledger.campaign_total where campaign_id ="
                + " (select id from campaign.campaign where slug = '" + World.campaign(postgres, database) + "')");
        long shown = -1;
        for (int tries = 0; shown != booked && tries < 20; tries++) {
            Thread.sleep(500);
            HttpRequest stream = HttpRequest.newBuilder(java.net.URI.create(donors.page() + "/direct"))
                    .header("Accept", "text/event-stream")
                    .build();
            try (Stream<String> lines = HttpClient.newHttpClient()
                    .send(stream, HttpResponse.BodyHandlers.ofLines())
                    .body()) {
                String first = lines.filter(line -> line.startsWith("data:")).findFirst().orElse("");
                Matcher received = RECEIVED.matcher(first);
                shown = received.find()
                        ? Long.parseLong(received.group(1).replace(",", "")) * 100
                                + (received.group(2) == null ? 0 : Long.parseLong(received.group(2)))
                        : -1;
            }
        }
        equal("the public page and the ledger", booked, shown);
    }

    private void nothing(String what, String sql) throws Exception {
        List<String> rows = postgres.texts(database, sql);
        if (!rows.isEmpty()) {
            wrong.add(what + ": " + rows.size() + ", such as " + rows.subList(0, Math.min(5, rows.size())));
        }
    }

    private void equal(String what, long expected, long found) {
        if (expected != found) {
            wrong.add(what + ": expected " + expected + ", found " + found);
        }
    }
}
