import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seconds of processor that a process used so far, with children that ended, from /proc. */
final class Cpu {

    /** Linux counts in hundredths, whatever the machine. */
    private static final double TICKS = 100;

    private Cpu() {}

    static double of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // the name of the process stands in brackets and may hold blanks
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Of this program alone, without the children it waited for. */
    static double mine() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /** With its children: the server of a database works in them. */
    static double ofAll(long pid) {
        return of(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(child -> of(child.pid()))
                        .sum();
    }
}
