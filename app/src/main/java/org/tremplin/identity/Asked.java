package org.tremplin.identity;

/** What became of a wish to sign in. */
sealed interface Asked {

    /** @param browser to be kept by the browser that asked: its cookie binds the code to it */
    record Mailed(String browser) implements Asked {}

    record TooMany() implements Asked {}
}
