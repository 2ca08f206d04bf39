package org.tremplin.operation.health;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.convert.PeriodStyle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;
import org.tremplin.operation.health.SettingsPage.Line;
import org.tremplin.operation.health.SettingsPage.Origin;

/**
 * What the settings are and where each comes from. A value is read where the application reads it; of a secret only
 * whether there is one ever leaves this class.
 */
@Component
class SettingsInForce {

    /** Settings of Spring that contract.md and the documents name. */
    private static final List<String> OF_SPRING = List.of(
            "server.port",
            "management.server.port",
            "spring.r2dbc.url",
            "spring.r2dbc.username",
            "spring.r2dbc.password",
            "spring.mail.host",
            "spring.mail.port",
            "spring.mail.username",
            "spring.mail.password");

    private static final Pattern SECRET = Pattern.compile("(^|[.-])(secret|password|passphrase|token|key)s?($|[.-])");

    private static final Pattern ACCOUNT = Pattern.compile("//[^/@\\s]*@");

    private static final Pattern QUERY = Pattern.compile("\\?.*");

    private final Environment environment;
    private final ListableBeanFactory beans;

    SettingsInForce(Environment environment, ListableBeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    SettingsPage read() {
        List<Line> all = Stream.concat(
                        beans.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                                .filter(bean -> bean.getClass().getName().startsWith("org.tremplin."))
                                .flatMap(this::ofTremplin),
                        OF_SPRING.stream().map(name -> line(name, environment.getProperty(name))))
                .sorted(Comparator.comparing(Line::name))
                .toList();
        return new SettingsPage(
                all.stream().filter(line -> line.origin() != Origin.DEFAULT).toList(),
                all.stream().filter(line -> line.origin() == Origin.DEFAULT).toList());
    }

    private Stream<Line> ofTremplin(Object bean) {
        Class<?> type = bean.getClass();
        ConfigurationProperties named = type.getAnnotation(ConfigurationProperties.class);
        RecordComponent[] components = type.getRecordComponents();
        return named == null || components == null
                ? Stream.empty()
                : Stream.of(components)
                        .map(component -> line(
                                named.value() + "." + DataObjectPropertyName.toDashedForm(component.getName()),
                                value(bean, component.getAccessor())));
    }

    private Line line(String name, @Nullable Object value) {
        // a limit for each key is no key
        boolean secret = SECRET.matcher(name).find() && !(value instanceof Number);
        String text = text(value);
        return new Line(name, secret ? "" : text, secret && !text.isEmpty(), origin(name));
    }

    private static @Nullable Object value(Object bean, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(bean);
        } catch (ReflectiveOperationException never) {
            throw new IllegalStateException("A record tells its components", never);
        }
    }

    /** As somebody would write it into a file of settings. An address may hold a name and a password. */
    private static String text(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(SettingsInForce::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Record of) {
            return Stream.of(of.getClass().getRecordComponents())
                    .map(component -> value(of, component.getAccessor()))
                    .filter(Objects::nonNull)
                    .map(Objects::toString)
                    .collect(Collectors.joining(" "));
        }
        if (value instanceof Duration time) {
            return DurationStyle.SIMPLE.print(time, unit(time));
        }
        if (value instanceof Period days) {
            return PeriodStyle.SIMPLE.print(days);
        }
        String text = value == null ? "" : value.toString();
        return text.contains("://")
                ? QUERY.matcher(ACCOUNT.matcher(text).replaceAll("//")).replaceAll("")
                : text;
    }

    /** The largest in which it is a whole number. */
    private static ChronoUnit unit(Duration time) {
        return Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)
                .filter(unit -> time.toMillis() % unit.getDuration().toMillis() == 0)
                .findFirst()
                .orElse(ChronoUnit.MILLIS);
    }

    private Origin origin(String name) {
        ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source.getConfigurationProperty(wanted) != null
                    || source.containsDescendantOf(wanted) == ConfigurationPropertyState.PRESENT) {
                return origin(source);
            }
        }
        return Origin.DEFAULT;
    }

    private static Origin origin(ConfigurationPropertySource source) {
        String name = source.getUnderlyingSource() instanceof PropertySource<?> of ? of.getName() : "";
        if (name.contains("class path resource")) {
            return Origin.DEFAULT;
        }
        return switch (name) {
            case "commandLineArgs" -> Origin.COMMAND_LINE;
            case "systemProperties" -> Origin.JAVA;
            case "systemEnvironment" -> Origin.ENVIRONMENT;
            default -> name.startsWith("tremplin") ? Origin.START : Origin.FILE;
        };
    }
}
