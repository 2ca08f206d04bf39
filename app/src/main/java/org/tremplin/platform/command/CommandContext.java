package org.tremplin.platform.command;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.persistence.SteerableClock;
import org.tremplin.platform.security.Keys;
import org.tremplin.platform.web.Messages;

/** What a command runs on when it does without the application; no component, so the application never sees it. */
@ComponentScan(
        basePackages = "org.tremplin",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(CommandPart.class))
@EnableConfigurationProperties(TremplinSettings.class)
@Import(Keys.class)
class CommandContext {

    @Bean
    static MessageSource messageSource() {
        return new Messages();
    }

    @Bean
    static Clock clock() {
        return new SteerableClock();
    }
}
