package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.Pixels;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.chart.training.HistogramChart;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingGifTest {
    private static final Texts TEXTS = Texts.in(Language.ENGLISH);
    private static final int WIDTH = 360;
    private static final int HEIGHT = 200;
    /** Width of the strip that contains only the epoch text, in pixels. */
    private static final int EPOCH_TEXT_WIDTH = 75;

    private static final Caption CAPTION = new Caption("made of this", ChartTheme.LIGHT);
    private static final TrainingGif GIF =
            new TrainingGif(WIDTH, HEIGHT, 1, CAPTION, epoch -> "Epoch " + epoch, new EmbeddedMetadata("{}"));

    /** A GIF with more epochs than frames. */
    private static final byte[] LONG = bytes(LossAnimation.of(300));

    private static byte[] bytes(LossAnimation animation) {
        return GIF.render(animation.renderer(), animation.epochs(), animation::at, share -> {}, () -> false)
                .orElseThrow();
    }

    /** A loss that starts at 1 and falls by a tenth per epoch. */
    private record LossAnimation(LossChart chart, TrainingCurvesModel whole, int last) {
        static LossAnimation of(int last) {
            double[] epochs = IntStream.rangeClosed(0, last).asDoubleStream().toArray();
            double[] losses =
                    Arrays.stream(epochs).map(epoch -> Math.pow(0.9, epoch)).toArray();
            double[] above = Arrays.stream(losses).map(loss -> 1.3 * loss).toArray();
            RunCurves curves = new RunCurves(Curve.of(epochs, losses), Curve.of(epochs, above));
            return new LossAnimation(
                    new LossChart(TEXTS, ChartTheme.LIGHT), TrainingCurvesModel.of(curves, last), last);
        }

        FrameRenderer<TrainingCurvesModel> renderer() {
            return new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(whole), chart::show);
        }

        int[] epochs() {
            return GifEpochs.evenlySpaced(0, last);
        }

        TrainingCurvesModel at(int epoch) {
            return whole.with(new TrainingCurvesModel.PlayHeadValues(
                            epoch, Math.pow(0.9, epoch), 1.3 * Math.pow(0.9, epoch)))
                    .untilPlayHead();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 6, 7", "3, 122, 120", "0, 1000, 120", "7, 1000000, 120"})
    void epochsAreEvenAndTheFirstAndTheLastAreThere(int first, int last, int count) {
        int[] epochs = GifEpochs.evenlySpaced(first, last);
        assertEquals(count, epochs.length);
        assertEquals(first, epochs[0]);
        assertEquals(last, epochs[count - 1]);
        double step = (double) (last - first) / Math.max(1, count - 1);
        for (int k = 1; k < count; k++) {
            assertEquals(step, epochs[k] - epochs[k - 1], 1);
            assertTrue(epochs[k] > epochs[k - 1]);
        }
    }

    @Test
    void longTrainingRunLoopsInNineSeconds() throws IOException {
        DecodedGif gif = DecodedGif.of(LONG);
        assertEquals(120, gif.frames().size());
        assertTrue(gif.loopsForever());
        assertEquals(200, gif.delayHundredths().get(119));
        int all = gif.delayHundredths().stream().mapToInt(Integer::intValue).sum();
        assertTrue(all >= 800 && all <= 1_000, "hundredths " + all);
        assertEquals(
                50, DecodedGif.of(bytes(LossAnimation.of(4))).delayHundredths().get(0));
    }

    @Test
    void everyFrameShowsFigureWithEpochAbove() throws IOException {
        LossAnimation animation = LossAnimation.of(12);
        DecodedGif gif = DecodedGif.of(bytes(animation));
        assertEquals(13, gif.frames().size());
        LossChart held = new LossChart(TEXTS, ChartTheme.LIGHT);
        held.fixAxes(animation.whole());
        for (int epoch : animation.epochs()) {
            held.show(animation.at(epoch));
            BufferedImage figure = PngFigure.image(new Figure(held.chart(), WIDTH, HEIGHT, CAPTION), 1);
            BufferedImage frame = gif.frames().get(epoch);
            assertEquals(GifFrame.STRIP_HEIGHT + figure.getHeight(), frame.getHeight());
            BufferedImage below = frame.getSubimage(0, GifFrame.STRIP_HEIGHT, WIDTH, figure.getHeight());
            assertTrue(Pixels.largestDifference(figure, below) <= 12, "epoch " + epoch);
            BufferedImage words = frame.getSubimage(0, 0, EPOCH_TEXT_WIDTH, GifFrame.STRIP_HEIGHT);
            BufferedImage other =
                    gif.frames().get((epoch + 1) % 13).getSubimage(0, 0, EPOCH_TEXT_WIDTH, GifFrame.STRIP_HEIGHT);
            assertTrue(Pixels.largestDifference(words, other) > 100, "says another epoch than " + epoch);
        }
    }

    @Test
    void fixesAxesForEntireRun() {
        LossAnimation animation = LossAnimation.of(12);
        List<Range> ranges = new ArrayList<>();
        FrameRenderer<TrainingCurvesModel> watched = new FrameRenderer<>(
                animation.renderer().chart(), animation.renderer().fixAxes(), shot -> {
                    animation.renderer().show().accept(shot);
                    ValueAxis axis = animation.chart().chart().getXYPlot().getRangeAxis();
                    ranges.add(axis.getRange());
                });
        assertTrue(GIF.render(watched, animation.epochs(), animation::at, share -> {}, () -> false)
                .isPresent());
        assertEquals(13, ranges.size());
        assertEquals(1, ranges.stream().distinct().count());
        assertTrue(ranges.get(0).contains(1.3) && ranges.get(0).contains(Math.pow(0.9, 12)));
    }

    @Test
    void doesNotRewriteUnchangedPixels() throws IOException {
        DecodedGif gif = DecodedGif.of(LONG);
        int whole = gif.changedPixels().get(0);
        assertEquals(WIDTH * gif.frames().get(0).getHeight(), whole);
        assertTrue(gif.changedPixels().get(60) < whole);
        assertTrue(LONG.length < 300_000, "length " + LONG.length);
        GifFrameBuffer still = new GifFrameBuffer();
        still.add(gif.frames().get(0));
        still.add(gif.frames().get(0));
        byte[] twice = still.encode(new EmbeddedMetadata("{}"), share -> {}, () -> false)
                .orElseThrow();
        assertEquals(List.of(whole, 1), DecodedGif.of(twice).changedPixels());
    }

    @Test
    void drawsSmallChartsAtHigherResolution() throws IOException {
        assertEquals(2, TrainingGif.scaleFor(430, 310));
        assertEquals(1, TrainingGif.scaleFor(900, 500));
        LossAnimation animation = LossAnimation.of(2);
        byte[] bytes = new TrainingGif(WIDTH, HEIGHT, 2, CAPTION, epoch -> "Epoch " + epoch, new EmbeddedMetadata("{}"))
                .render(animation.renderer(), animation.epochs(), animation::at, share -> {}, () -> false)
                .orElseThrow();
        assertEquals(2 * WIDTH, DecodedGif.of(bytes).frames().get(0).getWidth());
    }

    @Test
    void sameTrainingGivesSameFile() {
        assertArrayEquals(bytes(LossAnimation.of(20)), bytes(LossAnimation.of(20)));
    }

    @Test
    void preservesBoundaryTintsApproximately() throws IOException {
        TrainingRun run =
                new RunLoader(null).open(ExperimentOverrides.with(Experiment.DEFAULT, List.of("data.samples=60")));
        BoundaryChart chart = new BoundaryChart(TEXTS, ChartTheme.DARK);
        List<BufferedImage> figures = new ArrayList<>();
        FrameRenderer<BoundaryChartModel> renderer = FrameRenderer.withFixedAxes(chart.chart(), model -> {
            chart.show(model);
            figures.add(PngFigure.image(new Figure(chart.chart(), WIDTH, HEIGHT, CAPTION), 1));
        });
        byte[] bytes = GIF.render(
                        renderer,
                        GifEpochs.evenlySpaced(0, 9),
                        epoch -> {
                            while (run.epoch() < epoch) {
                                run.step();
                            }
                            DecisionMap map = DecisionMap.of(run.partition(), run.ensemble()::predict, 20, 20);
                            return BoundaryChartModel.of(run.partition(), map);
                        },
                        share -> {},
                        () -> false)
                .orElseThrow();
        DecodedGif gif = DecodedGif.of(bytes);
        for (int k = 0; k < 10; k++) {
            BufferedImage figure = figures.get(k);
            BufferedImage below = gif.frames().get(k).getSubimage(0, GifFrame.STRIP_HEIGHT, WIDTH, figure.getHeight());
            assertTrue(Pixels.largestDifference(figure, below) <= 24, "frame " + k);
        }
        assertNotEquals(
                0, Pixels.largestDifference(gif.frames().get(0), gif.frames().get(9)));
    }

    @Test
    void reportsFullProgressAndCancelsWithoutFile() {
        LossAnimation animation = LossAnimation.of(8);
        List<Double> shares = new ArrayList<>();
        assertTrue(GIF.render(animation.renderer(), animation.epochs(), animation::at, shares::add, () -> false)
                .isPresent());
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(1, shares.get(shares.size() - 1));
        for (double until : new double[] {0.2, 0.5, 0.85}) {
            List<Double> told = new ArrayList<>();
            Optional<byte[]> gif = GIF.render(
                    animation.renderer(),
                    animation.epochs(),
                    animation::at,
                    told::add,
                    () -> !told.isEmpty() && told.get(told.size() - 1) >= until);
            assertFalse(gif.isPresent());
            assertTrue(told.get(told.size() - 1) < until + 0.15, "ends soon after " + until);
        }
    }

    @Test
    void skipsEpochsWithoutData() throws IOException {
        LossAnimation animation = LossAnimation.of(8);
        byte[] bytes = GIF.render(
                        animation.renderer(),
                        animation.epochs(),
                        epoch -> epoch < 5 ? null : animation.at(epoch),
                        share -> {},
                        () -> false)
                .orElseThrow();
        assertEquals(4, DecodedGif.of(bytes).frames().size());
        assertFalse(GIF.render(animation.renderer(), animation.epochs(), epoch -> null, share -> {}, () -> false)
                .isPresent());
    }

    @Test
    void histogramsOfAllEpochsShareAxis() {
        TrainingRun run = new RunLoader(null).open(Experiment.DEFAULT);
        HistogramChart.Model before =
                HistogramChart.Model.ofWeights(run.ensemble().weights().get(0));
        run.train(report -> {}, () -> run.epoch() == 10);
        HistogramChart.Model after =
                HistogramChart.Model.ofWeights(run.ensemble().weights().get(0));
        HistogramChart chart = new HistogramChart(HistogramChart.Quantity.WEIGHTS, TEXTS, ChartTheme.LIGHT);
        ValueAxis axis = chart.chart().getXYPlot().getDomainAxis();
        chart.show(before);
        Range alone = axis.getRange();
        chart.fixAxis(List.of(before, after));
        chart.show(before);
        Range together = axis.getRange();
        chart.show(after);
        assertEquals(together, axis.getRange());
        assertNotEquals(alone, together);
        assertTrue(together.getLength() >= alone.getLength());
    }
}
