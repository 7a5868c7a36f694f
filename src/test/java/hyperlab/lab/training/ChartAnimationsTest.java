package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.Pixels;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.export.Caption;
import hyperlab.export.DecodedGif;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.export.PngFigure;
import hyperlab.export.TrainingGif;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.log.LogReaders;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.stage.ChartAnimations;
import hyperlab.lab.training.stage.CurveCards;
import hyperlab.lab.training.stage.InspectionChartModels;
import hyperlab.log.LogColumns;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.ui.Appearance;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.Notices;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifAvailability.GifContent;
import hyperlab.ui.control.chart.GifSource;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Animations of the stage's charts over the training, with a lab on one thread. */
@WindowTest
class ChartAnimationsTest {
    private static final Executor AT_ONCE = Runnable::run;
    private static final Caption CAPTION = new Caption("made of this", ChartTheme.LIGHT);
    private static final TrainingGif GIF =
            new TrainingGif(200, 140, 1, CAPTION, epoch -> "Epoch " + epoch, new EmbeddedMetadata("{}"));
    private static final Set<StageChart> ANIMATED = EnumSet.range(StageChart.LOSS, StageChart.MISTAKES);

    private TrainingViewModel lab;
    private ChartAnimations animations;

    /** Reports nothing and asks nothing. */
    private static final class Silent implements Notices, FilePicker {
        @Override
        public void showError(Function<Texts, String> line) {}

        @Override
        public void showSuccess(Function<Texts, String> line) {}

        @Override
        public Optional<Path> open(FileType kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(FileType kind, String suggestedName) {
            return Optional.empty();
        }
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            Silent silent = new Silent();
            lab = new TrainingViewModel((name, work) -> work.run(), AT_ONCE);
            LabContext context = new LabContext(
                    new Messages(Language.ENGLISH),
                    new Appearance(Theme.LIGHT),
                    (name, work) -> work.run(),
                    AT_ONCE,
                    AT_ONCE,
                    AT_ONCE,
                    silent,
                    silent);
            animations = new ChartAnimations(
                    lab::replay,
                    context,
                    new CurveCards(
                            lab.inspection(), lab.viewStateProperty(), lab::setCursor, lab.byStepsProperty(), context));
        });
    }

    private void train(int epochs) {
        for (int k = 0; k < epochs; k++) {
            lab.playback().stepForward();
        }
    }

    private GifAvailability.Available available(StageChart kind) {
        return assertInstanceOf(GifAvailability.Available.class, animations.availability(kind), kind.id());
    }

    private GifSource animation(StageChart kind) {
        return available(kind).source().get();
    }

    private GifContent content(StageChart kind) {
        return available(kind).content();
    }

    private static byte[] bytes(GifSource animation) {
        return animation.gif(GIF, share -> {}, () -> false).orElseThrow();
    }

    @Test
    void logGrowsUntilTheRunHasTrained(FxRobot robot) throws IOException {
        List<byte[]> taken = new ArrayList<>();
        robot.interact(() -> {
            Path file = Path.of("src/test/resources/hyperlab/log/keras.csv");
            LogTable table = LogReaders.readAny(file);
            lab.open(TrainingLog.of(table, LogColumns.guess(table)));
            assertEquals(GifContent.LOG, content(StageChart.LOSS));
            GifSource animation = animation(StageChart.LOSS);
            assertEquals(80, animation.lastEpoch());
            assertEquals("Epoch 5 of 80", animation.frameText(5, Texts.in(Language.ENGLISH)));
            String caption = animation.description(Texts.in(Language.ENGLISH)).orElse("");
            assertTrue(caption.startsWith("Training log keras.csv (Keras CSVLogger); "), caption);
            assertEquals("shell.caption.film", animation.captionKey());
            taken.add(bytes(animation));
            assertEquals(80, animation(StageChart.ACCURACY).lastEpoch());

            train(2);
            assertEquals(GifContent.RUN, content(StageChart.LOSS));
            assertEquals(2, animation(StageChart.LOSS).lastEpoch());
        });
        List<BufferedImage> frames = DecodedGif.of(taken.get(0)).frames();
        assertEquals(81, frames.size());
        // The axes stay, and the validation loss rises for the last 72 epochs, so the picture fills to the right.
        assertTrue(rightmost(frames.get(10)) < rightmost(frames.get(40)));
        assertTrue(rightmost(frames.get(40)) < rightmost(frames.get(79)));
    }

    /** The last column in the upper half below the frame's text that has a color of a curve, which is not gray. */
    private static int rightmost(BufferedImage frame) {
        for (int x = frame.getWidth() - 1; x >= 0; x--) {
            for (int y = frame.getHeight() / 5; y < frame.getHeight() / 2; y++) {
                Color color = new Color(frame.getRGB(x, y));
                if (Math.abs(color.getRed() - color.getBlue()) > 60) {
                    return x;
                }
            }
        }
        return -1;
    }

    @Test
    void hasNothingToAnimateBeforeTheFirstEpoch(FxRobot robot) {
        robot.interact(() -> {
            for (StageChart kind : StageChart.values()) {
                GifAvailability played = animations.availability(kind);
                Class<? extends GifAvailability> wanted = ANIMATED.contains(kind)
                        ? GifAvailability.Unavailable.class
                        : GifAvailability.NotSupported.class;
                assertInstanceOf(wanted, played, kind.id());
            }
            train(1);
            ANIMATED.forEach(kind ->
                    assertInstanceOf(GifAvailability.Available.class, animations.availability(kind), kind.id()));
        });
    }

    @Test
    void animatesEveryChartFromFirstToLastEpochLeavingStageIntact(FxRobot robot) throws IOException {
        List<String> sources = List.of("moons", "sine");
        for (String source : sources) {
            robot.interact(() -> {
                lab.open(ExperimentOverrides.with(Experiment.DEFAULT, List.of("data.source=" + source)), null);
                lab.inspection().setVisible(true);
                train(2);
                lab.playback().seek(1);
            });
            TrainingViewState viewState = lab.viewStateProperty().get();
            NetworkInspection inspection = lab.inspection().inspectionProperty().get();
            for (StageChart kind : ANIMATED) {
                if (kind.isSuitable(viewState.facts())) {
                    List<GifSource> taken = new ArrayList<>();
                    robot.interact(() -> taken.add(animation(kind)));
                    GifSource animation = taken.get(0);
                    assertEquals(2, animation.lastEpoch());
                    assertEquals(3, DecodedGif.of(bytes(animation)).frames().size(), source + " " + kind);
                }
            }
            assertEquals(1, lab.playback().positionProperty().get());
            assertEquals(viewState, lab.viewStateProperty().get());
            assertEquals(inspection, lab.inspection().inspectionProperty().get());
        }
    }

    @Test
    void frameIsTheFigureOfItsEpoch(FxRobot robot) throws IOException {
        List<GifSource> taken = new ArrayList<>();
        robot.interact(() -> {
            lab.inspection().setVisible(true);
            lab.layout().setChart(0, StageChart.BOUNDARY);
            train(4);
            lab.playback().seek(2);
            taken.add(animation(StageChart.BOUNDARY));
        });
        NetworkInspection inspection = lab.inspection().inspectionProperty().get();
        assertEquals(2, inspection.point().report().epoch());
        Texts texts = Texts.in(Language.ENGLISH);
        BoundaryChart chart = new BoundaryChart(texts, ChartTheme.LIGHT);
        chart.show(new InspectionChartModels(inspection, texts)
                .boundary(inspection.predictions().planePredictions()));
        BufferedImage figure = PngFigure.image(new Figure(chart.chart(), 200, 140, CAPTION), 1);
        DecodedGif gif = DecodedGif.of(bytes(taken.get(0)));
        for (int frame = 0; frame < 5; frame++) {
            BufferedImage whole = gif.frames().get(frame);
            BufferedImage below = whole.getSubimage(0, whole.getHeight() - figure.getHeight(), 200, figure.getHeight());
            assertEquals(frame == 2, Pixels.largestDifference(figure, below) <= 24, "frame " + frame);
        }
    }

    @Test
    void sameRunProducesTheSameFile(FxRobot robot) {
        List<GifSource> taken = new ArrayList<>();
        robot.interact(() -> {
            train(3);
            for (int k = 0; k < 2; k++) {
                taken.add(animation(StageChart.LOSS));
                taken.add(animation(StageChart.WEIGHTS));
            }
        });
        assertArrayEquals(bytes(taken.get(0)), bytes(taken.get(2)));
        assertArrayEquals(bytes(taken.get(1)), bytes(taken.get(3)));
    }

    @Test
    void animationContinuesWithItsRunWhenStageChanges(FxRobot robot) throws IOException {
        List<GifSource> taken = new ArrayList<>();
        robot.interact(() -> {
            train(3);
            taken.add(animation(StageChart.CONFUSION));
            taken.add(animation(StageChart.LOSS));
            lab.runController().restart();
        });
        assertEquals(4, DecodedGif.of(bytes(taken.get(0))).frames().size());
        assertEquals(4, DecodedGif.of(bytes(taken.get(1))).frames().size());
    }

    @Test
    void cancelingLeavesNoFile(FxRobot robot) {
        List<GifSource> taken = new ArrayList<>();
        robot.interact(() -> {
            train(3);
            taken.add(animation(StageChart.NETWORK));
        });
        List<Double> shares = new ArrayList<>();
        assertFalse(taken.get(0).gif(GIF, shares::add, () -> !shares.isEmpty()).isPresent());
        assertEquals(1, shares.size());
    }

    @Test
    void branchAnimatesEarlierNetworksAndCurvesFromItsStart(FxRobot robot) {
        robot.interact(() -> {
            Experiment asked = lab.experiment();
            lab.open(asked.withTraining(asked.training().withEpochs(6)), null);
            train(5);
            lab.playback().seek(2);
            lab.runController().branch();
            train(2);
            assertArrayEquals(new int[] {0, 1, 2, 3, 4}, lab.replay().inspectionEpochs());
            assertArrayEquals(new int[] {2, 3, 4}, lab.replay().curveEpochs());
            assertTrue(animation(StageChart.LOSS)
                    .gif(GIF, share -> {}, () -> false)
                    .isPresent());
        });
    }
}
