import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the application and its database: it can be cut, stand still, or lose what was on it without a word. */
final class TcpLine implements AutoCloseable {

    private static final int CHUNK = 65_536;

    private final ServerSocket server;
    private final int to;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private boolean cut;
    private boolean frozen;

    TcpLine(int to) throws IOException {
        this.to = to;
        server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Present connections break, new ones are closed at once. */
    synchronized void cut(boolean now) {
        cut = now;
        if (now) {
            wires.forEach(Wire::close);
        }
    }

    /** Connections stay open and carry nothing, both ways, until it is over. */
    synchronized void frozen(boolean now) {
        frozen = now;
        notifyAll();
    }

    /** From now on present connections carry nothing and never say so; new ones work. */
    void swallow() {
        wires.forEach(wire -> wire.swallowed = true);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket application = server.accept();
                synchronized (this) {
                    if (cut) {
                        application.close();
                        continue;
                    }
                }
                Socket database = new Socket();
                try {
                    database.connect(new InetSocketAddress("127.0.0.1", to), 2_000);
                } catch (IOException down) {
                    application.close();
                    continue;
                }
                Wire wire = new Wire(application, database);
                wires.add(wire);
                daemon(() -> wire.carry(application, database));
                daemon(() -> wire.carry(database, application));
            } catch (IOException closed) {
                // the next one may do
            }
        }
    }

    private synchronized void standStill() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        wires.forEach(Wire::close);
    }

    private final class Wire {

        private final List<Socket> ends = new ArrayList<>();
        private volatile boolean swallowed;

        Wire(Socket application, Socket database) {
            ends.add(application);
            ends.add(database);
        }

        void carry(Socket from, Socket onTo) {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = onTo.getOutputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    standStill();
                    if (!swallowed) {
                        out.write(chunk, 0, read);
                    }
                }
            } catch (IOException | InterruptedException broken) {
                // ends below
            }
            if (!swallowed) {
                close();
            }
        }

        void close() {
            wires.remove(this);
            for (Socket end : ends) {
                try {
                    end.close();
                } catch (IOException gone) {
                    // as it should be
                }
            }
        }
    }
}
