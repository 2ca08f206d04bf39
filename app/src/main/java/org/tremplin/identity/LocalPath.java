package org.tremplin.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this site, never an address elsewhere. */
final class LocalPath {

    /** Where everybody starts who wished for nothing else. */
    static final String HOME = "/espace";

    private static final String HEXED = "%[0-9A-Fa-f]{2}";

    /** One slash, then neither slash nor backslash, which browsers would read as another host; plain characters only. */
    private static final Pattern LOCAL =
            Pattern.compile("/(?:(?:[A-Za-z0-9._~@+-]|" + HEXED + ")(?:[A-Za-z0-9._~@+/?&=-]|" + HEXED + "){0,298})?");

    private static final Pattern THE_DOOR = Pattern.compile("/(?:en/)?(?:connexion|deconnexion)(?:[/?].*)?");

    private LocalPath() {}

    /** The wish when it is local and not the door itself, else {@link #HOME}. */
    static String of(@Nullable String wished) {
        return wished != null
                        && LOCAL.matcher(wished).matches()
                        && !THE_DOOR.matcher(wished).matches()
                ? wished
                : HOME;
    }
}
