package org.tremplin.platform.command;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;
import org.tremplin.platform.BadSetting;

/** Starts just what a command needs, runs it, and stops that again. */
public final class CommandStart {

    /** Tells the settings, while they are completed, that no application starts. */
    private static final String SETTINGS_ONLY = "tremplin-command.settings-only";

    /** Tells them that the database server of a running application may be used. */
    private static final String SHARED = "tremplin-command.shared";

    /** The sentence of a setting that would stop the application; only the doctor goes on from there. */
    private static final String PROBLEM = "tremplin-command.problem";

    /** It warns of each schema that a migration finds made, which is no news. */
    private static final String FLYWAY = "logging.level.org.flywaydb";

    private static final String[] ASLEEP = {
        "--tremplin.pump.enabled=false", "--tremplin.demo.sample-data=false", "--management.server.port=-1"
    };

    private CommandStart() {}

    /** On sound settings only: the application may be running, or not. */
    public static int onSettings(String name, String... typed) throws Exception {
        return onAnySettings(
                name,
                environment -> {
                    if (!problem(environment).isEmpty()) {
                        throw new Refused("command.setting", problem(environment));
                    }
                },
                typed);
    }

    /** On whatever is set, even what would stop the application. */
    public static int onAnySettings(String name, String... typed) throws Exception {
        return onAnySettings(name, environment -> {}, typed);
    }

    private static int onAnySettings(String name, Consumer<Environment> first, String... typed) throws Exception {
        SpringApplication start = new SpringApplication(CommandContext.class);
        start.setWebApplicationType(WebApplicationType.NONE);
        start.setLazyInitialization(true);
        return run(start, name, SETTINGS_ONLY, first, typed, typed);
    }

    /** On the whole application, which serves nobody and does nothing by itself. */
    public static int onApplication(Class<?> application, String name, String... typed) throws Exception {
        SpringApplication start = new SpringApplication(application);
        start.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(ReactiveWebServerFactory.class, () -> CommandStart::nobody));
        String[] asleep = Stream.concat(
                        // both values of a setting that is given twice would be taken for a list
                        Arrays.stream(typed).filter(argument -> !overruled(argument)), Arrays.stream(ASLEEP))
                .toArray(String[]::new);
        return run(start, name, SHARED, environment -> {}, typed, asleep);
    }

    private static boolean overruled(String argument) {
        return Arrays.stream(ASLEEP).anyMatch(mine -> argument.startsWith(mine.substring(0, mine.indexOf('=') + 1)));
    }

    /** Whether the settings are completed for a command that opens the database itself, if at all. */
    public static boolean settingsOnly(Environment environment) {
        return environment.containsProperty(SETTINGS_ONLY);
    }

    public static boolean shared(Environment environment) {
        return environment.containsProperty(SHARED);
    }

    /** What the completed settings say instead of failing. */
    public static Map<String, Object> problem(String sentence) {
        return Map.of(PROBLEM, sentence);
    }

    /** The sentence of a setting that would stop the application; empty when there is none. */
    public static String problem(Environment environment) {
        return environment.getProperty(PROBLEM, "");
    }

    private static int run(
            SpringApplication start,
            String name,
            String kind,
            Consumer<Environment> first,
            String[] typed,
            String[] arguments)
            throws Exception {
        // what a command says is its own; below, only what goes wrong
        start.setDefaultProperties(Map.of(kind, true, "logging.level.root", "warn", FLYWAY, "error"));
        start.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = start.run(arguments)) {
            first.accept(context.getEnvironment());
            return command(context, name, typed);
        }
    }

    /** Until here a bad setting was told by the start itself. */
    private static int command(ConfigurableApplicationContext context, String name, String... typed) throws Exception {
        try {
            return context.getBean(beanName(name), Command.class)
                    .run(CommandLine.of(typed), Console.ofTerminal(context));
        } catch (BadSetting setting) {
            throw new Refused("command.setting", String.valueOf(setting.getMessage()));
        }
    }

    static String beanName(String command) {
        StringBuilder bean = new StringBuilder();
        for (String word : command.split("-")) {
            bean.append(bean.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return bean.append("Command").toString();
    }

    private static WebServer nobody(HttpHandler handler) {
        return new WebServer() {
            @Override
            public void start() {
                // a command serves nobody
            }

            @Override
            public void stop() {
                // nothing was started
            }

            @Override
            public int getPort() {
                return -1;
            }
        };
    }
}
