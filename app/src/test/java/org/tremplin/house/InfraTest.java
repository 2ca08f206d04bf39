package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import wiremock.com.networknt.schema.InputFormat;
import wiremock.com.networknt.schema.JsonSchema;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SpecVersion;

/** What an operator installs, as far as it can be checked without Docker and without being systemd. */
class InfraTest {

    private static final Path INFRA = Path.of("../infra");
    private static final double MOST_EXPOSED = 2.0;

    @TempDir
    Path folder;

    @Test
    void writesAComposeFileThatFitsItsSchema() throws IOException {
        assertThat(schema().validate(json(compose()), InputFormat.JSON)).isEmpty();
    }

    @Test
    void seesAComposeFileThatDoesNotFit() throws IOException {
        String wrong = json(compose()).replace("\"read_only\":true", "\"read_only\":\"yes, please\"");
        assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void letsNobodyReachTheDatabaseAndGivesTheApplicationNoRights() throws IOException {
        Map<String, Object> services = map(compose().get("services"));
        assertThat(map(services.get("database"))).doesNotContainKey("ports").containsEntry("networks", List.of("back"));
        assertThat(map(map(compose().get("networks")).get("back"))).containsEntry("internal", true);
        assertThat(map(services.get("tremplin")))
                .doesNotContainKey("ports")
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"));
        assertThat(services.values())
                .allSatisfy(service -> assertThat(map(service)).containsKey("mem_limit"));
    }

    @Test
    void givesSecretsAsFilesOnlyEachASettingThatIsDocumented() throws IOException {
        String settings = Files.readString(Path.of("../docs/operateur/reglages.md"));
        Map<String, Object> compose = compose();
        Object used = map(map(compose.get("services")).get("tremplin")).get("secrets");
        assertThat(map(compose.get("secrets")).keySet()).containsExactlyInAnyOrderElementsOf(list(used));
        assertThat(list(used))
                .allSatisfy(secret -> assertThat(settings)
                        .contains(secret.equals("spring.mail.password") ? "spring.mail.host" : "`" + secret + "`"));
        assertThat(Files.readString(INFRA.resolve("compose.yaml")))
                .doesNotContainPattern("(?i)(password|secret|key)\\w*: *[\"']?[a-z0-9]{12,}");
        assertThat(Files.readString(Path.of("../.gitignore"))).contains("infra/.env", "infra/secrets/");
    }

    @Test
    void buildsAnImageThatRunsAsNobodyInParticular() throws IOException {
        String file = Files.readString(INFRA.resolve("Dockerfile"));
        List<String> users =
                file.lines().filter(line -> line.startsWith("USER ")).toList();
        assertThat(users).containsExactly("USER 10001:10001");
        assertThat(file.substring(file.indexOf("USER "))).doesNotContain("RUN ").contains("HEALTHCHECK");
        assertThat(file).contains("25-jre").contains("extract --layers");
        for (String copied : Sources.all(Pattern.compile("(?m)^COPY (?:--chmod=\\d+ )?(infra/\\S+)"), file)) {
            assertThat(Path.of("..").resolve(copied)).exists();
        }
        assertThat(Files.isExecutable(INFRA.resolve("healthy"))).isTrue();
    }

    @Test
    void limitsWhatCaddyLetsThrough() throws IOException {
        String file = Files.readString(INFRA.resolve("Caddyfile"));
        assertThat(file).contains("max_header_size").contains("max_size 256KB").contains("Strict-Transport-Security");
        assertThat(file.chars().filter(sign -> sign == '{').count())
                .isEqualTo(file.chars().filter(sign -> sign == '}').count());
    }

    @Test
    void writesUnitsThatSystemdUnderstands() throws Exception {
        needs("systemd-analyze");
        for (Path unit : units()) {
            // without what only an installed server has: the program's folder and the account
            String text = Files.readString(unit).replaceAll("/usr/bin/java|/usr/bin/find", "/bin/true");
            Files.writeString(folder.resolve(unit.getFileName()), text);
        }
        for (Path unit : units()) {
            String told = run(
                    "systemd-analyze",
                    "verify",
                    "--man=no",
                    folder.resolve(unit.getFileName()).toString());
            assertThat(told).as(unit.toString()).isEmpty();
        }
    }

    @Test
    void exposesLittle() throws Exception {
        needs("systemd-analyze");
        for (Path unit : units()) {
            if (!unit.toString().endsWith(".service")) {
                continue;
            }
            Path copy = Files.copy(unit, folder.resolve(unit.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            String told = run("systemd-analyze", "security", "--offline=true", "--no-pager", copy.toString());
            Matcher exposure = Pattern.compile("Overall exposure level for \\S+: ([0-9.]+)")
                    .matcher(told);
            assertThat(exposure.find()).as(told).isTrue();
            assertThat(Double.parseDouble(exposure.group(1)))
                    .as(unit.toString())
                    .isLessThanOrEqualTo(MOST_EXPOSED);
        }
    }

    @Test
    void killsTheApplicationGentlyEnough() throws IOException {
        String unit = Files.readString(INFRA.resolve("systemd/tremplin.service"));
        assertThat(unit)
                .contains("SuccessExitStatus=143")
                .contains("TimeoutStopSec=60")
                .contains("Restart=on-failure");
        assertThat(unit).doesNotContainPattern("(?m)^(MemoryDenyWriteExecute|RemoveIPC)");
    }

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(INFRA.resolve("systemd"))) {
            return files.sorted().toList();
        }
    }

    private static void needs(String tool) {
        boolean there =
                Stream.of("/usr/bin/" + tool, "/bin/" + tool).anyMatch(path -> Files.isExecutable(Path.of(path)));
        if (!there) {
            System.err.println("LEFT OUT: infra/systemd was not checked, for there is no " + tool + " here");
        }
        Assumptions.assumeTrue(there, tool);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    private static JsonSchema schema() throws IOException {
        // it names its parts by a word that its own draft no longer knows, and refers to none of them by it
        String text = Files.readString(Path.of("src/test/resources/compose/compose-spec.json"))
                .replace("\"id\": \"", "\"$comment\": \"");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909).getSchema(text);
    }

    private static Map<String, Object> compose() throws IOException {
        return map(new Yaml().load(Files.readString(INFRA.resolve("compose.yaml"))));
    }

    private static String json(Map<String, Object> yaml) {
        return JsonMapper.builder().build().writeValueAsString(yaml);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Object node) {
        return (List<String>) node;
    }
}
