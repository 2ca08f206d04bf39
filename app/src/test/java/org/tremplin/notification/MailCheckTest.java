package org.tremplin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.tremplin.platform.command.Finding;

class MailCheckTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("tremplin.mode", "single")
            .withProperty("tremplin.mail.from", "dons@example.org");

    @Test
    void entersTheServerWithoutSendingAnything() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            server.setUser("me", "word");
            environment
                    .withProperty("spring.mail.host", "127.0.0.1")
                    .withProperty(
                            "spring.mail.port", String.valueOf(server.getSmtp().getPort()))
                    .withProperty("spring.mail.properties.mail.smtp.auth", "true")
                    .withProperty("spring.mail.username", "me")
                    .withProperty("spring.mail.password", "word");
            assertThat(keys()).containsExactly("doctor.mail");
            environment.setProperty("spring.mail.password", "other");
            assertThat(keys()).containsExactly("doctor.mail-refused");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(keys()).containsExactly("doctor.mail-none");
        environment.withProperty("spring.mail.host", "127.0.0.1").withProperty("spring.mail.port", "1");
        assertThat(keys()).containsExactly("doctor.mail-unreachable");
        environment.setProperty("tremplin.mail.from", "");
        assertThat(keys()).containsExactly("doctor.mail-from");
        environment.setProperty("spring.mail.host", "");
        environment.setProperty("tremplin.mode", "demo");
        assertThat(keys()).containsExactly("doctor.mail-demo");
    }

    private List<String> keys() {
        return new MailCheck(environment).look().stream().map(Finding::key).toList();
    }
}
