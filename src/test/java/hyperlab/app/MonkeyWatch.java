package hyperlab.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Watches the program while the monkey uses it: collects every exception that reaches a log, a thread's end or the
 * standard error stream, and measures for how long the FX thread answers nothing. Thread-safe.
 */
final class MonkeyWatch implements AutoCloseable {
    private static final long SAMPLE_MILLIS = 20;
    private static final long REPORTED_MILLIS = 300;
    private static final int MAX_STACKS = 8;
    /**
     * The toolkit prints this if a window grows while its painter takes a buffer of the earlier size. It skips the
     * frame and draws the next one.
     */
    private static final String LOST_FRAME = "java.lang.IllegalArgumentException: Too small int buffer size";

    private static final Logger ROOT = Logger.getLogger("");

    private final Thread fxThread;
    private final List<String> faults = new ArrayList<>();
    private final List<String> stalls = new ArrayList<>();
    private final PrintStream originalErr = System.err;
    private final Thread.UncaughtExceptionHandler originalHandler = Thread.getDefaultUncaughtExceptionHandler();
    private final Thread sampler = new Thread(this::sample, "monkey-watch");
    private volatile boolean closed;
    private volatile double currentMillis;
    private double longestMillis;

    private final Handler logHandler = new Handler() {
        @Override
        public void publish(LogRecord message) {
            if (message.getThrown() != null || message.getLevel().intValue() >= Level.SEVERE.intValue()) {
                add(message.getLoggerName() + ": " + message.getMessage(), message.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** @param fxThread the FX thread */
    MonkeyWatch(Thread fxThread) {
        this.fxThread = fxThread;
        ROOT.addHandler(logHandler);
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> add("on " + thread.getName(), fault));
        System.setErr(new PrintStream(new TraceFinder(), true, StandardCharsets.UTF_8));
        sampler.setDaemon(true);
        sampler.start();
    }

    /** Reports an exception that the monkey itself caught. */
    synchronized void add(String where, Throwable fault) {
        if (isOfHeadlessScreen(fault)) {
            return;
        }
        String trace = fault == null
                ? ""
                : fault
                        + Arrays.stream(fault.getStackTrace())
                                .limit(25)
                                .map(line -> "\n    at " + line)
                                .collect(Collectors.joining());
        faults.add(
                where + " " + trace + (fault != null && fault.getCause() != null ? "\n  by " + fault.getCause() : ""));
    }

    /** The screen of the tests cannot draw a window that reaches beyond it. */
    private static boolean isOfHeadlessScreen(Throwable fault) {
        return fault != null
                && Arrays.stream(fault.getStackTrace())
                        .anyMatch(line -> line.getClassName().equals("com.sun.glass.ui.monocle.Framebuffer"));
    }

    /** The exceptions so far. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** Where the FX thread was when it answered nothing for more than 300 ms. */
    synchronized List<String> stalls() {
        return List.copyOf(stalls);
    }

    /** The longest time in milliseconds for which the FX thread answered nothing, also if that goes on. */
    synchronized double longestMillis() {
        return Math.max(longestMillis, currentMillis);
    }

    /**
     * Other busy programs must not count as a blocked thread. So the processor time of the FX thread counts, and, while
     * it waits for something, the time of the clock or the processor time of this program, whichever is less. A thread
     * that waits forever is found by {@link MonkeyTest}, which waits for its answers.
     */
    private void sample() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        while (!closed) {
            CompletableFuture<Void> answered = new CompletableFuture<>();
            Platform.runLater(() -> answered.complete(null));
            double fxBefore = threads.getThreadCpuTime(fxThread.getId()) / 1e6;
            double programBefore = system.getProcessCpuTime() / 1e6;
            long last = System.nanoTime();
            double waited = 0;
            List<String> stacks = new ArrayList<>();
            double stall = 0;
            while (!answered.isDone() && !closed) {
                sleep();
                long now = System.nanoTime();
                waited += fxThread.getState() == Thread.State.RUNNABLE ? 0 : (now - last) / 1e6;
                last = now;
                double fx = threads.getThreadCpuTime(fxThread.getId()) / 1e6 - fxBefore;
                double others = Math.max(0, system.getProcessCpuTime() / 1e6 - programBefore - fx);
                stall = fx + Math.min(waited, others);
                currentMillis = stall;
                // One in the middle of a short stall, further ones each time that a longer one has doubled
                if (stacks.size() < MAX_STACKS && stall > REPORTED_MILLIS / 2.0 * (1 << stacks.size())) {
                    stacks.add(Arrays.stream(fxThread.getStackTrace())
                            .limit(60)
                            .map(line -> "\n    at " + line)
                            .collect(Collectors.joining("", "\n  after " + Math.round(stall) + " ms", "")));
                }
            }
            currentMillis = 0;
            note(stall, String.join("", stacks));
            sleep();
        }
    }

    private synchronized void note(double stall, String where) {
        longestMillis = Math.max(longestMillis, stall);
        if (stall > REPORTED_MILLIS) {
            stalls.add("blocked for " + Math.round(stall) + " ms" + where);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(SAMPLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        ROOT.removeHandler(logHandler);
        Thread.setDefaultUncaughtExceptionHandler(originalHandler);
        System.setErr(originalErr);
    }

    /** Passes everything on, and finds stack traces that a library prints instead of throwing. */
    private final class TraceFinder extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private String before = "";

        @Override
        public synchronized void write(int value) {
            originalErr.write(value);
            if (value == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                boolean begins = text.startsWith("\tat ") && !before.startsWith("\tat ");
                if (begins && !before.startsWith(LOST_FRAME)) {
                    add("on stderr: " + before + " " + text.strip(), null);
                }
                before = text;
            } else {
                line.write(value);
            }
        }
    }
}
