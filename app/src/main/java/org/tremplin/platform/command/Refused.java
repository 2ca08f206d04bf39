package org.tremplin.platform.command;

/** A command that stops because of something an operator can mend; the text of the key is one sentence. */
public final class Refused extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    public Refused(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
