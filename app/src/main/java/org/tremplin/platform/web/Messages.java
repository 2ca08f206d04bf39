package org.tremplin.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every bundle {@code messages/<module>_<language>.properties}, read once at start so that no request waits for a file;
 * French spacing is applied then. Any language but English is answered in French.
 */
public final class Messages extends AbstractMessageSource {

    private final Map<String, String> french = read("fr");
    private final Map<String, String> english = read("en");
    private final Map<String, MessageFormat> frenchFormats = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> englishFormats = new ConcurrentHashMap<>();

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return (english(locale) ? english : french).get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String text = resolveCodeWithoutArguments(code, locale);
        if (text == null) {
            return null;
        }
        return english(locale)
                ? englishFormats.computeIfAbsent(code, key -> new MessageFormat(text, Locale.UK))
                : frenchFormats.computeIfAbsent(code, key -> new MessageFormat(text, Locale.FRANCE));
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }

    private static Map<String, String> read(String language) {
        try {
            Map<String, String> texts = new HashMap<>();
            for (Resource bundle : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties")) {
                Properties read = new Properties();
                try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                read.forEach((key, text) -> texts.put(
                        key.toString(), "fr".equals(language) ? Typography.french(text.toString()) : text.toString()));
            }
            return Map.copyOf(texts);
        } catch (IOException failure) {
            throw new UncheckedIOException("The texts of language " + language + " cannot be read", failure);
        }
    }
}
