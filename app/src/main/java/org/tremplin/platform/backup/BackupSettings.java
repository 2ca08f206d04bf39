package org.tremplin.platform.backup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param passphrase what backups are encrypted under; unless set, a key derived from the secret */
@ConfigurationProperties("tremplin.backup")
record BackupSettings(@Nullable String passphrase) {}
