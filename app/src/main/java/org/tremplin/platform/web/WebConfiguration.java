package org.tremplin.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** One bundle a module that has something to say; a test holds the two languages in step. */
    private static final String[] BUNDLES = {
        "platform",
        "money",
        "identity",
        "payment",
        "association",
        "campaign",
        "donation",
        "transparency",
        "site",
        "operation",
        "notification"
    };

    @Bean
    MessageSource messageSource() {
        Messages messages = new Messages();
        for (String bundle : BUNDLES) {
            messages.addBasenames("messages/" + bundle);
        }
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRANCE);
        return messages;
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        return new LocaleContextResolver() {
            @Override
            public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
                return new SimpleLocaleContext(Language.of(exchange).locale());
            }

            @Override
            public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
                throw new IllegalStateException("The address tells the language");
            }
        };
    }
}
