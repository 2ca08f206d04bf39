import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A treasurer of the sample data in a browser that signed in a moment ago, and how her forms prove that they are hers. */
final class SignedIn {

    private static final String TOKEN = "0123456789abcdef";

    private SignedIn() {}

    /** @return her session, for {@link #cookies} */
    static String treasurer(Postgres postgres, String database, String association) throws SQLException {
        String session = "bench-" + UUID.randomUUID();
        postgres.command(database, """
                insert into platform.session (token_hash, person_id, created_at, last_used_at, second_factor_at, address_block)
                select sha256('%s'::bytea), member.person_id, now(), now(), now(), '127.0.0.0/24'
                from association.member join association.association on association.id = association_id
                where slug = '%s' and role = 'TREASURER' limit 1
                """.formatted(session, association));
        return session;
    }

    static String cookies(String session) {
        return "session=" + session + "; csrf=" + TOKEN;
    }

    /** Field {@code _csrf} of a form: the token of the cookie, masked with nothing. */
    static String proof() {
        byte[] token = TOKEN.getBytes(StandardCharsets.US_ASCII);
        byte[] masked = Arrays.copyOf(new byte[token.length], 2 * token.length);
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked).replace("=", "%3D");
    }
}
