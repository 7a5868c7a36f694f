package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.playback.Playback;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntToDoubleFunction;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;

/**
 * The window of {@link FrameBenchmark} with a lab in it, and what is measured in it. Used from one thread, which is not
 * the FX thread.
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

    private final Path folder;
    private final ScreenReader screen;
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
        // The robot of the reader must come after the toolkit: in the other order, the toolkit finds its library
        // already in use.
        screen = new ScreenReader();
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
        double window = ProcessorTime.millisOf(WINDOW_THREAD);
        double painter = ProcessorTime.millisOf(PAINTER_THREAD);
        Thread.sleep(millis);
        double[] frames = onFx(taken);
        return new FrameTimes(
                frames,
                (ProcessorTime.millisOf(WINDOW_THREAD) - window) / frames.length,
                (ProcessorTime.millisOf(PAINTER_THREAD) - painter) / frames.length);
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
            double taken = screen.millisUntilChanged(region, () -> setting.set(next));
            if (k >= 0) {
                millis[k] = taken;
            }
        }
        return millis;
    }

    /** Returns the milliseconds from a change until the chart looks different on the screen. */
    double untilShown(String chart, Runnable change) throws InterruptedException {
        return screen.millisUntilChanged(onFx(() -> middle(node(chart))), change);
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
        double millis = screen.millisUntilChanged(region, () -> {
            before.putAll(ProcessorTime.millisByThread());
            change.run();
        });
        double used = ProcessorTime.millisByThread().entrySet().stream()
                .filter(thread -> thread.getKey() != reader)
                .mapToDouble(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0.0))
                .sum();
        return new ShownTimes(millis, used);
    }

    private static Rectangle middle(Node chart) {
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        int width = Math.min(HALF_WIDTH, (int) (bounds.getWidth() / 2));
        int height = Math.min(HALF_HEIGHT, (int) (bounds.getHeight() / 2));
        return new Rectangle(
                (int) bounds.getCenterX() - width, (int) bounds.getCenterY() - height, 2 * width, 2 * height);
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
}
