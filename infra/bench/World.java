import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A database with the sample data, so with campaigns that can be given to. */
final class World {

    static final String DATABASE = "world";

    private World() {}

    /** Lets the application tell its sample data once; others copy this database. */
    static void make(Postgres postgres, Path jar, Path work) throws Exception {
        postgres.command("postgres", "create database " + DATABASE);
        try (Application teller = new Application(jar, work, "sample-data", postgres.port, DATABASE)) {
            teller.start();
            // the story is told before the application is ready; the pump may still have some of it
            for (int tries = 0; waits(postgres, DATABASE); tries++) {
                if (tries > 240) {
                    throw new IOException("The sample data still waits for the pump");
                }
                Thread.sleep(500);
            }
        }
    }

    static void copy(Postgres postgres, String name) throws SQLException {
        postgres.command("postgres", "create database " + name + " template " + DATABASE);
    }

    /** Copies of the sample's campaigns, {@code projet-1} and on, with other names, places, causes and days. */
    static void multiply(Postgres postgres, String database, int campaigns) throws SQLException {
        postgres.command(database, """
                create temporary table made as
                select gen_random_uuid() as id, number, source.id as source
                from generate_series(1, %d) number
                join (select id, row_number() over (order by slug) as place, count(*) over () as all_of_them
                  from campaign.public_campaign) source on source.place = 1 + number %% source.all_of_them;
                insert into campaign.campaign (id, association_id, slug, state, edition, title, lead, cause, city,
                  department, language, cover, cover_alt, goal_cents, minimum_cents, opens_on, closes_on, search,
                  created_at, published_at, closed_at)
                select made.id, association_id, 'projet-' || number, state, 1,
                  title || ' ' || number, lead, (array['sport', 'culture', 'environnement', 'sante'])[1 + number %% 4],
                  (array['Valmorin', 'Lyon 8e', 'Nantes', 'Saint-Denis'])[1 + number %% 4],
                  (array['69', '69', '44', '93'])[1 + number %% 4], language, null, '', goal_cents, minimum_cents,
                  opens_on, closes_on, search || to_tsvector('public.fr_plain', 'projet ' || number),
                  created_at, published_at + number * interval '1 second', closed_at
                from made join campaign.campaign source on source.id = made.source;
                insert into campaign.edition (campaign_id, number, plan, published_at, reason, role)
                select made.id, 1, edition.plan, edition.published_at, edition.reason, edition.role
                from made join campaign.campaign source on source.id = made.source
                join campaign.edition edition on edition.campaign_id = source.id and edition.number = source.edition;
                analyze
                """.formatted(campaigns));
    }

    /** Whether something is left for the pump; asked often, so it must cost little beside what is measured. */
    static boolean waits(Postgres postgres, String database) throws SQLException {
        // in the order of its index: the table itself is full of what is done
        return postgres.text(
                        database,
                        "select handler from platform.delivery where state = 'WAITING' order by handler, event_id limit 1")
                != null;
    }

    /** A campaign that takes gifts, by its address. */
    static String campaign(Postgres postgres, String database) throws SQLException {
        return postgres.text(database, """
                select slug from campaign.public_campaign
                where state = 'PUBLISHED' and (closes_on is null or closes_on > current_date) order by slug limit 1
                """);
    }

    /** How the application names itself in what it sends to the provider (HKDF of its secret). */
    static String instance() {
        byte[] root = hmac(new byte[32], Application.SECRET.getBytes(StandardCharsets.UTF_8));
        byte[] name = "instance".getBytes(StandardCharsets.UTF_8);
        byte[] info = Arrays.copyOf(name, name.length + 1);
        info[name.length] = 1;
        return HexFormat.of().formatHex(hmac(root, info), 0, 8);
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
