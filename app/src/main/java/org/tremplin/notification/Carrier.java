package org.tremplin.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one mail to the mail server. Blocks: only the {@link Postman} calls it, on its own threads. */
@Component
class Carrier {

    private final ObjectProvider<JavaMailSender> server;
    private final Delivery delivery;
    private final MailTemplates templates;

    Carrier(ObjectProvider<JavaMailSender> server, Delivery delivery, MailTemplates templates) {
        this.server = server;
        this.delivery = delivery;
        this.templates = templates;
    }

    /** @param values finished ones, of {@link Enclosures} */
    RenderedMail read(StoredMail mail, Map<String, Object> values) {
        return templates.render(mail.template(), mail.language(), values);
    }

    void carry(StoredMail mail, Map<String, Object> values) throws MessagingException {
        JavaMailSender sender = server.getObject();
        sender.send(message(sender, mail, read(mail, values)));
    }

    private MimeMessage message(JavaMailSender sender, StoredMail mail, RenderedMail rendered)
            throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        InternetAddress from = new InternetAddress(delivery.sender(), true);
        helper.setFrom(from);
        helper.setTo(new InternetAddress(mail.recipient(), true));
        helper.setSubject(rendered.subject());
        helper.setText(rendered.text(), rendered.html());
        // the same mail carries the same id if a crash makes us send it again: most servers then show it once
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        message.setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
        if (rendered.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + rendered.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().code());
        return message;
    }
}
