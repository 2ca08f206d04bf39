package org.tremplin.platform.database;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a connection on which something was asked and nothing was answered for too long. A database whose machine lost
 * its power, or a line that was cut somewhere between, never says so: without this, whoever waits for an answer would
 * wait for ever, and its place in the pool with it.
 */
final class Silence extends ChannelDuplexHandler {

    private final long limitNanos;
    /** Since when an answer is waited for; none while nothing was asked. */
    private long since;

    private boolean waiting;
    private @Nullable ScheduledFuture<?> watch;

    Silence(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        long often = Math.max(1, limitNanos / 6);
        watch = context.executor().scheduleWithFixedDelay(() -> listen(context), often, often, TimeUnit.NANOSECONDS);
        super.channelActive(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.channelInactive(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (!waiting) {
            waiting = true;
            since = System.nanoTime();
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        waiting = false;
        super.channelRead(context, message);
    }

    private void listen(ChannelHandlerContext context) {
        if (waiting && System.nanoTime() - since > limitNanos) {
            context.close();
        }
    }
}
