package org.tremplin.platform.web;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The message bundles, one a module, with French spacing applied once when a bundle is read. */
final class Messages extends ResourceBundleMessageSource {

    @Override
    protected @Nullable ResourceBundle getResourceBundle(String basename, Locale locale) {
        ResourceBundle bundle = super.getResourceBundle(basename, locale);
        return bundle == null || bundle instanceof Spaced || !"fr".equals(locale.getLanguage())
                ? bundle
                : spaced.computeIfAbsent(basename, name -> new Spaced(bundle));
    }

    private final Map<String, ResourceBundle> spaced = new java.util.concurrent.ConcurrentHashMap<>();

    private static final class Spaced extends ResourceBundle {
        private final Map<String, String> texts = new TreeMap<>();

        Spaced(ResourceBundle plain) {
            plain.keySet().forEach(key -> texts.put(key, Typography.french(plain.getString(key))));
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
