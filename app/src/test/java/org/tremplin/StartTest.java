package org.tremplin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed ends with one sentence for a human, which names the setting. */
class StartTest {

    private static final String SECRET = "--tremplin.secret=0123456789abcdef0123456789abcdef";

    @TempDir
    Path dataDir;

    @Test
    void namesTheMissingSecretOutsideDemo() throws Exception {
        assertThat(refusal("--tremplin.mode=single"))
                .startsWith("The setting tremplin.secret is missing: outside demo it must be set");
    }

    @Test
    void namesTheWeakSecret() throws Exception {
        assertThat(refusal("--tremplin.mode=single", "--tremplin.secret=court"))
                .isEqualTo("The setting tremplin.secret must have at least 32 characters.");
    }

    @Test
    void refusesTheSecretOfTheDemonstrationOutsideDemo() throws Exception {
        String ofDemo = "0123456789abcdef0123456789abcdef";
        Files.writeString(dataDir.resolve("secret"), ofDemo);
        TestDatabase database = TestDatabase.blank();
        assertThat(refusal(
                        "--tremplin.mode=single",
                        SECRET,
                        "--spring.mail.host=127.0.0.1",
                        "--tremplin.mail.from=essais@association.example",
                        "--tremplin.stripe.secret-key=sk_test_start",
                        "--tremplin.stripe.webhook-secret=whsec_start",
                        "--spring.r2dbc.url=" + database.r2dbcUrl(),
                        "--spring.r2dbc.username=" + TestDatabase.user(),
                        "--spring.r2dbc.password=" + TestDatabase.password()))
                .startsWith("The setting tremplin.secret holds the secret of the demonstration");
    }

    @Test
    @Tag("incident-08")
    @DisplayName("incident 8: a demonstration does not start with a live key")
    void refusesALiveKeyInDemo() throws Exception {
        assertThat(refusal(
                        "--tremplin.stripe.secret-key=sk_live_never", "--tremplin.stripe.webhook-secret=whsec_never"))
                .startsWith("In demo mode a live key is refused");
    }

    @Test
    void namesTheModeThatDoesNotExist() throws Exception {
        assertThat(refusal("--tremplin.mode=single-asso"))
                .isEqualTo("The setting tremplin.mode must be demo, single or platform.");
    }

    @Test
    void namesTheAddressThatIsNone() throws Exception {
        assertThat(refusal("--tremplin.base-url=dons.example.org/chemin"))
                .startsWith("The setting tremplin.base-url must be an address such as https://dons.example.org");
    }

    @Test
    void namesTheMissingOriasNumber() throws Exception {
        assertThat(refusal("--tremplin.mode=platform", SECRET)).contains("tremplin.orias-number");
    }

    @Test
    void refusesToGatherTheMoneyOfSeveralAssociationsOnOneAccount() throws Exception {
        assertThat(refusal(
                        "--tremplin.mode=platform",
                        SECRET,
                        "--tremplin.orias-number=12345678",
                        "--spring.mail.host=127.0.0.1",
                        "--tremplin.mail.from=essais@association.example",
                        "--tremplin.stripe.secret-key=sk_test_start",
                        "--tremplin.stripe.webhook-secret=whsec_start"))
                .startsWith("In platform mode a Stripe key is refused");
    }

    @Test
    void namesTheDatabaseAddressItCannotRead() throws Exception {
        assertThat(refusal("--spring.r2dbc.url=r2dbc:mysql://localhost/tremplin"))
                .startsWith("The setting spring.r2dbc.url must look like r2dbc:postgresql://");
    }

    @Test
    void namesTheDatabaseThatDoesNotAnswer() throws Exception {
        assertThat(refusal("--spring.r2dbc.url=r2dbc:postgresql://me:word@127.0.0.1:1/tremplin"))
                .isEqualTo("No database answers at r2dbc:postgresql://127.0.0.1:1/tremplin: check the setting"
                        + " spring.r2dbc.url.");
    }

    @Test
    void namesTheSettingOfABusyPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            TestDatabase database = TestDatabase.blank();
            assertThat(refusal(
                            "--server.port=" + taken.getLocalPort(),
                            "--spring.r2dbc.url=" + database.r2dbcUrl(),
                            "--spring.r2dbc.username=" + TestDatabase.user(),
                            "--spring.r2dbc.password=" + TestDatabase.password()))
                    .isEqualTo("Port " + taken.getLocalPort() + " is taken by another program: stop it, or choose"
                            + " another port by the setting server.port.");
        }
    }

    /** The one sentence under Description, after checking that nothing but it was an error. */
    private String refusal(String... settings) throws IOException, InterruptedException {
        Process process = Jvm.application(dataDir, settings);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isNotZero();
        assertThat(said).doesNotContain("\tat ");
        List<String> lines = said.lines().toList();
        assertThat(lines).as(said).contains("Description:");
        return lines.get(lines.indexOf("Description:") + 2);
    }
}
