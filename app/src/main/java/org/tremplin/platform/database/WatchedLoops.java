package org.tremplin.platform.database;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import reactor.netty.resources.LoopResources;

/** The usual event loops, which watch each connection that is made on them for {@link Silence}. */
record WatchedLoops(LoopResources usual, Duration limit) implements LoopResources {

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
        C channel = usual.onChannel(type, group);
        channel.pipeline().addFirst(new Silence(limit));
        return channel;
    }

    @Override
    public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
        return usual.onChannelClass(type, group);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return usual.onClient(useNative);
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return usual.onServer(useNative);
    }

    @Override
    public EventLoopGroup onServerSelect(boolean useNative) {
        return usual.onServerSelect(useNative);
    }

    @Override
    public boolean daemon() {
        return usual.daemon();
    }
}
