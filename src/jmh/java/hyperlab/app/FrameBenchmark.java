package hyperlab.app;

import hyperlab.app.control.LogSlider;
import hyperlab.app.control.Playback;
import hyperlab.batch.BatchSetup;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.file.Document;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizers;
import hyperlab.optim.Sgd;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;

/**
 * How smoothly the window draws, as it is, on the screen that DISPLAY names: frames a second while a race of six runs at
 * full speed on a surface, and how long it takes from a moved learning rate to another picture on the screen; then the
 * same of the Batch size lab. Prints both for each lab. Under a virtual screen of a machine that is otherwise idle:
 *
 * <pre>xvfb-run -s "-screen 0 1440x900x24" mvn -P bench test-compile exec:exec@frames</pre>
 *
 * A frame is a pulse of the toolkit: the next comes only once the one before has been handed over to be painted, at most
 * 60 times a second. The picture counts as another as soon as a pixel of the lab's largest chart on the screen is, which a
 * second thread looks for as fast as it can read the screen; so each time holds up to one reading too much, which is
 * printed too. The processor time that the two threads take for a frame tells whether 60 a second are possible, 16.7 ms,
 * also on a machine that has something else to do.
 */
public final class FrameBenchmark {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int STEPS = 600;
    private static final String WINDOW_THREAD = "JavaFX Application Thread";
    private static final String PAINTER_THREAD = "QuantumRenderer";
    private static final long WARM_MILLIS = 6_000;
    private static final long MILLIS = 10_000;
    private static final int WARM_MOVES = 30;
    private static final int MOVES = 200;
    /** The part of the chart that is read, in pixels from its middle. */
    private static final int HALF_WIDTH = 170;

    private static final int HALF_HEIGHT = 100;
    private static final long STILL_MILLIS = 150;
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final Path folder;
    private final Robot robot;
    private final Stage stage;
    private Lab current;

    private FrameBenchmark(Path folder, Robot robot) {
        this.folder = folder;
        this.robot = robot;
        this.stage = onFx(Stage::new);
    }

    /** Takes the ids of the labs to measure; without any, measures both. */
    public static void main(String[] arguments) throws IOException, AWTException, InterruptedException {
        Path folder = Files.createTempDirectory("frames");
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        Platform.setImplicitExit(false);
        // The other way round the toolkit finds its library taken.
        FrameBenchmark benchmark = new FrameBenchmark(folder, new Robot());
        List<String> asked = List.of(arguments);
        if (asked.isEmpty() || asked.contains(LabName.LEARNING_RATE.id())) {
            benchmark.measure(
                    "Learning rate lab, six racers on a surface",
                    LabName.LEARNING_RATE,
                    new Document.OfDescent(race()),
                    "#rate-descent",
                    "#rate-learning-rate");
        }
        if (asked.isEmpty() || asked.contains(LabName.BATCH_SIZE.id())) {
            benchmark.measure(
                    "Batch size lab, three walks on Iris",
                    LabName.BATCH_SIZE,
                    new Document.OfBatch(BatchSetup.DEFAULT.withSteps(STEPS)),
                    "#batch-surface-chosen",
                    "#batch-learning-rate");
        }
        onFx(() -> {
            benchmark.stage.hide();
            Platform.exit();
            return true;
        });
        // The reader of the screen keeps a thread of its own.
        System.exit(0);
    }

    /** Six optimizers down one surface, slowly enough that none is done before the others. */
    private static DescentSetup race() {
        List<Racer> racers = new ArrayList<>(
                List.of(new Racer(0.002, Sgd.DEFAULT, true), new Racer(0.002, new Sgd(0.9, false), true)));
        for (String name : List.of("adagrad", "rmsprop", "nadam")) {
            racers.add(new Racer(0.01, Optimizers.named(name), true));
        }
        racers.add(new Racer(0.01, Adam.DEFAULT, true));
        return new DescentSetup("himmelblau", Map.of(), List.of(0.0, 0.0), STEPS, racers);
    }

    private void measure(String name, LabName lab, Document document, String chart, String slider)
            throws InterruptedException {
        HyperlabWindow.Wiring wiring = onFx(() -> open(lab, document));
        Thread.sleep(2_000);
        Playback playback = onFx(() -> current.parts().playback());
        Pulses pulses = onFx(() -> new Pulses(playback));
        onFx(() -> run(playback, pulses));
        Thread.sleep(WARM_MILLIS);
        onFx(pulses::clear);
        double window = processorMillis(WINDOW_THREAD);
        double painter = processorMillis(PAINTER_THREAD);
        Thread.sleep(MILLIS);
        double[] frames = onFx(pulses::taken);
        window = (processorMillis(WINDOW_THREAD) - window) / frames.length;
        painter = (processorMillis(PAINTER_THREAD) - painter) / frames.length;
        onFx(() -> {
            playback.playing().set(false);
            playback.seek(STEPS / 4);
            return true;
        });
        double[] moves = move(chart, slider);
        System.out.println(name);
        System.out.printf(
                Locale.ROOT,
                "  frames a second %.1f (median %.1f ms, 99th percentile %.1f ms)%n",
                1e3 / Arrays.stream(frames).average().orElseThrow(),
                percentile(frames, 50),
                percentile(frames, 99));
        System.out.printf(
                Locale.ROOT, "  processor time a frame: window's thread %.1f ms, painter's %.1f ms%n", window, painter);
        System.out.printf(
                Locale.ROOT,
                "  slider to picture 99th percentile %.1f ms (median %.1f ms, of %d moves)%n",
                percentile(moves, 99),
                percentile(moves, 50),
                moves.length);
        onFx(() -> {
            wiring.close();
            return true;
        });
    }

    private HyperlabWindow.Wiring open(LabName lab, Document document) {
        HyperlabWindow.Wiring wiring = new HyperlabWindow.Wiring(
                stage,
                new MemoryFile(folder.resolve(lab + ".json")),
                Labs.all().stream()
                        .map(maker -> new Labs.Maker(
                                maker.name(), context -> current = maker.make().apply(context)))
                        .toList(),
                new HyperlabApp.Start(
                        StartOptions.parse("--lab", lab.id(), "--language", "en", "--theme", "light"),
                        Optional.empty()));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        current.open(document);
        return wiring;
    }

    private static boolean run(Playback playback, Pulses pulses) {
        playback.speed().set(playback.speeds() - 2);
        playback.home();
        playback.playing().set(true);
        pulses.start();
        return true;
    }

    /** Milliseconds from each change of the slider until the chart is another one on the screen. */
    private double[] move(String chart, String slider) throws InterruptedException {
        Rectangle region = onFx(() -> middle(stage.getScene().lookup(chart)));
        LogSlider moved = (LogSlider) onFx(() -> stage.getScene().lookup(slider));
        double[] millis = new double[MOVES];
        double first = onFx(() -> moved.value().get());
        double reading = 0;
        for (int k = -WARM_MOVES; k < MOVES; k++) {
            int[] before = still(region);
            double rate = first * (1 + 0.02 * (Math.floorMod(k, 20) + 1));
            long[] begun = new long[1];
            Platform.runLater(() -> {
                begun[0] = System.nanoTime();
                moved.value().set(rate);
            });
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            long read = System.nanoTime();
            while (Arrays.equals(read(region), before) && System.nanoTime() < deadline) {
                reading = (System.nanoTime() - read) / 1e6;
                read = System.nanoTime();
            }
            if (k >= 0) {
                millis[k] = (System.nanoTime() - begun[0]) / 1e6;
            }
        }
        System.out.printf(Locale.ROOT, "  (one reading of the screen takes %.1f ms)%n", reading);
        return millis;
    }

    /** What the screen shows once it has not changed for a while. */
    private int[] still(Rectangle region) throws InterruptedException {
        int[] last = read(region);
        long since = System.currentTimeMillis();
        while (System.currentTimeMillis() - since < STILL_MILLIS) {
            Thread.sleep(15);
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

    /** What a thread has cost the processor so far: other than the frames, it does not depend on what else is running. */
    private static double processorMillis(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .filter(id -> Optional.ofNullable(threads.getThreadInfo(id))
                        .filter(info -> info.getThreadName().startsWith(thread))
                        .isPresent())
                .mapToDouble(id -> threads.getThreadCpuTime(id) / 1e6)
                .sum();
    }

    private static double percentile(double[] numbers, int percent) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static <T> T onFx(Callable<T> work) {
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

    /** Milliseconds between pulses; a run that has come to its end begins anew. */
    private static final class Pulses extends AnimationTimer {
        private final Playback playback;
        private final List<Double> millis = new ArrayList<>();
        private long last;

        Pulses(Playback playback) {
            this.playback = playback;
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (last > 0) {
                millis.add((time - last) / 1e6);
            }
            last = time;
            if (!playback.playing().get()) {
                playback.home();
                playback.playing().set(true);
            }
        }

        boolean clear() {
            millis.clear();
            return true;
        }

        double[] taken() {
            stop();
            return millis.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
