package hyperlab.lab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSurroundings;
import hyperlab.map.WalkDirection;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The points of a map: the pointer, the pinned pixel, the race between them, and the walk. */
class MapPointsTest extends MapLabFixture {
    private static final int SMALL_SAMPLES = 40;

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
        assertEquals(-1, state().racePosition());
        lab.pointAt(new MapCell(8, 0));
        lab.race();
        assertEquals(new MapCell(8, 0), state().pinnedCell());
        assertEquals(new MapCell(1, 1), state().otherCell());
        assertTrue(Objects.requireNonNull(state().pinned()).pixel().diverged());
        assertTrue(lab.playback().playingProperty().get());
        assertEquals("map.race.epoch", lab.playback().unitKeyProperty().get());
        assertEquals(6, lab.playback().lengthProperty().get(), "the longer run has 6 epochs");
        assertEquals(0, state().racePosition());
        lab.playback().seek(4);
        assertEquals(4, state().racePosition());
        lab.pointAt(new MapCell(2, 2));
        assertEquals(new MapCell(1, 1), state().otherCell(), "moving the pointer does not disturb a race");
        lab.playback().playingProperty().set(false);
        lab.endRace();
        assertEquals(-1, state().racePosition());
        assertEquals("map.stop", lab.playback().unitKeyProperty().get());
        assertEquals(8, lab.playback().positionProperty().get(), "the stop of the pinned pixel");
        lab.race();
        assertEquals(0, state().racePosition(), "again, with the same pixels");
        lab.pin(new MapCell(3, 3));
        assertEquals(-1, state().racePosition());
    }

    @Test
    void aPixelDoesNotRaceItself() {
        openSmall();
        lab.settingsState()
                .set(lab.setup().withDisplay(MapDisplay.DEFAULT.withPins(new MapPoint(0.1, 8), new MapPoint(0.1, 8))));
        lab.race();
        assertEquals(-1, state().racePosition());
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
}
