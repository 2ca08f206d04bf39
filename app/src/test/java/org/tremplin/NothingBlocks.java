package org.tremplin;

import reactor.blockhound.BlockHound;

/** Makes a test fail where the application blocks an event loop; each exception below is a read that happens once. */
public final class NothingBlocks {

    static {
        BlockHound.install(builder -> builder
                // a class is read from its jar the first time it is used
                .allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .allowBlockingCallsInside("java.lang.Class", "forName0")
                .allowBlockingCallsInside("java.lang.invoke.MethodHandleNatives", "linkCallSite")
                // the system's random device never waits
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // Netty's allocator gives memory back under a lock of its own, held for an instant
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$Magazine", "free")
                .allowBlockingCallsInside("org.thymeleaf.TemplateEngine", "initialize")
                // a template is read once, then kept parsed
                .allowBlockingCallsInside("org.thymeleaf.engine.TemplateManager", "parseAndProcess")
                .allowBlockingCallsInside("org.thymeleaf.engine.TemplateManager", "parseStandalone"));
    }

    private NothingBlocks() {}

    /**
     * From the first call on. It must come before the first timer of the run: a thread that already waits in its queue
     * would be taken for one that blocks, and end.
     */
    public static void watch() {}
}
