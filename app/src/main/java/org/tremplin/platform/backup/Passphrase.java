package org.tremplin.platform.backup;

import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.Secret;
import org.tremplin.platform.security.Keys;

/** What backups are encrypted under, and by which secret their sealed keys can be opened. */
@CommandPart
@EnableConfigurationProperties(BackupSettings.class)
class Passphrase {

    private static final int SHORTEST = 12;
    private static final int MARK = 8;
    private static final String FILE = "backup";
    private static final String WHICH = "backup: which secret";

    private final BackupSettings settings;
    private final Keys keys;
    private final boolean secretOfFolder;

    Passphrase(BackupSettings settings, Keys keys, ConfigurableEnvironment environment) {
        this.settings = settings;
        this.keys = keys;
        this.secretOfFolder = Secret.ofFolder(environment);
    }

    /** @throws Refused where it could only come from a secret that is lost together with the data folder */
    char[] value() {
        String set = settings.passphrase();
        if (set != null && !set.isBlank()) {
            if (set.strip().length() < SHORTEST) {
                throw new Refused("backup.short-passphrase", SHORTEST);
            }
            return set.strip().toCharArray();
        }
        if (secretOfFolder) {
            throw new Refused("backup.passphrase-needed");
        }
        return words(keys.derive(FILE));
    }

    /** That of the secret before this one, where it is still known and no passphrase is set. */
    Optional<char[]> previous() {
        String set = settings.passphrase();
        return set != null && !set.isBlank() || secretOfFolder
                ? Optional.empty()
                : keys.derivePrevious(FILE).map(Passphrase::words);
    }

    private static char[] words(byte[] key) {
        return HexFormat.of().formatHex(key).toCharArray();
    }

    /** Whether the secret lies in the data folder, so that a backup has to hold it. */
    boolean secretOfFolder() {
        return secretOfFolder;
    }

    /** Tells one secret from another, and nothing of either. */
    String markOfSecret() {
        return mark(keys.derive(WHICH));
    }

    /** Whether what was sealed under the secret of this mark can be opened: the present one, or the one before it. */
    boolean opensSealsOf(String mark) {
        return mark.equals(markOfSecret())
                || keys.derivePrevious(WHICH)
                        .map(Passphrase::mark)
                        .filter(mark::equals)
                        .isPresent();
    }

    private static String mark(byte[] key) {
        return HexFormat.of().formatHex(key, 0, MARK);
    }
}
