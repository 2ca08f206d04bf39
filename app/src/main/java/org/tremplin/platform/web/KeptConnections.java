package org.tremplin.platform.web;

import io.netty.channel.Channel;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServer;

/**
 * Reads on when an answer is given, so that the next request over the same connection is heard.
 *
 * <p>Reactor Netty up to 1.3.7 forgets to: an answer is written by a thread of the database, the browser asks again
 * before that thread has said that it is done (which a crowded machine makes likely), the request waits its turn and is
 * then answered at once, as styles and pictures are — and what is asked next over that connection stays unread for ever
 * (reactor-netty issue 4361). To be taken out with Reactor Netty 1.3.8, which reads on by itself; {@code
 * KeptConnectionTest} tells.
 */
@Component
class KeptConnections implements NettyServerCustomizer {

    @Override
    public HttpServer apply(HttpServer server) {
        return server.childObserve(KeptConnections::readOn);
    }

    private static void readOn(Connection connection, ConnectionObserver.State state) {
        if (state == ConnectionObserver.State.DISCONNECTING) {
            Channel channel = connection.channel();
            // after the round that the server has laid in for itself; asking for a read once more does no harm
            channel.eventLoop().execute(channel::read);
        }
    }
}
