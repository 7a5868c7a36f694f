package hyperlab.lab.training.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PointSet;
import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PointEditorTest {
    private final UndoHistory undo = new UndoHistory();
    private final ExperimentSettings settings = new ExperimentSettings(undo);
    private final PointEditor editor = new PointEditor(settings, undo);

    private DataSettings data() {
        return settings.experimentProperty().get().data();
    }

    private PointSet drawn() {
        return Objects.requireNonNull(data().points());
    }

    private DecisionMap.Window window() {
        return Objects.requireNonNull(editor.windowProperty().get());
    }

    private void clickAt(double x, double y) {
        editor.add(x, y);
        editor.settle();
    }

    @Test
    void editingAGeneratedSetBeginsWithItsPointsAndChangesNothingYet() {
        editor.begin();
        assertEquals(Experiment.DEFAULT, settings.experimentProperty().get());
        assertEquals(PointSet.of(DataSplitter.load(DataSettings.DEFAULT, 42, null)), editor.points());
        assertFalse(undo.canUndoProperty().get());
    }

    @Test
    void saysHowManyPointsTheFirstChangeLeavesOut() {
        editor.begin();
        assertEquals(0, editor.omittedPoints());
        settings.data().samples().set(PointSet.MAX_POINTS + 500);
        assertEquals(500, editor.omittedPoints());
        assertEquals(PointSet.MAX_POINTS, editor.points().size());
        editor.remove(0);
        assertEquals(PointSet.MAX_POINTS - 1, drawn().size());
        assertEquals(0, editor.omittedPoints());
    }

    @Test
    void eachGestureIsOneUndoStep() {
        editor.begin();
        PointSet moons = editor.points();
        editor.add(0.12345, 2);
        editor.moveSelected(1, 1);
        editor.moveSelected(3, 4);
        editor.settle();
        assertEquals(moons.with(new LabeledPoint(3, 4, 0)), drawn());
        editor.labelProperty().set(1);
        clickAt(0.12345, 2);
        assertEquals(new LabeledPoint(0.123, 2, 1), drawn().points().get(501));
        editor.select(0);
        editor.moveSelected(9, 9);
        editor.moveSelected(8, 8);
        editor.settle();
        editor.remove(1);
        assertEquals(501, drawn().size());
        undo.undo();
        assertEquals(502, drawn().size());
        undo.undo();
        assertEquals(moons.points().get(0), drawn().points().get(0));
        undo.undo();
        assertEquals(moons.with(new LabeledPoint(3, 4, 0)), drawn());
        undo.undo();
        assertEquals(Experiment.DEFAULT, settings.experimentProperty().get());
        assertFalse(undo.canUndoProperty().get());
        undo.redo();
        assertEquals(moons.with(new LabeledPoint(3, 4, 0)), drawn());
    }

    @Test
    void keysMoveTheSelectedPointByAFiftiethOfTheWindow() {
        editor.begin();
        editor.clear();
        editor.begin();
        clickAt(0, 0);
        editor.select(0);
        editor.nudgeSelected(1, 0);
        editor.nudgeSelected(1, -1);
        editor.settle();
        assertEquals(new LabeledPoint(0.48, -0.24, 0), drawn().points().get(0));
        undo.undo();
        assertEquals(new LabeledPoint(0, 0, 0), drawn().points().get(0));
    }

    @Test
    void otherDataGiveWayToAnEmptyPlane() {
        settings.data().source().set("iris");
        editor.begin();
        assertEquals(PointSet.EMPTY, drawn());
        assertTrue(editor.hasTooFewPoints());
        assertEquals(new DecisionMap.Window(-6, 6, -6, 6), window());
        undo.undo();
        assertEquals("iris", data().source());
        assertFalse(editor.editingProperty().get());
    }

    @Test
    void windowLeavesRoomAndOnlyGrowsWhilePointsAreEdited() {
        editor.begin();
        editor.clear();
        editor.settle();
        DecisionMap.Window empty = new DecisionMap.Window(-6, 6, -6, 6);
        editor.end();
        editor.begin();
        assertEquals(empty, window());
        clickAt(0, 0);
        clickAt(1, 1);
        assertEquals(empty, window());
        clickAt(10, 1);
        assertEquals(new DecisionMap.Window(-6, 10.8, -6, 6), window());
        editor.end();
        assertNull(editor.windowProperty().get());
        editor.begin();
        assertEquals(new DecisionMap.Window(-2.5, 12.5, -0.25, 1.25), window());
    }

    @Test
    void startsFromAGeneratorAsOneStep() {
        editor.begin();
        editor.startFrom(DataGenerator.BLOBS);
        assertEquals(PointEditor.START_POINTS, drawn().size());
        assertEquals(3, drawn().classes());
        assertEquals(4, editor.choosableClasses());
        undo.undo();
        assertEquals(Experiment.DEFAULT, settings.experimentProperty().get());
    }

    @Test
    void findsTheNearestPointWithinReach() {
        editor.begin();
        editor.clear();
        clickAt(0, 0);
        clickAt(1, 0);
        assertEquals(0, editor.nearest(0.4, 0, 0.5, 0.5));
        assertEquals(1, editor.nearest(0.6, 0, 0.5, 0.5));
        assertNull(editor.nearest(0, 0.6, 0.5, 0.5));
        assertEquals(0, editor.nearest(0, 0.6, 0.5, 1));
    }

    @Test
    void undoOfTheSelectedPointDeselectsIt() {
        editor.begin();
        clickAt(0, 0);
        assertEquals(500, editor.selectedProperty().get());
        undo.undo();
        assertNull(editor.selectedProperty().get());
        editor.selectNext(-1);
        assertEquals(0, editor.selectedProperty().get());
        editor.selectNext(-1);
        assertEquals(499, editor.selectedProperty().get());
    }

    @Test
    void tooManyPointsAreRejectedAndChangeNothing() {
        PointSet most = new PointSet(Collections.nCopies(PointSet.MAX_POINTS, new LabeledPoint(0, 0, 0)));
        settings.data().points().set(most);
        editor.begin();
        assertThrows(InvalidInputException.class, () -> editor.add(1, 1));
        assertEquals(most, drawn());
    }

    @Test
    void anotherSourceEndsEditing() {
        editor.begin();
        settings.data().source().set("spiral");
        assertTrue(editor.editingProperty().get());
        settings.data().source().set("wine");
        assertFalse(editor.editingProperty().get());
    }
}
