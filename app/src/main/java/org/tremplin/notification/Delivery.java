package org.tremplin.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.TremplinSettings;

/** Whether a mail leaves, is only shown, or is not kept at all. */
@Component
class Delivery {

    private static final String DEMO_SENDER = "Tremplin <ne-pas-repondre@demo.tremplin.example>";

    private final boolean demo;
    private final boolean server;
    private final String sender;

    Delivery(
            TremplinSettings settings,
            MailSettings mail,
            ObjectProvider<JavaMailSender> server,
            @Value("${spring.mail.host:}") String host) {
        this.demo = settings.demo();
        this.server = !host.isBlank() && server.getIfAvailable() != null;
        if (!demo && !this.server) {
            throw new BadSetting(
                    "spring.mail.host",
                    "Outside demo, mails must really leave: the setting spring.mail.host must name a mail server.");
        }
        String from = mail.from() == null ? "" : mail.from().strip();
        if (!demo && from.isEmpty()) {
            throw new BadSetting(
                    "tremplin.mail.from",
                    "The setting tremplin.mail.from is missing: the address that mails are sent from, for example"
                            + " Les Jardins <contact@jardins.example.org>.");
        }
        this.sender = from.isEmpty() ? DEMO_SENDER : from;
    }

    boolean sends(String recipient) {
        return server && (!demo || MailAddress.fictional(recipient));
    }

    /** A demonstration is no place for real addresses: a mail to one is neither sent nor kept. */
    boolean keeps(String recipient) {
        return !demo || MailAddress.fictional(recipient);
    }

    String sender() {
        return sender;
    }
}
