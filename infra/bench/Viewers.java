import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens many viewers of one campaign's stream on a running instance of the same machine and says what they cost it; see
 * README.md beside this file. {@code java infra/bench/Viewers.java http://localhost:8080 /c/adresse/direct <pid> [10000]
 * [MiB]}. Needs {@code ulimit -n} above the number on both sides.
 */
public class Viewers {

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println(
                    "java infra/bench/Viewers.java http://localhost:8080 /c/adresse/direct <pid of the instance> [viewers] [most MiB]");
            System.exit(2);
        }
        URI stream = URI.create(args[0]).resolve(args[1]);
        String pid = args[2];
        int viewers = args.length > 3 ? Integer.parseInt(args[3]) : 10_000;
        int most = args.length > 4 ? Integer.parseInt(args[4]) : 100;
        try (Selector selector = Selector.open()) {
            // what the first few load once is not theirs
            open(selector, stream, AT_ONCE);
            long heap = heapKiB(pid);
            long resident = residentKiB(pid);
            open(selector, stream, viewers);
            long heapAfter = heapKiB(pid);
            long residentAfter = residentKiB(pid);
            int alive = alive(selector);
            System.out.printf(
                    "%d viewers, %d alive at the end%nheap after collection: %+d MiB (%.1f KiB each)%nresident: %+d MiB%n",
                    viewers,
                    alive,
                    (heapAfter - heap) / 1024,
                    (heapAfter - heap) / (double) viewers,
                    (residentAfter - resident) / 1024);
            System.exit(alive == viewers + AT_ONCE && (heapAfter - heap) / 1024 <= most ? 0 : 1);
        }
    }

    /** Each is open once its first event is here. */
    private static void open(Selector selector, URI stream, int viewers) throws IOException {
        byte[] request = ("GET " + stream.getPath() + " HTTP/1.1\r\nHost: " + stream.getAuthority()
                        + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        int started = 0;
        int open = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (open < viewers) {
            while (started < viewers && started - open < AT_ONCE) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(stream.getHost(), stream.getPort()));
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Viewer());
                started++;
            }
            selector.select(1_000);
            for (SelectionKey ready : selector.selectedKeys()) {
                open += read(ready) ? 1 : 0;
            }
            selector.selectedKeys().clear();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(open + " of " + viewers + " viewers have their first event");
            }
        }
    }

    /** Whether this made it open. */
    private static boolean read(SelectionKey ready) throws IOException {
        Viewer viewer = (Viewer) ready.attachment();
        ByteBuffer bytes = ByteBuffer.allocate(4_096);
        if (((SocketChannel) ready.channel()).read(bytes) < 0) {
            ready.cancel();
            return false;
        }
        boolean before = viewer.seen;
        viewer.seen |= new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).contains("data:");
        return viewer.seen && !before;
    }

    private static int alive(Selector selector) throws IOException {
        selector.selectNow();
        List<SelectionKey> ready = new ArrayList<>(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
            read(key);
        }
        return (int) selector.keys().stream().filter(SelectionKey::isValid).count();
    }

    private static long heapKiB(String pid) throws Exception {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        Matcher used = HEAP.matcher(jcmd(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd does not tell the heap");
        }
        return Long.parseLong(used.group(1));
    }

    private static String jcmd(String pid, String command) throws Exception {
        Process process = new ProcessBuilder("jcmd", pid, command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    private static long residentKiB(String pid) throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", pid, "status")));
        return resident.find() ? Long.parseLong(resident.group(1)) : 0;
    }

    private static final class Viewer {
        private boolean seen;
    }
}
