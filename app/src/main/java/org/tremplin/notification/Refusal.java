package org.tremplin.notification;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail was not taken, told without the address that a server's own words would hold.
 *
 * @param forGood whether the server said that trying again is of no use (RFC 5321, section 4.2.1: 5yz)
 */
record Refusal(String reason, boolean forGood) {

    private static final int PERMANENT = 500;

    static Refusal of(Throwable failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        causes.add(failure);
        int seen = 0;
        while (!causes.isEmpty() && seen++ < 50) {
            Throwable cause = causes.remove();
            if (cause instanceof SMTPAddressFailedException address) {
                return ofCode("recipient", address.getReturnCode());
            }
            if (cause instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return ofCode("message", send.getReturnCode());
            }
            if (cause instanceof AddressException) {
                return new Refusal("recipient cannot be written to", true);
            }
            if (cause instanceof MailSendException several) {
                causes.addAll(several.getFailedMessages().values());
            }
            if (cause instanceof SendFailedException next && next.getNextException() != null) {
                causes.add(next.getNextException());
            } else if (cause.getCause() != null) {
                causes.add(cause.getCause());
            }
        }
        return new Refusal(failure.getClass().getSimpleName(), false);
    }

    private static Refusal ofCode(String what, int code) {
        return new Refusal(what + " refused with " + code, code >= PERMANENT);
    }
}
