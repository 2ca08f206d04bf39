package org.tremplin.operation.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tremplin.Jvm;
import org.tremplin.TestDatabase;

/** As an operator sees it: another process, its lines and its exit code. */
@Tag("postgres")
class DoctorTest {

    @TempDir
    Path folder;

    @Test
    void findsAFreshDemonstrationWellAndLeavesNoTrace() throws Exception {
        Path data = folder.resolve("data");
        Answer answer = doctor(data);
        assertThat(answer.code()).as(answer.said()).isZero();
        assertThat(answer.lines()).allMatch(line -> line.startsWith("✔ "));
        assertThat(answer.said()).contains("premier démarrage").contains("/demo/courrier");
        assertThat(Files.exists(data)).isFalse();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into ledger.total values (gen_random_uuid(), null, null, '627', 'EUR', 5, 1, 0, now())");
        }
        Answer answer = doctor(
                folder,
                "--tremplin.mode=single",
                "--tremplin.secret=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "--tremplin.base-url=http://dons.example.org",
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.r2dbc.username=" + TestDatabase.user(),
                "--spring.r2dbc.password=" + TestDatabase.password());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.lines())
                .anyMatch(line -> line.startsWith("✔ Base de données"))
                .anyMatch(line -> line.startsWith("✔ Migrations"))
                .anyMatch(line -> line.startsWith("✖ Comptes") && line.contains("rebuild-totals"))
                .anyMatch(line -> line.startsWith("✖ Adresse") && line.contains("https"))
                .anyMatch(line -> line.startsWith("✖ Secret"))
                .anyMatch(line -> line.startsWith("⚠ Serveurs"))
                .anyMatch(line -> line.startsWith("✖ E-mails"))
                .anyMatch(line -> line.startsWith("⚠ Stripe"));
        database.drop();
    }

    @Test
    void goesOnWhereTheApplicationWouldNotStart() throws Exception {
        Answer answer = doctor(folder, "--tremplin.mode=single", "--spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/x");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.lines().get(0)).startsWith("✖ ").contains("tremplin.secret");
        assertThat(answer.said()).contains("E-mails").doesNotContain("\tat ");
    }

    private record Answer(int code, String said) {
        List<String> lines() {
            List<String> lines = said.lines().toList();
            return lines.subList(0, lines.size() - 1);
        }
    }

    private static Answer doctor(Path data, String... settings) throws Exception {
        String[] typed = new String[settings.length + 1];
        typed[0] = "doctor";
        System.arraycopy(settings, 0, typed, 1, settings.length);
        Process process = Jvm.application(data, typed);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), said);
    }
}
