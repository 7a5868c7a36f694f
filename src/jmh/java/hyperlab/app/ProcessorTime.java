package hyperlab.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The CPU time of the threads of this program. */
final class ProcessorTime {
    private ProcessorTime() {}

    /** The CPU time of each thread that is alive, by its id; the JIT compiler's threads are not among them. */
    static Map<Long, Double> millisByThread() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .boxed()
                .collect(Collectors.toMap(id -> id, id -> threads.getThreadCpuTime(id) / 1e6));
    }

    /**
     * Returns the CPU time that threads have used so far; unlike the frame rate, it does not depend on other running
     * programs.
     *
     * @param name how the names of the threads begin
     */
    static double millisOf(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .filter(id -> Optional.ofNullable(threads.getThreadInfo(id))
                        .filter(info -> info.getThreadName().startsWith(name))
                        .isPresent())
                .mapToDouble(id -> threads.getThreadCpuTime(id) / 1e6)
                .sum();
    }
}
