package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.playback.Playback;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartProgressEvent;
import org.jfree.chart.event.ChartProgressListener;

/**
 * The window of {@link FrameBenchmark} with a lab in it, and its timers. Used from one thread, which is not the FX
 * thread.
 */
final class BenchmarkWindow {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final String WINDOW_THREAD = "JavaFX Application Thread";
    private static final String PAINTER_THREAD = "QuantumRenderer";
    private static final int WARM_UP_MOVES = 150;
    private static final int MOVES = Integer.getInteger("moves", 200);
    private static final long WARM_UP_MILLIS = 10_000;
    private static final long MAX_WARM_UP_MILLIS = 90_000;
    private static final long SETTLING_MILLIS = 2_000;
    /**
     * Half the size of the part of a chart that is read from the screen, in pixels; reading it takes about half a
     * millisecond.
     */
    private static final int HALF_WIDTH = 60;

    private static final int HALF_HEIGHT = 36;
    private static final long STABLE_MILLIS = 100;
    private static final long TIMEOUT_NANOS = 3_000_000_000L;
    /** Pause between two readings, so that reading leaves the two cores free for drawing. */
    private static final long PAUSE_NANOS = 500_000;

    private final Path folder;
    private final Robot robot;
    /** The thread that reads the screen. */
    private final long reader = Thread.currentThread().getId();

    private final Stage stage;
    private Lab current;
    private HyperlabWindow.Wiring wiring;

    /**
     * Milliseconds between drawings, and the average CPU time per drawing of the FX thread and of the painter thread.
     */
    record FrameTimes(double[] millis, double fxThreadMillis, double painterMillis) {}

    BenchmarkWindow(Path folder) throws AWTException {
        this.folder = folder;
        RenderingProperties.setDefaults();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        Platform.setImplicitExit(false);
        // The Robot must come after the toolkit: in the other order, the toolkit finds its library already in use.
        robot = new Robot();
        stage = onFx(Stage::new);
    }

    void close() {
        onFx(() -> {
            wiring.close();
            stage.hide();
            Platform.exit();
            return true;
        });
    }

    /** Reopens the window with a lab that opens a document, or with the lab as it starts if that is null. */
    void reopen(LabName lab, Document document) throws InterruptedException {
        onFx(() -> {
            if (wiring != null) {
                wiring.close();
            }
            wiring = new HyperlabWindow.Wiring(
                    stage,
                    new WindowStateStore(folder.resolve(lab + ".json")),
                    Labs.all().stream()
                            .map(maker -> new Labs.LabFactory(
                                    maker.name(),
                                    context -> current = maker.create().apply(context)))
                            .toList(),
                    new HyperlabApp.LaunchRequest(
                            StartOptions.parse("--lab", lab.id(), "--language", "en", "--theme", "light"),
                            Optional.empty()));
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            if (document != null) {
                current.open(document);
            }
            return true;
        });
        Thread.sleep(SETTLING_MILLIS);
    }

    Lab lab() {
        return current;
    }

    Playback playback() {
        return onFx(() -> current.parts().playback());
    }

    Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    /**
     * Measures how often a chart is drawn, after a warm-up that lasts until the code is compiled.
     *
     * @param chart CSS selector of the chart
     * @param each runs on every pulse
     * @param millis duration of the measurement
     */
    FrameTimes frames(String chart, Runnable each, long millis) throws InterruptedException {
        DrawingTimer drawings = onFx(() -> new DrawingTimer(((ChartCard) node(chart)).chart(), each));
        warmUp();
        onFx(drawings::clear);
        return frameTimes(millis, drawings::stopAndGet);
    }

    /**
     * Measures the milliseconds between the pulses of the window, and the average CPU time per pulse, without a
     * warm-up.
     *
     * @param each runs on every pulse
     * @param millis duration of the measurement
     */
    FrameTimes pulses(Runnable each, long millis) throws InterruptedException {
        PulseTimer timer = onFx(() -> new PulseTimer(each));
        return frameTimes(millis, timer::stopAndGet);
    }

    private FrameTimes frameTimes(long millis, Callable<double[]> taken) throws InterruptedException {
        double window = processorMillis(WINDOW_THREAD);
        double painter = processorMillis(PAINTER_THREAD);
        Thread.sleep(millis);
        double[] frames = onFx(taken);
        return new FrameTimes(
                frames,
                (processorMillis(WINDOW_THREAD) - window) / frames.length,
                (processorMillis(PAINTER_THREAD) - painter) / frames.length);
    }

    /** Waits until the JIT compiler uses less than 5 % of a processor, up to a time limit. */
    void warmUp() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long deadline = System.currentTimeMillis() + MAX_WARM_UP_MILLIS;
        long before;
        do {
            before = compiler.getTotalCompilationTime();
            Thread.sleep(WARM_UP_MILLIS);
        } while (compiler.getTotalCompilationTime() - before > WARM_UP_MILLIS / 20
                && System.currentTimeMillis() < deadline);
    }

    /** Changes a setting repeatedly; returns the milliseconds from each change to a different image on the screen. */
    double[] measureChanges(String chart, DoubleProperty setting, IntToDoubleFunction value)
            throws InterruptedException {
        Rectangle region = onFx(() -> middle(node(chart)));
        double[] millis = new double[MOVES];
        for (int k = -WARM_UP_MOVES; k < MOVES; k++) {
            double next = value.applyAsDouble(k + WARM_UP_MOVES);
            double taken = millisUntilChanged(region, () -> setting.set(next));
            if (k >= 0) {
                millis[k] = taken;
            }
        }
        return millis;
    }

    /** Returns the milliseconds from a change until the chart looks different on the screen. */
    double untilShown(String chart, Runnable change) throws InterruptedException {
        return millisUntilChanged(onFx(() -> middle(node(chart))), change);
    }

    /**
     * The time from a change until the chart looked different on the screen, and the CPU time that the program used
     * meanwhile, apart from the thread that reads the screen.
     */
    record ShownTimes(double millis, double processorMillis) {}

    /** Measures the time from a change until the chart looks different on the screen. */
    ShownTimes timesUntilShown(String chart, Runnable change) throws InterruptedException {
        Rectangle region = onFx(() -> middle(node(chart)));
        Map<Long, Double> before = new HashMap<>();
        double millis = millisUntilChanged(region, () -> {
            before.putAll(processorMillisOfThreads());
            change.run();
        });
        double used = processorMillisOfThreads().entrySet().stream()
                .filter(thread -> thread.getKey() != reader)
                .mapToDouble(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0.0))
                .sum();
        return new ShownTimes(millis, used);
    }

    /** The CPU time of each thread that is alive, by its id; the JIT compiler's threads are not among them. */
    private static Map<Long, Double> processorMillisOfThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .boxed()
                .collect(Collectors.toMap(id -> id, id -> threads.getThreadCpuTime(id) / 1e6));
    }

    private double millisUntilChanged(Rectangle region, Runnable change) throws InterruptedException {
        int[] before = stablePixels(region);
        AtomicLong start = new AtomicLong();
        Platform.runLater(() -> {
            start.set(System.nanoTime());
            change.run();
        });
        // What is drawn before the change begins belongs to the earlier state.
        while (start.get() == 0) {
            before = read(region);
        }
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (Arrays.equals(read(region), before) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - start.get()) / 1e6;
    }

    /** Returns the pixels on the screen once they have not changed for a while. */
    private int[] stablePixels(Rectangle region) throws InterruptedException {
        int[] last = read(region);
        long since = System.currentTimeMillis();
        while (System.currentTimeMillis() - since < STABLE_MILLIS) {
            // Out of step with the pulses.
            Thread.sleep(9);
            int[] now = read(region);
            if (!Arrays.equals(now, last)) {
                last = now;
                since = System.currentTimeMillis();
            }
        }
        return last;
    }

    private int[] read(Rectangle region) {
        BufferedImage image = robot.createScreenCapture(region);
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static Rectangle middle(Node chart) {
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        int width = Math.min(HALF_WIDTH, (int) (bounds.getWidth() / 2));
        int height = Math.min(HALF_HEIGHT, (int) (bounds.getHeight() / 2));
        return new Rectangle(
                (int) bounds.getCenterX() - width, (int) bounds.getCenterY() - height, 2 * width, 2 * height);
    }

    /**
     * Returns the CPU time that a thread has used so far; unlike the frame rate, it does not depend on other running
     * programs.
     */
    private static double processorMillis(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .filter(id -> Optional.ofNullable(threads.getThreadInfo(id))
                        .filter(info -> info.getThreadName().startsWith(thread))
                        .isPresent())
                .mapToDouble(id -> threads.getThreadCpuTime(id) / 1e6)
                .sum();
    }

    static double percentile(double[] numbers, int percent) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    <T> T onFx(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    /** Records the milliseconds between pulses. */
    private static final class PulseTimer extends AnimationTimer {
        private final Runnable each;
        private final List<Double> millis = new ArrayList<>();
        private long last;

        PulseTimer(Runnable each) {
            this.each = each;
            start();
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (last > 0) {
                millis.add((time - last) / 1e6);
            }
            last = time;
            each.run();
        }

        double[] stopAndGet() {
            stop();
            return millis.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** Records the milliseconds between drawings of a chart. */
    private static final class DrawingTimer extends AnimationTimer implements ChartProgressListener {
        private final JFreeChart chart;
        private final Runnable each;
        private final List<Double> millis = new ArrayList<>();
        private long last;

        DrawingTimer(JFreeChart chart, Runnable each) {
            this.chart = chart;
            this.each = each;
            chart.addProgressListener(this);
            start();
        }

        @Override
        public void handle(long now) {
            each.run();
        }

        @Override
        public void chartProgress(ChartProgressEvent event) {
            if (event.getType() == ChartProgressEvent.DRAWING_FINISHED) {
                long time = System.nanoTime();
                if (last > 0) {
                    millis.add((time - last) / 1e6);
                }
                last = time;
            }
        }

        boolean clear() {
            millis.clear();
            return true;
        }

        double[] stopAndGet() {
            stop();
            chart.removeProgressListener(this);
            return millis.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
