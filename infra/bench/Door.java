import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One kept connection to the door of the provider's events: small, so that measuring takes little of the machine. */
final class Door implements AutoCloseable {

    private static final int PATIENCE = 30_000;
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Door(int port) {
        this.port = port;
    }

    /**
     * Signs now and sends.
     *
     * @return the status
     */
    int send(byte[] event) throws IOException {
        long now = System.currentTimeMillis() / 1000;
        byte[] head = ("POST /webhooks/stripe HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nStripe-Signature: "
                        + signature(event, now) + "\r\nContent-Length: " + event.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + event.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(event, 0, whole, head.length, event.length);
        boolean answered = false;
        try {
            if (socket == null) {
                connect();
            }
            out.write(whole);
            int status = answer();
            answered = true;
            return status;
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    static String signature(byte[] event, long at) {
        byte[] stamp = (at + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[stamp.length + event.length];
        System.arraycopy(stamp, 0, signed, 0, stamp.length);
        System.arraycopy(event, 0, signed, stamp.length, event.length);
        byte[] key = Application.WEBHOOK_SECRET.getBytes(StandardCharsets.US_ASCII);
        return "t=" + at + ",v1=" + HexFormat.of().formatHex(World.hmac(key, signed));
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 2048);
        out = socket.getOutputStream();
    }

    private int answer() throws IOException {
        String status = line();
        int length = 0;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("connection: close")) {
                closes = true;
            }
        }
        in.readNBytes(length);
        if (closes) {
            close();
        }
        return Integer.parseInt(status.split(" ")[1]);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed in the middle of an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
