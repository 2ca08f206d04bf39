package org.tremplin.platform.web;

import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/** The two languages of the interface: French at the plain address, English under {@code /en}. */
public enum Language {
    FR(Locale.FRANCE, ""),
    EN(Locale.UK, "/en");

    static final String ATTRIBUTE = Language.class.getName();

    private final Locale locale;
    private final String prefix;

    Language(Locale locale, String prefix) {
        this.locale = locale;
        this.prefix = prefix;
    }

    public static Language of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, FR);
    }

    /** From a stored code, {@code fr} or {@code en}; French for anything else. */
    public static Language ofCode(String code) {
        return "en".equalsIgnoreCase(code) ? EN : FR;
    }

    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == FR ? EN : FR;
    }

    /** The address of this page in this language. */
    public String to(String path) {
        return prefix.isEmpty() ? path : path.equals("/") ? prefix : prefix + path;
    }
}
