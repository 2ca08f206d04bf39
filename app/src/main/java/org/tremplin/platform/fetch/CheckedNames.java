package org.tremplin.platform.fetch;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.scheduler.Scheduler;

/**
 * Finds the addresses of a name and lets a connection be made to these alone: the name is not asked again, so it cannot
 * answer differently the second time. An address written in figures passes here too.
 */
final class CheckedNames extends AddressResolverGroup<InetSocketAddress> {

    private final Predicate<InetAddress> allowed;
    private final Scheduler names;

    CheckedNames(Predicate<InetAddress> allowed, Scheduler names) {
        this.allowed = allowed;
        this.names = names;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Checked(executor);
    }

    /** A name with one private address is refused whole: it would be reached at another try. */
    private List<InetSocketAddress> found(InetSocketAddress asked) throws UnknownHostException {
        List<InetAddress> found =
                Stream.of(InetAddress.getAllByName(asked.getHostString())).toList();
        if (!found.stream().allMatch(allowed)) {
            throw new NotPublic();
        }
        return found.stream()
                .map(one -> new InetSocketAddress(one, asked.getPort()))
                .toList();
    }

    static final class NotPublic extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final class Checked extends AbstractAddressResolver<InetSocketAddress> {

        Checked(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** Never: an address that is known already must be checked as well. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) {
            look(promise, () -> found(asked).get(0));
        }

        @Override
        protected void doResolveAll(InetSocketAddress asked, Promise<List<InetSocketAddress>> promise) {
            look(promise, () -> found(asked));
        }

        private <T> void look(Promise<T> promise, Looking<T> looking) {
            try {
                names.schedule(() -> {
                    try {
                        promise.trySuccess(looking.look());
                    } catch (UnknownHostException | RuntimeException refused) {
                        promise.tryFailure(refused);
                    }
                });
            } catch (RejectedExecutionException full) {
                promise.tryFailure(full);
            }
        }
    }

    private interface Looking<T> {
        T look() throws UnknownHostException;
    }
}
