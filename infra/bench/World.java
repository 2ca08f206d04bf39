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
