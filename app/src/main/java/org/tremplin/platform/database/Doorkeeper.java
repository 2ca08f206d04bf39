package org.tremplin.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter the embedded server: anyone on this machine in demo, who knows the password derived from the secret
 * elsewhere. When mode or secret changed since the last start, the loopback address is trusted for the moment it takes
 * to set the new password.
 */
final class Doorkeeper {

    private static final String TRUST = "host all all 127.0.0.1/32 trust\n";
    private static final String PASSWORD = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final Path rules;
    private final Path knownFor;
    private final boolean fresh;
    private final @Nullable String password;
    private final String mark;

    Doorkeeper(Path cluster, @Nullable String secret) {
        this.rules = cluster.resolve("pg_hba.conf");
        this.knownFor = cluster.resolve("tremplin_access");
        this.fresh = !Files.exists(cluster.resolve("PG_VERSION"));
        this.password = secret == null ? null : derive(secret);
        this.mark = password == null ? "trust" : fingerprint(password);
    }

    @Nullable
    String password() {
        return password;
    }

    void beforeStart() throws IOException {
        if (!fresh && !known()) {
            Files.writeString(rules, TRUST);
        }
    }

    void afterStart(Statement statement) throws IOException, SQLException {
        if (known()) {
            return;
        }
        if (password != null) {
            // hexadecimal: nothing to escape
            statement.execute("alter user postgres password '" + password + "'");
        }
        Files.writeString(rules, password == null ? TRUST : PASSWORD);
        statement.execute("select pg_reload_conf()");
        Files.writeString(knownFor, mark);
    }

    private boolean known() throws IOException {
        return Files.exists(knownFor) && Files.readString(knownFor).equals(mark);
    }

    private static String derive(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("embedded database".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has HMAC-SHA-256", missing);
        }
    }

    private static String fingerprint(String password) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has SHA-256", missing);
        }
    }
}
