package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedRunsTest {
    private final UndoHistory undo = new UndoHistory();
    private final ComparedRuns runs = new ComparedRuns(undo);

    private int begin(boolean keepsEnded) {
        return runs.start(Experiment.DEFAULT, new RunHistory(), keepsEnded).id();
    }

    private List<Integer> ids() {
        return runs.runsProperty().get().stream().map(ComparedRun::id).toList();
    }

    @Test
    void unpinnedRunStaysUntilAnotherEnds() {
        int first = begin(false);
        int second = begin(true);
        assertEquals(List.of(first, second), ids());
        int stillborn = begin(false);
        assertEquals(List.of(first, stillborn), ids());
        assertEquals(first, runs.previous().id());
        int third = begin(true);
        assertEquals(List.of(stillborn, third), ids());
    }

    @Test
    void pinnedRunStaysAndRetainsItsColor() {
        int first = begin(false);
        runs.pin(first, true);
        begin(true);
        begin(true);
        begin(true);
        assertEquals(3, ids().size());
        assertTrue(ids().contains(first));
        assertEquals(0, runs.find(first).orElseThrow().style());
        assertEquals(
                3,
                runs.runsProperty().get().stream()
                        .map(ComparedRun::style)
                        .distinct()
                        .count());
    }

    @Test
    void runChangesCanBeUndoneByName() {
        int first = begin(false);
        int second = begin(true);
        runs.rename(first, "  slow ");
        runs.setStyle(first, 4);
        runs.setVisible(first, false);
        ComparedRun changed = runs.find(first).orElseThrow();
        assertEquals("slow", changed.name());
        assertEquals(4, changed.style());
        assertFalse(changed.visible());
        runs.delete(first);
        assertEquals(List.of(second), ids());
        assertNull(runs.previous());
        assertEquals("training.runs.delete", undo.undoNameProperty().get());
        undo.undo();
        assertEquals(changed, runs.runsProperty().get().get(0));
        undo.undo();
        undo.undo();
        undo.undo();
        assertEquals(
                new ComparedRun(first, 1, "", 0, Experiment.DEFAULT, changed.history(), true, false, null),
                runs.find(first).orElseThrow());
        undo.redo();
        assertEquals("slow", runs.find(first).orElseThrow().name());
    }

    @Test
    void runsCanBeMovedWithinTheList() {
        int first = begin(false);
        int second = begin(true);
        runs.move(second, -5);
        assertEquals(List.of(second, first), ids());
        undo.undo();
        assertEquals(List.of(first, second), ids());
    }

    @Test
    void liveRunIsNeverDeleted() {
        int live = begin(false);
        runs.delete(live);
        assertEquals(live, runs.live().id());
        assertFalse(undo.canUndoProperty().get());
    }

    @Test
    void comparesLiveRunWithSelectedOrPreviousRun() {
        int first = begin(false);
        runs.pin(first, true);
        int second = begin(true);
        assertEquals(first, runs.reference().id());
        runs.pin(second, true);
        begin(true);
        assertEquals(second, runs.reference().id());
        runs.compareWith(first);
        assertEquals(first, runs.reference().id());
        runs.delete(first);
        assertEquals(second, runs.reference().id());
    }
}
