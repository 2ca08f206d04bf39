package org.tremplin.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tremplin.platform.command.Check;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Finding;

/** The mail server answers and knows us; no mail is sent. */
@CommandPart
@Order(30)
class MailCheck implements Check {

    private final Environment environment;

    MailCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<Finding> look() {
        boolean demo = "demo".equalsIgnoreCase(environment.getProperty("tremplin.mode", "demo"));
        MailProperties mail = Binder.get(environment).bindOrCreate("spring.mail", MailProperties.class);
        if (mail.getHost() == null || mail.getHost().isBlank()) {
            return List.of(demo ? Finding.good("doctor.mail-demo") : Finding.bad("doctor.mail-none"));
        }
        if (!demo && environment.getProperty("tremplin.mail.from", "").isBlank()) {
            return List.of(Finding.bad("doctor.mail-from"));
        }
        String server = mail.getHost() + (mail.getPort() == null ? "" : ":" + mail.getPort());
        try {
            sender(mail).testConnection();
            return List.of(Finding.good("doctor.mail", server));
        } catch (AuthenticationFailedException refused) {
            return List.of(Finding.bad("doctor.mail-refused", server));
        } catch (MessagingException failure) {
            return List.of(Finding.bad("doctor.mail-unreachable", server, String.valueOf(failure.getMessage())));
        }
    }

    /** As the application makes it from the same settings. */
    private static JavaMailSenderImpl sender(MailProperties mail) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(mail.getHost());
        if (mail.getPort() != null) {
            sender.setPort(mail.getPort());
        }
        sender.setUsername(mail.getUsername());
        sender.setPassword(mail.getPassword());
        sender.setProtocol(mail.getProtocol());
        for (Map.Entry<String, String> property : mail.getProperties().entrySet()) {
            sender.getJavaMailProperties().setProperty(property.getKey(), property.getValue());
        }
        return sender;
    }
}
