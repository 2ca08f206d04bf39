package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;

/** Browsers and proxies ask again and again over one connection: it must go on being read. */
@TestApplication
class KeptConnectionTest {

    private static final int PATIENCE_MILLIS = 30_000;

    @Autowired
    Visitors visitors;

    @Value("${local.server.port}")
    int port;

    /**
     * The second request arrives before the server is through with the first, which waits for the database, and is
     * answered at once: Reactor Netty 1.3.6 and 1.3.7 then never read the connection again (reactor-netty issue 4361).
     */
    @Test
    void isReadOnAfterAnAnswerThatHadToWaitItsTurn() throws IOException {
        Visitor signedIn = visitors.stranger();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            send(socket, get("/", "session=" + signedIn.session()) + get("/nulle-part", "csrf=none"));
            assertThat(status(answers)).isEqualTo(200);
            assertThat(status(answers)).isEqualTo(404);
            send(socket, get("/", "session=" + signedIn.session()));
            assertThat(status(answers)).isEqualTo(200);
        }
    }

    private static String get(String path, String cookie) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nCookie: " + cookie + "\r\n\r\n";
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Reads one whole answer, whose length is told, and gives its status. */
    private static int status(InputStream answers) throws IOException {
        int status = Integer.parseInt(line(answers).split(" ")[1]);
        int length = 0;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        answers.readNBytes(length);
        return status;
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("The connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
