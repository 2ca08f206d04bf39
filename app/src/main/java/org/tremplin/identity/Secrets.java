package org.tremplin.identity;

import org.tremplin.platform.security.Tokens;

/**
 * What proves a wish to sign in.
 *
 * @param token in the mailed link
 * @param code six digits in the same mail, for the browser that asked
 * @param browser in the cookie of that browser
 */
record Secrets(String token, String code, String browser) {

    static Secrets fresh() {
        return new Secrets(Tokens.random(), Tokens.code(), Tokens.random());
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
