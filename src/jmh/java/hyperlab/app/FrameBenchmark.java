package hyperlab.app;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.image.KnownFilter;
import hyperlab.lab.HasExtras;
import hyperlab.lab.LabName;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.tune.SearchDimension;
import hyperlab.ui.control.playback.Playback;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.LogSlider;
import java.awt.AWTException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.ScrollPane;

/**
 * Measures how smoothly the window draws on the screen that DISPLAY names, and prints each figure with its goal. To run
 * it under a virtual screen on an otherwise idle machine:
 *
 * <pre>xvfb-run -s "-screen 0 1440x900x24" src/jmh/run hyperlab.app.FrameBenchmark</pre>
 *
 * A frame is a pulse of the toolkit. The next pulse starts only after the previous frame was handed over for painting,
 * at most 62 times a second. The image counts as changed as soon as a pixel in the middle of a chart changes on the
 * screen; another thread reads the screen repeatedly to detect this, so each time includes up to one extra reading. The
 * CPU time of the FX thread and the painter thread per frame shows whether 60 frames a second, 16.7 ms each, are
 * possible, even on a machine that is busy. Before each measurement, the labs run until the JIT compiler has little
 * left to do: for most of the first minute it uses up to half a processor.
 */
public final class FrameBenchmark {
    private static final int STEPS = 600;
    private static final long MILLIS = 10_000;
    private static final double MIN_FRAMES_PER_SECOND = 60;
    private static final double MAX_UPDATE_MILLIS = 33;
    private static final double MAX_REDRAW_MILLIS = 16;
    private static final double MIN_SPEED_SHARE = 0.85;
    private static final double MAX_RESTORE_MILLIS = 1_000;
    private static final double MAX_FIRST_PICTURE_MILLIS = 100;
    private static final double MAX_FIRST_PICTURE_PROCESSOR_MILLIS = 60;
    private static final int PADDINGS = 3;
    private static final int MAP_SIZE = 512;
    /** Maps that are opened one after the other. */
    private static final int PICTURES = 5;

    private static final Path CASE = Path.of("assets/cases/digits.hyperlab-case.json");
    /** 1,437 samples for training, 45 steps per epoch. */
    private static final String DIGITS = """
            {"format": "hyperlab-experiment/1", "name": "digits", "seed": 1,
             "data": {"source": "digits", "trainFraction": 0.8},
             "network": {"hidden": [32], "activation": {"name": "relu"}},
             "training": {"optimizer": {"name": "adam"}, "learningRate": 0.003, "batchSize": 32, "epochs": %d}}""";
    /** 25 steps per epoch. */
    private static final String MILLION = """
            {"format": "hyperlab-experiment/1", "name": "a million steps", "seed": 1,
             "data": {"source": "bumps", "samples": 500, "trainFraction": 0.5},
             "network": {"hidden": [2], "activation": {"name": "tanh"}},
             "training": {"learningRate": 0.03, "batchSize": 10, "epochs": 40000}}""";

    private static final int COMMAND_LINE_EPOCHS = 1_000;
    private static final int ENDLESS_EPOCHS = 1_000_000;

    private final Path folder;
    private final BenchmarkWindow window;

    private FrameBenchmark(Path folder, BenchmarkWindow window) {
        this.folder = folder;
        this.window = window;
    }

    /** Takes the ids of the labs to measure; measures all of them if there are none. */
    public static void main(String[] arguments) throws IOException, AWTException, InterruptedException {
        Path folder = Files.createTempDirectory("frames");
        List<String> labIds = arguments.length == 0
                ? Arrays.stream(LabName.values()).map(LabName::id).toList()
                : List.of(arguments);
        CommandLineSpeed commandLine = labIds.contains("training")
                ? CommandLineSpeed.of(folder, DIGITS.formatted(COMMAND_LINE_EPOCHS), COMMAND_LINE_EPOCHS)
                : null;
        FrameBenchmark benchmark = new FrameBenchmark(folder, new BenchmarkWindow(folder));
        for (String lab : labIds) {
            switch (lab) {
                case "learning-rate" -> benchmark.learningRate();
                case "batch-size" -> benchmark.batch();
                case "convolution" -> benchmark.convolution();
                case "training" -> {
                    benchmark.training(commandLine);
                    benchmark.restoring();
                }
                case "map" -> benchmark.map();
                case "activation" -> benchmark.activation();
                case "tuning" -> benchmark.tuning();
                case "cases" -> benchmark.scrolling(LabName.CASES, Documents.read(CASE), "#cases-page-scroll");
                case "learn" ->
                    benchmark.scrolling(LabName.LEARN, new Document.OfPage("learning-rate"), "#learn-scroll");
                default -> throw new IllegalArgumentException("no lab is measured that is called " + lab);
            }
        }
        benchmark.window.close();
        // The thread that reads the screen keeps running.
        System.exit(0);
    }

    /** Runs six optimizers on one surface, slowly enough that none finishes before the others. */
    private void learningRate() throws InterruptedException {
        List<Racer> racers = new ArrayList<>(
                List.of(new Racer(0.002, Sgd.DEFAULT, true), new Racer(0.002, new Sgd(0.9, false), true)));
        for (String name : List.of("adagrad", "rmsprop", "nadam")) {
            racers.add(new Racer(0.01, Optimizer.byName(name), true));
        }
        racers.add(new Racer(0.01, Adam.DEFAULT, true));
        System.out.println("Learning rate lab, six racers on a surface");
        window.reopen(
                LabName.LEARNING_RATE,
                new Document.OfDescent(new DescentSetup("himmelblau", Map.of(), List.of(0.0, 0.0), STEPS, racers)));
        playFrames("#learning-rate-descent");
        moveRate("#learning-rate-descent", "#learning-rate-learning-rate");
    }

    private void batch() throws InterruptedException {
        System.out.println("Batch size lab, three walks on Iris");
        window.reopen(LabName.BATCH_SIZE, new Document.OfBatch(BatchSetup.DEFAULT.withSteps(STEPS)));
        playFrames("#batch-size-surface-chosen");
        moveRate("#batch-size-surface-chosen", "#batch-size-learning-rate");
    }

    private void playFrames(String chart) throws InterruptedException {
        Playback playback = window.playback();
        window.onFx(() -> {
            playback.speedProperty().set(playback.speedCount() - 2);
            playback.toStart();
            return true;
        });
        frames(chart, playback);
        window.onFx(() -> {
            playback.playingProperty().set(false);
            playback.seek(STEPS / 4);
            return true;
        });
    }

    /** Measures frames during playback, which restarts whenever it ends. */
    private void frames(String chart, Playback playback) throws InterruptedException {
        BenchmarkWindow.FrameTimes frames = window.frames(chart, () -> restartIfStopped(playback), MILLIS);
        printFrames(frames);
    }

    private static void printFrames(BenchmarkWindow.FrameTimes frames) {
        printGoal("frames a second", 1e3 / BenchmarkWindow.mean(frames.millis()), ">=", MIN_FRAMES_PER_SECOND);
        printPercentiles("median frame %.1f ms, 99th percentile %.1f ms", frames.millis(), 50, 99);
        System.out.printf(
                Locale.ROOT,
                "    processor time a frame: window's thread %.1f ms, painter's %.1f ms%n",
                frames.fxThreadMillis(),
                frames.painterMillis());
    }

    private static void restartIfStopped(Playback playback) {
        if (!playback.playingProperty().get()) {
            playback.toStart();
            playback.playingProperty().set(true);
        }
    }

    private void moveRate(String chart, String slider) throws InterruptedException {
        DoubleProperty rate = window.onFx(() -> ((LogSlider) window.node(slider)).valueProperty());
        double first = rate.get();
        printMoves(
                "slider to picture",
                window.measureChanges(chart, rate, k -> first * (1 + 0.02 * (k % 20 + 1))),
                MAX_UPDATE_MILLIS);
    }

    private void convolution() throws InterruptedException {
        System.out.println("Convolution lab, 256 x 256 pixels under a 7 x 7 kernel");
        ConvolutionLabSettings setup = ConvolutionLabSettings.DEFAULT
                .withImage(ImageSelection.of("temple"))
                .withKernel(KernelSelection.of(KnownFilter.GAUSSIAN, 7))
                .withStride(1);
        window.reopen(LabName.CONVOLUTION, new Document.OfConvolution(setup));
        DoubleProperty padding =
                window.onFx(() -> ((LinearSlider) window.node("#convolution-padding")).valueProperty());
        int[] moved = new int[1];
        BenchmarkWindow.FrameTimes frames =
                window.frames("#convolution-map", () -> padding.set(moved[0]++ % PADDINGS + 1), MILLIS);
        printGoal(
                "ms a redrawing, the slider moved at every pulse",
                BenchmarkWindow.mean(frames.millis()),
                "<=",
                MAX_REDRAW_MILLIS);
        printPercentiles("median %.1f ms, 99th percentile %.1f ms", frames.millis(), 50, 99);
        printMoves(
                "slider to picture",
                window.measureChanges("#convolution-map", padding, k -> k % PADDINGS + 1),
                MAX_UPDATE_MILLIS);
    }

    /** Pulses while a map is computed on all processors, and the time to the first picture of another map. */
    private void map() throws InterruptedException {
        System.out.println("Map lab, " + MAP_SIZE + " x " + MAP_SIZE + " pixels of the fractal boundary");
        MeanFieldNetwork network = MeanFieldNetwork.DEFAULT;
        window.reopen(LabName.MAP, fractal(network));
        window.warmUp();
        for (int k = 1; k <= PICTURES; k++) {
            Document next = fractal(network.withSeed(1L + k));
            BenchmarkWindow.ShownTimes times =
                    window.timesUntilShown("#map-chart", () -> window.lab().open(next));
            printGoal(
                    k == 1 ? "opening a map to first picture, ms" : "  once more, ms",
                    times.millis(),
                    "<=",
                    MAX_FIRST_PICTURE_MILLIS);
            printGoal(
                    "    of it processor time, ms", times.processorMillis(), "<=", MAX_FIRST_PICTURE_PROCESSOR_MILLIS);
        }
        printFrames(window.pulses(() -> {}, MILLIS));
    }

    private static Document fractal(MeanFieldNetwork network) {
        return new Document.OfMap(new MapSpecification(
                new MapSubject.OfMeanField(network),
                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 1e4), MAP_SIZE),
                new MapAxis("layerRates.1", new SearchDimension.LogDimension(1, 1e4), MAP_SIZE),
                MapColor.TRAIN_LOSS));
    }

    private void activation() throws InterruptedException {
        System.out.println("Activation lab, all functions and their derivatives");
        window.reopen(LabName.ACTIVATION, new Document.OfActivations(ActivationLabSettings.DEFAULT));
        DoubleProperty reach = window.onFx(() -> ((LogSlider) window.node("#activation-reach")).valueProperty());
        int[] moved = new int[1];
        BenchmarkWindow.FrameTimes frames =
                window.frames("#activation-function", () -> reach.set(4 * (1 + 0.02 * (moved[0]++ % 20 + 1))), MILLIS);
        printGoal(
                "ms a redrawing, the slider moved at every pulse",
                BenchmarkWindow.mean(frames.millis()),
                "<=",
                MAX_REDRAW_MILLIS);
        printMoves(
                "slider to picture",
                window.measureChanges("#activation-function", reach, k -> 4 * (1 + 0.02 * (k % 20 + 1))),
                MAX_UPDATE_MILLIS);
    }

    /** Pulses while a search trains its trials. */
    private void tuning() throws InterruptedException {
        System.out.println("Tuning lab, a search");
        window.reopen(LabName.TUNING, null);
        Playback playback = window.playback();
        window.onFx(() -> {
            playback.playingProperty().set(true);
            return true;
        });
        window.warmUp();
        printFrames(window.pulses(() -> restartIfStopped(playback), MILLIS));
    }

    private void scrolling(LabName lab, Document document, String selector) throws InterruptedException {
        System.out.println(lab.id() + ", a page that scrolls by a hundredth at every pulse");
        window.reopen(lab, document);
        ScrollPane pane = window.onFx(() -> (ScrollPane) window.node(selector));
        int[] position = new int[1];
        Runnable scroll = () -> pane.setVvalue(Math.abs(position[0]++ % 200 - 100) / 100.0);
        window.pulses(scroll, MILLIS);
        printFrames(window.pulses(scroll, MILLIS));
    }

    private void training(CommandLineSpeed commandLine) throws InterruptedException, IOException {
        System.out.println("Training lab, four charts, digits");
        window.reopen(LabName.TRAINING, document(folder, "digits", DIGITS.formatted(ENDLESS_EPOCHS)));
        Playback playback = window.playback();
        window.onFx(() -> {
            playback.speedProperty().set(playback.speedCount() - 1);
            return true;
        });
        long[] first = new long[2];
        window.onFx(() -> {
            playback.playingProperty().set(true);
            return true;
        });
        window.warmUp();
        first[0] = playback.completedProperty().get();
        first[1] = System.nanoTime();
        frames("#training-loss", playback);
        double windowSpeed = (playback.completedProperty().get() - first[0]) / ((System.nanoTime() - first[1]) / 1e9);
        window.onFx(() -> {
            playback.playingProperty().set(false);
            return true;
        });
        printGoal(
                "epochs a second, as a share of those of `hyperlab train` alone",
                windowSpeed / commandLine.idleEpochsPerSecond(),
                ">=",
                MIN_SPEED_SHARE);
        printGoal(
                "  as a share of those with the other processors busy",
                windowSpeed / commandLine.busyEpochsPerSecond(),
                ">=",
                MIN_SPEED_SHARE);
        System.out.printf(
                Locale.ROOT,
                "    %.1f epochs a second here, %.1f alone, %.1f with the other processors busy%n",
                windowSpeed,
                commandLine.idleEpochsPerSecond(),
                commandLine.busyEpochsPerSecond());
    }

    /**
     * Measures the time to restore a run of a million steps from the text that a session saves, until its chart is on
     * the screen.
     */
    private void restoring() throws InterruptedException, IOException {
        window.reopen(LabName.TRAINING, document(folder, "million", MILLION));
        Playback playback = window.playback();
        window.onFx(() -> {
            playback.speedProperty().set(playback.speedCount() - 1);
            playback.playingProperty().set(true);
            return true;
        });
        while (window.onFx(() ->
                playback.completedProperty().get() < playback.lengthProperty().get())) {
            Thread.sleep(200);
        }
        String savedExtras = window.onFx(() ->
                window.lab().feature(HasExtras.class).orElseThrow().saveExtras().get());
        for (int time = 0; time < 3; time++) {
            window.reopen(LabName.TRAINING, document(folder, "digits", DIGITS.formatted(100)));
            double millis = window.untilShown(
                    "#training-loss",
                    () -> window.lab().feature(HasExtras.class).orElseThrow().restoreExtras(savedExtras));
            printGoal(
                    time == 0 ? "opening a run of 1,000,000 steps, ms" : "  once more, ms",
                    millis,
                    "<=",
                    MAX_RESTORE_MILLIS);
        }
    }

    private static Document document(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name + ".json");
        Files.writeString(file, text);
        return Documents.read(file);
    }

    private static void printMoves(String what, double[] moves, double goal) {
        printGoal(what + ", 99th percentile ms", BenchmarkWindow.percentile(moves, 99), "<=", goal);
        printPercentiles("median %.1f ms, 90th percentile %.1f ms", moves, 50, 90);
    }

    private static void printPercentiles(String form, double[] millis, int one, int other) {
        System.out.printf(
                Locale.ROOT,
                "    " + form + "%n",
                BenchmarkWindow.percentile(millis, one),
                BenchmarkWindow.percentile(millis, other));
    }

    private static void printGoal(String what, double figure, String sign, double goal) {
        boolean met = ">=".equals(sign) ? figure >= goal : figure <= goal;
        System.out.printf(
                Locale.ROOT, "  %s %.2f (goal %s %s: %s)%n", what, figure, sign, goal, met ? "met" : "NOT met");
    }
}
