package org.tremplin.platform.database;

import org.springframework.stereotype.Component;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.TremplinSettings;

/** Keeps real money away from the secret of a demonstration: it lies open in the data folder, and in its copies. */
@Component
class DemoSecretGuard {

    DemoSecretGuard(TremplinSettings settings) {
        if (!settings.demo() && settings.secret().equals(Secret.kept(settings.dataDir()))) {
            throw new BadSetting(
                    "tremplin.secret",
                    "The setting tremplin.secret holds the secret of the demonstration in "
                            + settings.dataDir()
                            + ": outside demo it must be another one, for example of openssl rand -hex 32.");
        }
    }
}
