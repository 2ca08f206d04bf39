package org.tremplin.platform;

/** A setting without which the application must not start; the message is one sentence for a human. */
public final class BadSetting extends RuntimeException {

    private final String setting;

    public BadSetting(String setting, String sentence) {
        super(sentence);
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }
}
