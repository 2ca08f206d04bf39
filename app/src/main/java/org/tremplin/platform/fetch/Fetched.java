package org.tremplin.platform.fetch;

import java.net.URI;
import java.util.function.Function;

/** What came of reading a file of another server. */
public sealed interface Fetched {

    <T> T fold(Function<Got, T> got, Function<Failed, T> failed);

    /** @param from the address that answered, after redirects */
    record Got(byte[] bytes, URI from) implements Fetched {

        @Override
        public <T> T fold(Function<Got, T> got, Function<Failed, T> failed) {
            return got.apply(this);
        }
    }

    record Failed(Reason reason) implements Fetched {

        @Override
        public <T> T fold(Function<Got, T> got, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }

    enum Reason {
        /** Not https, or a port of its own, or a name and password in it, or no address at all. */
        ADDRESS,
        /** It leads into a private network. */
        NOT_PUBLIC,
        /** No such name, nobody answers, or not safely. */
        UNREACHABLE,
        /** The server says that it does not have it, or does not give it. */
        NOT_THERE,
        /** It sends on and on. */
        REDIRECTS,
        TOO_LARGE,
        TOO_SLOW,
        /** Too many others are being read. */
        BUSY
    }
}
