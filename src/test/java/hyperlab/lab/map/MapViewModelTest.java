package hyperlab.lab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.finding.Finding;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MapSurroundings;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.map.OverlayCurve;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelTrainer;
import hyperlab.map.WalkDirection;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.KeyNames;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view model without a toolkit. Work runs directly, unless a test collects it. */
class MapViewModelTest {
    private static final Experiment EXPERIMENT = Experiment.DEFAULT
            .withSeed(1)
            .withData(DataSettings.DEFAULT.withSamples(50))
            .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(4)).withActivation(new Activation.Tanh()))
            .withTraining(TrainingSettings.DEFAULT
                    .withLoss(Loss.SQUARED_ERROR)
                    .withOptimizer(Sgd.DEFAULT)
                    .withLearningRate(0.2)
                    .withBatchSize(new BatchSize(8))
                    .withEpochs(6));
    private static final MapSpecification SMALL = new MapSpecification(
            new MapSubject.OfExperiment(EXPERIMENT),
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 100), 9),
            new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 32), 6, true),
            MapColor.TRAIN_LOSS);

    private static final int SMALL_SAMPLES = 40;

    private final List<String> rejected = new ArrayList<>();
    private final MapViewModel lab =
            new MapViewModel((name, work) -> work.run(), 1, Runnable::run, error -> rejected.add(error.line()));

    private MapViewState state() {
        return lab.viewStateProperty().get();
    }

    private MapSnapshot snapshot() {
        return Objects.requireNonNull(state().snapshot());
    }

    private void openSmall() {
        lab.open(new Document.OfMap(SMALL));
        lab.resume();
    }

    @Test
    void computesNothingBeforeItIsOnStage() {
        assertNull(state().snapshot());
        assertEquals(MapPreset.MOONS.map(), lab.setup().map());
        openSmall();
        assertTrue(state().isCurrent());
        assertTrue(snapshot().progress().isComplete());
        assertFalse(state().running());
    }

    @Test
    void pixelIsTheTrainingRunWithItsSettings() {
        openSmall();
        MapCell cell = new MapCell(3, 2);
        lab.pin(cell);
        PixelRun run = Objects.requireNonNull(state().pinned());
        double rate = lab.xValues().number(3);
        int batch = (int) lab.yValues().number(2);
        Experiment settings = EXPERIMENT.withTraining(
                EXPERIMENT.training().withLearningRate(rate).withBatchSize(new BatchSize(batch)));
        assertEquals(new Document.OfExperiment(settings), run.document());
        List<Double> losses = new ArrayList<>();
        TrainingRun training =
                new TrainingRun(settings, DataSplitter.loadAndSplit(settings.data(), settings.seed(), null), null);
        training.train(report -> losses.add(report.trainLoss()), () -> false);
        assertEquals(7, run.losses().length);
        for (int k = 0; k < 7; k++) {
            assertEquals(losses.get(k), run.losses()[k]);
        }
        assertEquals(losses.get(6), run.pixel().value());
        assertEquals(run.pixel(), snapshot().pixel(3, 2));
        assertEquals(training.stepCount(), run.steps());
    }

    @Test
    void pointerIsComparedWithThePinnedPixelAndThenThePreviousOneIs() {
        openSmall();
        lab.pin(new MapCell(1, 1));
        lab.pin(new MapCell(3, 2));
        assertEquals(new MapCell(3, 2), state().pinnedCell());
        assertEquals(new MapCell(1, 1), state().otherCell());
        assertFalse(state().pointing());
        lab.pointAt(new MapCell(8, 0));
        assertTrue(state().pointing());
        assertEquals(new MapCell(8, 0), state().otherCell());
        PixelRun other = Objects.requireNonNull(state().other());
        assertTrue(other.pixel().diverged(), "a rate of 100 diverges");
        assertTrue(other.losses().length < 7, "the losses end where the run diverged");
        lab.pointAt(null);
        assertEquals(new MapCell(1, 1), state().otherCell());
        assertEquals(new MapCell(3, 2), state().pinnedCell());
    }

    /** The playback bar asks for labels while the walk changes to that of another map. */
    @Test
    void everyStopHasALabelWhileTheMapChanges() {
        openSmall();
        List<String> labels = new ArrayList<>();
        lab.playback()
                .lengthProperty()
                .addListener((observed, before, now) ->
                        labels.add(lab.playback().labelsProperty().get().apply(now.intValue())));
        lab.open(new Document.OfMap(MapPreset.MOMENTUM.map()));
        lab.open(new Document.OfMap(SMALL));
        lab.pause();
        lab.open(new Document.OfMap(MapPreset.DIGITS.map()));
        assertEquals(3, labels.size());
    }

    @Test
    void racePlaysBothRunsEpochByEpochAndEndsWithAnotherPixel() {
        openSmall();
        lab.pin(new MapCell(1, 1));
        assertEquals(-1, state().raceMoment());
        lab.pointAt(new MapCell(8, 0));
        lab.race();
        assertEquals(new MapCell(8, 0), state().pinnedCell());
        assertEquals(new MapCell(1, 1), state().otherCell());
        assertTrue(Objects.requireNonNull(state().pinned()).pixel().diverged());
        assertTrue(lab.playback().playingProperty().get());
        assertEquals("map.race.epoch", lab.playback().unitKeyProperty().get());
        assertEquals(6, lab.playback().lengthProperty().get(), "the longer run has 6 epochs");
        assertEquals(0, state().raceMoment());
        lab.playback().seek(4);
        assertEquals(4, state().raceMoment());
        lab.pointAt(new MapCell(2, 2));
        assertEquals(new MapCell(1, 1), state().otherCell(), "moving the pointer does not disturb a race");
        lab.playback().playingProperty().set(false);
        lab.endRace();
        assertEquals(-1, state().raceMoment());
        assertEquals("map.stop", lab.playback().unitKeyProperty().get());
        assertEquals(8, lab.playback().positionProperty().get(), "the stop of the pinned pixel");
        lab.race();
        assertEquals(0, state().raceMoment(), "again, with the same pixels");
        lab.pin(new MapCell(3, 3));
        assertEquals(-1, state().raceMoment());
    }

    @Test
    void aPixelDoesNotRaceItself() {
        openSmall();
        lab.settingsState()
                .set(lab.setup().withDisplay(MapDisplay.DEFAULT.withPins(new MapPoint(0.1, 8), new MapPoint(0.1, 8))));
        lab.race();
        assertEquals(-1, state().raceMoment());
        assertFalse(lab.playback().playingProperty().get());
    }

    @Test
    void comparisonSaysHowFarTheDivergedRunIsFromTheLimitOfItsRow() {
        openSmall();
        lab.pin(new MapCell(1, 0));
        lab.pin(new MapCell(8, 0));
        double limit = Double.NaN;
        for (int column = 0; column < lab.xValues().count() && isStable(column, 0); column++) {
            limit = lab.xValues().number(column);
        }
        double rate = lab.xValues().number(8);
        MapText text = new MapText(Texts.in(Language.ENGLISH));
        String sameRow = text.explanation(state()).get(0);
        assertEquals(
                "Where batch size is %s, no run diverges up to a rate of %s. The run that diverged has %s, which is %s times as much. The other run, with %s, stays within the limit."
                        .formatted(
                                MapText.format(lab.yValues().number(0)),
                                MapText.format(limit),
                                MapText.format(rate),
                                MapText.format(rate / limit),
                                MapText.format(lab.xValues().number(1))),
                sameRow);
        String ending = "batch size %s: no run diverges up to %s"
                .formatted(MapText.format(lab.yValues().number(0)), MapText.format(limit));
        assertTrue(text.narration(state()).endsWith(ending), text.narration(state()));
        lab.pin(new MapCell(1, 2));
        assertFalse(isStable(8, 0));
        String otherRow = text.explanation(state()).get(0);
        assertTrue(
                sameRow.startsWith(otherRow), "the row of the run that diverged, without the other one: " + otherRow);
        lab.pin(new MapCell(2, 2));
        assertFalse(text.explanation(state()).get(0).contains("which is"), "both runs are stable");
        assertFalse(text.narration(state()).contains("no run diverges"), text.narration(state()));
    }

    private boolean isStable(int column, int row) {
        return !Objects.requireNonNull(snapshot().pixel(column, row)).diverged();
    }

    /** The epochs of a run that diverged count samples; its steps count batches. */
    @Test
    void stepsOfADivergedRunAreThoseUntilItDiverged() {
        openSmall();
        for (MapCell cell : List.of(new MapCell(8, 0), new MapCell(1, 0))) {
            lab.pin(cell);
            PixelRun run = Objects.requireNonNull(state().pinned());
            double perEpoch = Math.ceil(SMALL_SAMPLES / lab.yValues().number(0));
            assertEquals(run.pixel().epochs() * perEpoch, (double) run.steps(), 1e-6, cell.toString());
            assertEquals(cell.column() == 8, run.steps() < 6 * perEpoch);
        }
    }

    @Test
    void stopsOfAZoomedMapHaveEnoughDigits() {
        MapSpecification map = MapPreset.MOMENTUM.map();
        lab.open(new Document.OfMap(
                map.withAxes(map.x().withDimension(new SearchDimension.LinearDimension(0.3, 0.3000001)), map.y())));
        var labels = lab.playback().labelsProperty().get();
        assertEquals("0.3", labels.apply(0));
        assertEquals("0.3000001", labels.apply(map.x().count() - 1));
    }

    @Test
    void arrowKeysMoveThePointerWithinTheMap() {
        openSmall();
        lab.pin(new MapCell(7, 4));
        lab.movePointer(1, 0);
        assertEquals(new MapCell(8, 4), state().otherCell());
        assertTrue(state().pointing());
        lab.movePointer(8, 8);
        assertEquals(new MapCell(8, lab.yValues().count() - 1), state().otherCell());
        lab.movePointer(-100, -100);
        assertEquals(new MapCell(0, 0), state().otherCell());
    }

    @Test
    void pinsAndOverlaysAreInTheDocumentAndInUndo() {
        openSmall();
        Document before = lab.document();
        MapCell first = state().pinnedCell();
        lab.pin(new MapCell(3, 2));
        lab.settings().contoursProperty().set(true);
        Document.OfMap after = (Document.OfMap) lab.document();
        assertNotEquals(before, after);
        assertEquals(
                new MapPoint(lab.xValues().number(3), lab.yValues().number(2)),
                after.display().pinned());
        assertTrue(after.display().contours());
        lab.undo().undo();
        lab.undo().undo();
        assertEquals(before, lab.document());
        assertEquals(first, state().pinnedCell());
        lab.open(after);
        assertEquals(new MapCell(3, 2), state().pinnedCell());
        assertEquals(first, state().otherCell());
        assertEquals(after, lab.document());
        lab.playback().seek(0);
        assertEquals(new MapCell(0, 2), state().pinnedCell());
        assertEquals(after, lab.document(), "a walk moves no pin of the document");
    }

    @Test
    void ownValuesOfTheExperimentArePinnedWithoutAPin() {
        lab.open(new Document.OfMap(MapSurroundings.of(EXPERIMENT, "training.batchSize")));
        assertEquals(0.2, lab.xValues().number(state().pinnedCell().column()));
        assertEquals(8, lab.yValues().number(state().pinnedCell().row()));
        lab.open(new Document.OfMap(MapSurroundings.of(
                EXPERIMENT.withTraining(EXPERIMENT.training().withBatchSize(BatchSize.FULL)), "training.batchSize")));
        assertEquals(lab.yValues().count() - 1, state().pinnedCell().row(), "the full batch is the largest");
        lab.settings().y().keyProperty().set("network.dropout");
        assertEquals(0, state().pinnedCell().row(), "no dropout");
    }

    @Test
    void severalSeedsShowHowManyDiverged() {
        openSmall();
        lab.settings().seedsProperty().set(4);
        int disputed = 0;
        for (int row = 0; row < lab.yValues().count(); row++) {
            for (int column = 0; column < lab.xValues().count(); column++) {
                double share =
                        Objects.requireNonNull(snapshot().pixel(column, row)).divergedShare();
                assertEquals(share, snapshot().divergedShare(row * snapshot().columns() + column), 1e-7);
                disputed += share > 0 && share < 1 ? 1 : 0;
            }
        }
        assertTrue(disputed > 0, "some pixel is near the boundary");
        lab.pin(new MapCell(8, 0));
        MapText text = new MapText(Texts.in(Language.ENGLISH));
        assertEquals(
                "4 of 4",
                text.divergedSeeds(
                        lab.setup().map(),
                        Objects.requireNonNull(state().pinned()).pixel()));
    }

    @Test
    void playbackWalksAlongTheRowTheColumnOrTheConstantRatio() {
        openSmall();
        lab.pin(new MapCell(3, 2));
        assertEquals(8, lab.playback().lengthProperty().get());
        assertEquals(3, lab.playback().positionProperty().get());
        lab.playback().seek(5);
        assertEquals(new MapCell(5, 2), state().pinnedCell());
        assertEquals(new MapCell(5, 2), Objects.requireNonNull(state().pinned()).cell());
        lab.settings().walkProperty().set(WalkDirection.Y);
        assertEquals(lab.yValues().count() - 1, lab.playback().lengthProperty().get());
        lab.playback().seek(0);
        assertEquals(new MapCell(5, 0), state().pinnedCell());
        lab.pin(new MapCell(2, 1));
        lab.settings().walkProperty().set(WalkDirection.RATIO);
        double ratio = lab.xValues().number(2) / lab.yValues().number(1);
        for (MapCell cell : state().walk().cells()) {
            double wanted = ratio * lab.yValues().number(cell.row());
            assertEquals(lab.xValues().nearest(wanted), cell.column());
        }
        lab.playback().seek(lab.playback().lengthProperty().get());
        MapWalk walk = state().walk();
        assertEquals(walk.cells().get(walk.cells().size() - 1), state().pinnedCell());
    }

    @Test
    void zoomShowsPartAndItsResetTheWholeAndBothCanBeUndone() {
        openSmall();
        MapSpecification whole = lab.setup().map();
        lab.pin(new MapCell(4, 2));
        double pinnedRate = lab.xValues().number(4);
        lab.zoomTo(0.1, 10, 0.7, 8.5);
        MapSpecification part = lab.setup().map();
        assertTrue(lab.setup().isZoomed());
        assertEquals(new SearchDimension.IntegerDimension(1, 8), part.y().dimension());
        assertTrue(part.x().low() > 0.1 && part.x().high() < 10, "the chart adds half a pixel at each end");
        double factor = Math.pow(part.x().high() / part.x().low(), 1.0 / 8);
        assertEquals(0.1, part.x().low() / Math.sqrt(factor), 0.02);
        assertTrue(snapshot().progress().isComplete());
        assertEquals(part, snapshot().map());
        assertEquals(lab.xValues().nearest(pinnedRate), state().pinnedCell().column(), "the pin stays in place");
        lab.resetZoom();
        assertEquals(whole, lab.setup().map());
        assertEquals(0, snapshot().progress().runs(), "the pixels were kept");
        lab.undo().undo();
        assertEquals(part, lab.setup().map());
        lab.undo().undo();
        assertEquals(whole, lab.setup().map());
    }

    @Test
    void zoomingOutComesBackToTheSamePixelsDespiteRounding() {
        lab.open(new Document.OfMap(SMALL.withAxes(
                SMALL.x(), new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(3, 32), 6, true))));
        lab.resume();
        List<MapSpecification> shown = new ArrayList<>();
        double rate = 0.7;
        double batch = 11;
        for (int notch = 0; notch < 4; notch++) {
            shown.add(lab.setup().map());
            zoomAround(rate, batch, 1 / 1.2);
        }
        for (int notch = 3; notch >= 0; notch--) {
            zoomAround(rate, batch, 1.2);
            assertEquals(shown.get(notch), lab.setup().map());
            assertEquals(0, snapshot().progress().runs(), "the pixels were kept");
        }
        zoomAround(rate, batch, 1.2);
        assertNotEquals(shown.get(0), lab.setup().map());
        assertEquals(List.of(), rejected);
    }

    /** Like a turn of the wheel: the chart ends half a pixel beyond the first and the last value. */
    private void zoomAround(double x, double y, double factor) {
        MapAxis columns = lab.setup().map().x();
        double half = Math.pow(columns.high() / columns.low(), 0.5 / (columns.count() - 1));
        MapAxis rows = lab.setup().map().y();
        lab.zoomTo(
                x * Math.pow(columns.low() / half / x, factor),
                x * Math.pow(columns.high() * half / x, factor),
                y * Math.pow((rows.low() - 0.5) / y, factor),
                y * Math.pow((rows.high() + 0.5) / y, factor));
    }

    @Test
    void completeMapWithoutBoundarySaysHowManyRunsDiverge() {
        lab.open(new Document.OfMap(new MapSpecification(
                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT.withSteps(20)),
                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1e4, 2e4), 4),
                new MapAxis("layerRates.1", new SearchDimension.LogDimension(1e4, 2e4), 3),
                MapColor.TRAIN_LOSS)));
        MapText text = new MapText(Texts.in(Language.ENGLISH));
        assertEquals(List.of(), text.explanation(state()));
        lab.resume();
        assertEquals(List.of("Runs diverge on 12 of 12 pixels."), text.explanation(state()));
    }

    @Test
    void zoomEndsWhereNumbersCannotBeToldApart() {
        lab.open(new Document.OfMap(new MapSpecification(
                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT.withSteps(3)),
                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 1e4), 8),
                new MapAxis("layerRates.1", new SearchDimension.LogDimension(1, 1e4), 8),
                MapColor.TRAIN_LOSS)));
        for (int level = 0; level < 60; level++) {
            MapAxis x = lab.setup().map().x();
            MapAxis y = lab.setup().map().y();
            double middle = Math.sqrt(x.low() * x.high());
            lab.zoomTo(Math.sqrt(x.low() * middle), Math.sqrt(middle * x.high()), y.low(), y.high());
        }
        MapAxis x = lab.setup().map().x();
        assertTrue(x.high() / x.low() - 1 < 1e-6, "a zoom of more than 10⁶");
        assertEquals(8, x.values().stream().distinct().count());
        assertEquals(List.of(), rejected);
    }

    @Test
    void captionsSayWhatSeveralSeedsShow() {
        openSmall();
        MapText text = new MapText(Texts.in(Language.ENGLISH));
        assertEquals("every pixel is one training run, 54 pixels", text.progress(state()));
        assertEquals("from the same start", text.lossCaption(lab.setup().map()));
        lab.settings().seedsProperty().set(3);
        assertEquals("every pixel is the median of 3 training runs, 54 pixels", text.progress(state()));
        assertEquals(
                "from the same start, the first of 3 seeds",
                text.lossCaption(lab.setup().map()));
    }

    @Test
    void curvesOfThePreviousMapAreNotDrawnOverAnotherOne() {
        openSmall();
        assertTrue(state().sharpness() > 0);
        assertFalse(state().overlays().isEmpty());
        lab.pause();
        lab.settings().colorProperty().set(MapColor.OUTCOME);
        assertTrue(state().sharpness() > 0, "the same runs");
        lab.choosePreset(MapPreset.DIGITS);
        assertTrue(Double.isNaN(state().sharpness()));
        assertEquals(List.of(), state().overlays());
        assertNull(state().analysis());
    }

    @Test
    void anotherColorTrainsNothingUnlessItNeedsATarget() {
        openSmall();
        double[] losses = Objects.requireNonNull(state().pinned()).losses();
        assertEquals(54, snapshot().progress().runs());
        for (MapColor color : AxisKeys.colors(SMALL, null)) {
            boolean watches = color == MapColor.EPOCHS_TO_TARGET;
            lab.settings().colorProperty().set(color);
            assertEquals(color, snapshot().map().color());
            assertTrue(snapshot().progress().isComplete());
            boolean trains = watches || color == MapColor.TRAIN_LOSS;
            assertEquals(trains ? 54 : 0, snapshot().progress().runs(), color::name);
            PixelRun pinned = Objects.requireNonNull(state().pinned());
            assertSame(losses, pinned.losses(), "the run of the pinned pixel is not performed again");
            assertEquals(snapshot().pixel(pinned.cell().column(), pinned.cell().row()), pinned.pixel());
            assertEquals(watches, state().repeatsRuns());
        }
    }

    @Test
    void everySettingChangesTheMapAndCanBeUndone() {
        openSmall();
        MapSettings settings = lab.settings();
        List<Runnable> changes = List.of(
                () -> settings.x().keyProperty().set("training.penalty.l2"),
                () -> settings.x().scaleProperty().set(AxisScale.LINEAR),
                () -> settings.x().scaleProperty().set(AxisScale.LIST),
                () -> settings.x().lowProperty().set(0.02),
                () -> settings.y().highProperty().set(16),
                () -> settings.resolutionProperty().set(16),
                () -> settings.colorProperty().set(MapColor.VALIDATION_ACCURACY),
                () -> settings.targetProperty().set(0.2),
                () -> settings.seedsProperty().set(2),
                () -> settings.epochsProperty().set(2),
                () -> settings.sourceProperty().set("iris"));
        for (Runnable change : changes) {
            MapSetup before = lab.setup();
            change.run();
            MapSetup after = lab.setup();
            assertNotEquals(before, after);
            assertNull(state().error());
            assertEquals(after.map(), snapshot().map());
            lab.undo().undo();
            assertEquals(before, lab.setup());
            lab.undo().redo();
            assertEquals(after, lab.setup());
            lab.undo().undo();
        }
        assertEquals(List.of(), rejected);
    }

    @Test
    void invalidBoundsAreRejected() {
        openSmall();
        lab.settings().x().lowProperty().set(1000);
        assertEquals(1, rejected.size());
        assertEquals(SMALL, lab.setup().map());
        assertEquals(0.01, lab.settings().x().lowProperty().get());
    }

    @Test
    void axesTradePlacesWhenOneGetsTheKeyOfTheOther() {
        openSmall();
        lab.settings().x().keyProperty().set("training.batchSize");
        assertEquals(SMALL.y(), lab.setup().map().x());
        assertEquals(SMALL.x(), lab.setup().map().y());
    }

    @Test
    void scalesKeepBoundsAsFarAsTheyCan() {
        MapAxis log = SMALL.x();
        MapAxis linear = AxisScale.LINEAR.apply(log);
        assertEquals(new SearchDimension.LinearDimension(0.01, 100), linear.dimension());
        assertEquals(log, AxisScale.LOG.apply(linear));
        MapAxis fromZero = new MapAxis("network.dropout", new SearchDimension.LinearDimension(0, 0.8), 9);
        assertEquals(
                new SearchDimension.LogDimension(0.0008, 0.8),
                AxisScale.LOG.apply(fromZero).dimension());
        MapAxis list = AxisScale.LIST.apply(SMALL.y());
        assertEquals(AxisScale.LIST, AxisScale.of(list));
        assertEquals(SMALL.y(), AxisScale.INTEGER_LOG.apply(list));
    }

    @Test
    void pauseStopsAndResumeContinuesOnlyOnStage() {
        Deque<Runnable> work = new ArrayDeque<>();
        MapViewModel model =
                new MapViewModel((name, task) -> work.add(task), 1, Runnable::run, error -> rejected.add(error.line()));
        model.open(new Document.OfMap(SMALL));
        model.resume();
        assertTrue(model.viewStateProperty().get().running());
        model.pauseOrContinue();
        assertFalse(model.viewStateProperty().get().running());
        work.forEach(Runnable::run);
        assertNull(model.viewStateProperty().get().snapshot(), "a stopped computation shows nothing");
        work.clear();
        model.pauseOrContinue();
        assertTrue(model.viewStateProperty().get().running());
        model.pause();
        work.forEach(Runnable::run);
        assertFalse(model.viewStateProperty().get().running());
        assertNull(model.viewStateProperty().get().snapshot());
    }

    @Test
    void newMapCancelsTheOldOne() {
        Deque<Runnable> work = new ArrayDeque<>();
        MapViewModel model =
                new MapViewModel((name, task) -> work.add(task), 1, Runnable::run, error -> rejected.add(error.line()));
        model.open(new Document.OfMap(SMALL));
        model.resume();
        model.settings().epochsProperty().set(3);
        while (!work.isEmpty()) {
            work.remove().run();
            MapSnapshot shown = model.viewStateProperty().get().snapshot();
            assertTrue(shown == null || shown.map().equals(model.setup().map()));
        }
        assertTrue(model.viewStateProperty().get().isCurrent());
        model.undo().undo();
        while (!work.isEmpty()) {
            work.remove().run();
        }
        MapSnapshot again =
                Objects.requireNonNull(model.viewStateProperty().get().snapshot());
        assertEquals(SMALL, again.map());
        assertEquals(again.progress().pixels(), again.progress().runs(), "the canceled computation trained no pixel");
    }

    @Test
    void overlaysAndFindingsFollowFromThePixels() {
        openSmall();
        assertTrue(state().sharpness() > 0);
        assertTrue(state().overlays().stream().anyMatch(curve -> curve.kind() == OverlayCurve.Kind.TWO_OVER_SHARPNESS));
        lab.settings().curvesProperty().set(false);
        assertTrue(
                state().overlays().stream().noneMatch(curve -> curve.kind() == OverlayCurve.Kind.TWO_OVER_SHARPNESS));
        assertTrue(keys().contains("map.finding.seed"));
        Finding<?, MapSetup> oneSeed = MapDoctor.findings(state()).stream()
                .filter(finding -> finding.key().equals("map.finding.seed"))
                .findFirst()
                .orElseThrow();
        lab.settingsState()
                .change(
                        "map.undo.remedy",
                        setup -> Objects.requireNonNull(oneSeed.remedy()).change());
        assertEquals(5, lab.setup().map().seeds());
        assertTrue(keys().contains("map.finding.seeds"));
        assertFalse(keys().contains("map.finding.seed"));
        double disputed = Objects.requireNonNull(state().analysis()).disputedShare();
        int count = 0;
        for (int row = 0; row < snapshot().rows(); row++) {
            for (int column = 0; column < snapshot().columns(); column++) {
                Pixel pixel = Objects.requireNonNull(snapshot().pixel(column, row));
                count += pixel.divergedShare() > 0 && pixel.divergedShare() < 1 ? 1 : 0;
            }
        }
        assertEquals((double) count / (snapshot().rows() * snapshot().columns()), disputed);
    }

    private List<String> keys() {
        return MapDoctor.findings(state()).stream().map(Finding::key).toList();
    }

    @Test
    void pinnedRunNextToTheBoundaryIsReportedAndOthersAreNot() {
        openSmall();
        int column = 0;
        while (!Objects.requireNonNull(snapshot().pixel(column + 1, 2)).diverged()) {
            column++;
        }
        lab.pin(new MapCell(column, 2));
        assertTrue(keys().contains("map.finding.boundary"));
        lab.pin(new MapCell(0, 2));
        assertFalse(keys().contains("map.finding.boundary"));
        lab.pin(new MapCell(8, 2));
        assertFalse(keys().contains("map.finding.boundary"), "it has diverged itself");
    }

    @Test
    void momentumIsComparedWithCriticalDamping() {
        MomentumComparison found =
                MomentumComparison.of(MapPreset.MOMENTUM.map(), 0.3, 0.8).orElseThrow();
        // The steps of the recurrence, computed with NumPy: see map.md's 40 and 8, and (1 − √0.3)².
        assertEquals(40, found.steps());
        assertEquals(0.204554884989668, found.criticalMomentum(), 1e-12);
        assertEquals(8, found.criticalSteps());
        assertTrue(MomentumComparison.of(MapPreset.MOMENTUM.map(), 1.5, 0.8).isEmpty(), "no damping above 1/λ");
        assertTrue(MomentumComparison.of(MapPreset.MOONS.map(), 0.3, 0.8).isEmpty());
    }

    @Test
    void everyPresetCanBeComputed() {
        lab.resume();
        for (MapPreset preset : MapPreset.values()) {
            assertNotNull(MapTrainers.of(preset.map(), null));
            assertEquals(preset, MapPreset.of(preset.map().subject()).orElseThrow());
            AxisValues x = new AxisValues(preset.map().x());
            AxisValues y = new AxisValues(preset.map().y());
            assertTrue(x.contains(preset.pinnedX()) && x.contains(preset.comparedX()), preset.id());
            assertTrue(y.contains(preset.pinnedY()) && y.contains(preset.comparedY()), preset.id());
        }
        lab.choosePreset(MapPreset.MOMENTUM);
        assertTrue(state().isCurrent());
        assertEquals(3, state().overlays().size());
        assertTrue(new MapText(Texts.in(Language.ENGLISH)).explanation(state()).size() >= 1);
    }

    @Test
    void accuracyIsOfferedWhereThereAreClasses() {
        for (String source : AxisKeys.SOURCES) {
            if (source.equals("mnist")) {
                continue; // Takes long to read.
            }
            MapSubject subject =
                    new MapSubject.OfExperiment(EXPERIMENT.withData(DataSettings.DEFAULT.withSource(source)));
            MapSpecification map = SMALL.withSubject(subject).withColor(MapColor.VALIDATION_ACCURACY);
            assertEquals(isValid(map, null), AxisKeys.colors(map, null).contains(MapColor.VALIDATION_ACCURACY), source);
        }
    }

    private static boolean isValid(MapSpecification map, @Nullable Path folder) {
        try {
            return MapTrainers.of(map, folder) != null;
        } catch (InvalidInputException invalid) {
            return false;
        }
    }

    /** Whether a column of numbers is a class depends on the rows of the table. */
    @Test
    void tableWithoutAGivenTaskOffersAccuracyOnceItsTargetIsKnown(@TempDir Path folder) throws IOException {
        StringBuilder table = new StringBuilder("a,class,number\n");
        for (int row = 0; row < 60; row++) {
            table.append(row % 7)
                    .append(',')
                    .append(row % 3)
                    .append(',')
                    .append(row * 0.5)
                    .append('\n');
        }
        Files.writeString(folder.resolve("table.csv"), table);
        for (String target : List.of("class", "number")) {
            CsvSettings csv = new CsvSettings("table.csv", target, List.of("a"), null, false);
            MapSpecification map = SMALL.withSubject(
                    new MapSubject.OfExperiment(EXPERIMENT.withData(DataSettings.DEFAULT.withCsv(csv))));
            assertFalse(AxisKeys.colors(map, null).contains(MapColor.TRAIN_ACCURACY));
            lab.open(new Document.OfMap(map), folder);
            lab.resume();
            PredictionTask task = Objects.requireNonNull(state().analysis()).task();
            List<MapColor> offered = AxisKeys.colors(map, task);
            assertEquals(target.equals("class"), offered.contains(MapColor.TRAIN_ACCURACY));
            for (MapColor color : MapColor.values()) {
                assertEquals(isValid(map.withColor(color), folder), offered.contains(color), color::name);
            }
        }
    }

    @Test
    void axesWithoutEffectAreNotOfferedAndNotKept() {
        openSmall();
        MapSettings settings = lab.settings();
        assertTrue(AxisKeys.of(SMALL.subject()).containsAll(List.of("data.noise", "network.dropout")));
        settings.y().keyProperty().set("data.noise");
        settings.sourceProperty().set("iris");
        assertFalse(AxisKeys.of(lab.setup().map().subject()).contains("data.noise"));
        assertEquals("training.batchSize", lab.setup().map().y().key());
        assertEquals("training.learningRate", lab.setup().map().x().key());
        assertNull(state().error());
        Experiment linear = EXPERIMENT.withNetwork(EXPERIMENT.network().withHidden(List.of()));
        assertFalse(AxisKeys.of(new MapSubject.OfExperiment(linear)).contains("network.dropout"));
    }

    @Test
    void everyAxisThatIsOfferedIsValid() {
        for (MapPreset preset : MapPreset.values()) {
            for (String key : AxisKeys.of(preset.map().subject())) {
                MapAxis axis = AxisKeys.axis(key, 4);
                assertTrue(AxisKeys.scales(axis).contains(AxisScale.of(axis)), key);
                String otherKey = AxisKeys.of(preset.map().subject()).stream()
                        .filter(each -> !each.equals(key))
                        .findFirst()
                        .orElseThrow();
                MapSpecification map = preset.map().withAxes(axis, AxisKeys.axis(otherKey, 4));
                for (MapColor color : AxisKeys.colors(map, null)) {
                    assertNotNull(MapTrainers.of(map.withColor(color), null));
                }
            }
        }
    }

    /** Also with the constants of all optimizers and schedules, and of all functions. */
    @Test
    void everyAxisOfADescentHasANameAndValidPixels() {
        Texts english = Texts.in(Language.ENGLISH);
        for (String name : ObjectiveFunctions.names()) {
            ObjectiveFunction function = ObjectiveFunctions.of(name);
            int number = ObjectiveFunctions.names().indexOf(name);
            DescentSetup.Racer racer = new DescentSetup.Racer(0.1, atIndex(Optimizer.all(), number), true)
                    .withSchedule(atIndex(Schedule.all(), number));
            MapSubject subject = new MapSubject.OfDescent(
                    new DescentSetup(name, function.parameters(), function.start(), 20, List.of(racer)));
            for (String key : AxisKeys.of(subject)) {
                assertTrue(key.equals("steps") || !KeyNames.of(key, english).equals(key), key);
                MapAxis axis = AxisKeys.axis(key, 3);
                MapAxis other = AxisKeys.axis(key.equals("learningRate") ? "steps" : "learningRate", 3);
                MapSpecification map = new MapSpecification(subject, axis, other, MapColor.OUTCOME);
                PixelTrainer trainer = MapTrainers.of(map, null);
                for (String value : axis.values()) {
                    Pixel pixel = trainer.train(
                            new PixelTrainer.PixelValues(value, other.values().get(0)), () -> false);
                    assertNotEquals(
                            PixelOutcome.INVALID, Objects.requireNonNull(pixel).outcome(), name + " " + key);
                }
            }
        }
    }

    private static <T> T atIndex(List<T> all, int index) {
        return all.get(index % all.size());
    }

    @Test
    void closedFormIsNotOfferedForAScheduleOfTheRate() {
        lab.resume();
        lab.choosePreset(MapPreset.MOMENTUM);
        assertTrue(AxisKeys.colors(lab.setup().map(), null).contains(MapColor.SPECTRAL_RADIUS));
        lab.settings().x().keyProperty().set("schedule.warmup");
        assertEquals(MapColor.TRAIN_LOSS, lab.setup().map().color());
        assertFalse(AxisKeys.colors(lab.setup().map(), null).contains(MapColor.SPECTRAL_RADIUS));
    }

    @Test
    void absurdBoundsAreRejectedAndChangeNothing() {
        openSmall();
        lab.settings().x().scaleProperty().set(AxisScale.LINEAR);
        MapSetup before = lab.setup();
        lab.settings().x().highProperty().set(1e300);
        lab.settings().x().lowProperty().set(-1e308);
        lab.settings().x().lowProperty().set(Double.NaN);
        lab.settings().x().lowProperty().set(before.map().x().high());
        assertEquals(before, lab.setup());
        assertEquals(4, rejected.size());
    }

    @Test
    void settingsFromTrainingArePinned() {
        lab.resume();
        lab.chooseExperiment(EXPERIMENT, null);
        assertEquals(new MapSubject.OfExperiment(EXPERIMENT), lab.setup().map().subject());
        PixelRun run = Objects.requireNonNull(state().pinned());
        assertEquals(8, Integer.parseInt(run.y()));
        assertEquals(0.2, Double.parseDouble(run.x()), 0.02);
        lab.undo().undo();
        assertEquals(MapPreset.MOONS.map(), lab.setup().map());
    }

    @Test
    void invalidDocumentChangesNothing() {
        openSmall();
        MapSpecification invalid = SMALL.withAxes(
                new MapAxis("training.learningRat", new SearchDimension.LogDimension(1, 2), 4), SMALL.y());
        assertThrows(InvalidInputException.class, () -> lab.open(new Document.OfMap(invalid)));
        assertEquals(SMALL, lab.setup().map());
        assertEquals(new Document.OfMap(SMALL), lab.document());
    }

    @Test
    void textsExistInBothLanguages() {
        openSmall();
        lab.pin(new MapCell(3, 2));
        lab.pointAt(new MapCell(8, 2));
        for (Language language : Language.values()) {
            MapText text = new MapText(Texts.in(language));
            assertTrue(text.narration(state()).contains("100"), text.narration(state()));
            List<String> paragraphs = text.explanation(state());
            assertTrue(paragraphs.size() >= 2, paragraphs.toString());
            assertTrue(text.progress(state()).contains("54"), text.progress(state()));
        }
    }
}
