package hyperlab.lab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.finding.Finding;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.map.OverlayCurve;
import hyperlab.map.Pixel;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.tune.SearchDimension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Computing a map: its pixels, its zoom, and what the lab says about it. */
class MapViewModelTest extends MapLabFixture {
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
