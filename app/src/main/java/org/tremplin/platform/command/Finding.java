package org.tremplin.platform.command;

/**
 * One line of what was looked at.
 *
 * @param key of a text that says what is found and, unless all is well, what to do
 */
public record Finding(Level level, String key, Object... arguments) {

    /** How bad it is. */
    public enum Level {
        GOOD("✔"),
        WARNING("⚠"),
        BAD("✖");

        private final String sign;

        Level(String sign) {
            this.sign = sign;
        }
    }

    public static Finding good(String key, Object... arguments) {
        return new Finding(Level.GOOD, key, arguments);
    }

    public static Finding warning(String key, Object... arguments) {
        return new Finding(Level.WARNING, key, arguments);
    }

    public static Finding bad(String key, Object... arguments) {
        return new Finding(Level.BAD, key, arguments);
    }

    public boolean isBad() {
        return level == Level.BAD;
    }

    public void tell(Console console) {
        console.line(level.sign + " " + console.text(key, arguments));
    }
}
