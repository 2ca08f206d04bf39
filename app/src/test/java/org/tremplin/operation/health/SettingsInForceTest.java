package org.tremplin.operation.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.tremplin.operation.health.SettingsPage.Line;
import org.tremplin.operation.health.SettingsPage.Origin;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;

class SettingsInForceTest {

    private static final String HIDDEN = "the-secret-of-this-instance-nobody-sees";

    private final SettingsPage page = read();

    @Test
    void tellsWhereEachValueComesFrom() {
        assertThat(line("tremplin.base-url"))
                .isEqualTo(new Line("tremplin.base-url", "https://dons.example.org", false, Origin.COMMAND_LINE));
        assertThat(line("tremplin.mode").origin()).isEqualTo(Origin.ENVIRONMENT);
        assertThat(line("server.port").origin()).isEqualTo(Origin.FILE);
        assertThat(line("tremplin.data-dir").origin()).isEqualTo(Origin.DEFAULT);
        assertThat(line("spring.mail.host").value()).isEmpty();
        assertThat(page.chosen()).extracting(Line::origin).doesNotContain(Origin.DEFAULT);
    }

    @Test
    void hidesSecrets() {
        assertThat(line("tremplin.secret")).isEqualTo(new Line("tremplin.secret", "", true, Origin.ENVIRONMENT));
        assertThat(line("spring.r2dbc.password").secret()).isTrue();
        assertThat(line("spring.mail.password").secret()).as("there is none").isFalse();
        assertThat(line("spring.r2dbc.url").value()).isEqualTo("r2dbc:postgresql://db.example.org/tremplin");
        assertThat(page.toString()).doesNotContain(HIDDEN, "geheim");
    }

    @Test
    void writesValuesAsAFileOfSettingsHasThem() {
        assertThat(line("odd.patience").value()).isEqualTo("5m");
        assertThat(line("odd.rest").value()).isEqualTo("90d");
        assertThat(line("odd.keep").value()).isEqualTo("3y");
        assertThat(line("odd.rates").value()).isEqualTo("2005-01-01 66, 2020-01-01 75 CGI");
        assertThat(line("odd.per-key")).isEqualTo(new Line("odd.per-key", "10", false, Origin.DEFAULT));
    }

    @ConfigurationProperties("odd")
    record Odd(Duration patience, Duration rest, Period keep, List<Rate> rates, int perKey) {

        record Rate(LocalDate from, int percent, @Nullable String source) {}
    }

    private Line line(String name) {
        return Stream.of(page.chosen(), page.defaults())
                .flatMap(List::stream)
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SettingsPage read() {
        StandardEnvironment environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "TREMPLIN_MODE", "single",
                                "TREMPLIN_SECRET", HIDDEN,
                                "SPRING_R2DBC_PASSWORD", "geheim",
                                "SPRING_R2DBC_URL",
                                        "r2dbc:postgresql://tremplin:geheim@db.example.org/tremplin?password=geheim")));
        sources.addFirst(
                new MapPropertySource("commandLineArgs", Map.of("tremplin.base-url", "https://dons.example.org")));
        sources.addLast(new MapPropertySource(
                "Config resource 'file [/etc/tremplin/application.yaml]'", Map.of("server.port", "8090")));
        sources.addLast(new MapPropertySource(
                "Config resource 'class path resource [application.yaml]'",
                Map.of("tremplin.data-dir", "./data", "tremplin.mode", "demo", "server.port", "8080")));
        var beans = new StaticListableBeanFactory(Map.of(
                "settings",
                new TremplinSettings(
                        Mode.SINGLE, URI.create("https://dons.example.org"), HIDDEN, Path.of("./data"), null),
                "odd",
                new Odd(
                        Duration.ofMinutes(5),
                        Duration.ofDays(90),
                        Period.ofYears(3),
                        List.of(
                                new Odd.Rate(LocalDate.of(2005, 1, 1), 66, null),
                                new Odd.Rate(LocalDate.of(2020, 1, 1), 75, "CGI")),
                        10)));
        return new SettingsInForce(environment, beans).read();
    }
}
