package org.tremplin.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
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
    private final Seal seal;

    Carrier(ObjectProvider<JavaMailSender> server, Delivery delivery, MailTemplates templates, Seal seal) {
        this.server = server;
        this.delivery = delivery;
        this.templates = templates;
        this.seal = seal;
    }

    RenderedMail read(StoredMail mail) {
        byte[] sealed = mail.sealedValues();
        if (sealed == null) {
            throw new IllegalStateException("The mail was emptied");
        }
        return templates.render(mail.template(), mail.language(), seal.open(mail.id(), sealed));
    }

    void carry(StoredMail mail) throws MessagingException {
        JavaMailSender sender = server.getObject();
        sender.send(message(sender, mail, read(mail)));
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
