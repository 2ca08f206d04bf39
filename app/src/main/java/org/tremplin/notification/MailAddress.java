package org.tremplin.notification;

import java.util.regex.Pattern;

/** What we take for an e-mail address: careful enough to catch a slip, and nothing a header could be broken with. */
public final class MailAddress {

    /** RFC 5321, section 4.5.3.1: 64 before the @, 254 in all. */
    private static final int LONGEST = 254;

    private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private MailAddress() {}

    /** Blanks around it are not part of it: strip first. */
    public static boolean plausible(String address) {
        return address.length() <= LONGEST && PLAUSIBLE.matcher(address).matches();
    }

    /** Whether the domain can never exist (RFC 2606, section 2): all that a demonstration may write to. */
    static boolean fictional(String address) {
        return address.endsWith(".example") || address.endsWith("@example");
    }
}
