package org.tremplin.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Chooses the port before the start, because the application tells its address to the payment provider. */
final class OwnAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = free();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "story",
                        Map.of(
                                "server.port",
                                port,
                                "tremplin.base-url",
                                "http://localhost:" + port,
                                "tremplin.pump.enabled",
                                "true",
                                "tremplin.pump.poll",
                                "200ms")));
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
