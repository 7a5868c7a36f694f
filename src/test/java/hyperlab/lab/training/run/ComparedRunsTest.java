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
    void theLatestFiveEndedRunsStay() {
        int first = begin(false);
        int second = begin(true);
        assertEquals(List.of(first, second), ids());
        int stillborn = begin(false);
        assertEquals(second, stillborn, "takes the place of a run that did not begin");
        assertEquals(List.of(first, stillborn), ids());
        assertEquals(first, runs.previous().id());
        assertTrue(runs.isGhost(runs.previous()));
        for (int k = 0; k < 4; k++) {
            begin(true);
        }
        assertEquals(6, ids().size());
        assertEquals(
                List.of(false, false, false, false, true, true),
                runs.runsProperty().get().stream().map(ComparedRun::visible).toList(),
                "only the previous run is drawn");
        ComparedRun third = runs.runsProperty().get().get(2);
        int seventh = begin(true);
        assertEquals(6, ids().size());
        assertFalse(ids().contains(first));
        assertEquals(0, runs.find(seventh).orElseThrow().style(), "the color that is free again");
        assertEquals(7, runs.find(seventh).orElseThrow().number(), "no other run ever had this number");
        assertEquals(third.style(), runs.find(third.id()).orElseThrow().style());
    }

    @Test
    void pinnedRunStaysAndRetainsItsColor() {
        int first = begin(false);
        runs.pin(first, true);
        begin(true);
        begin(true);
        begin(true);
        for (int k = 0; k < 4; k++) {
            begin(true);
        }
        assertEquals(7, ids().size(), "the pinned run, five ended ones and the live one");
        assertTrue(ids().contains(first));
        assertTrue(runs.find(first).orElseThrow().visible());
        assertEquals(0, runs.find(first).orElseThrow().style());
        assertEquals(
                7,
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

    @Test
    void comparesOnlyWithRunsThatAreDrawn() {
        int first = begin(false);
        runs.pin(first, true);
        int second = begin(true);
        runs.pin(second, true);
        begin(true);
        runs.setVisible(second, false);
        assertEquals(first, runs.reference().id());
        runs.setVisible(first, false);
        assertNull(runs.reference());
        runs.compareWith(second);
        assertTrue(runs.find(second).orElseThrow().visible(), "the selected run is drawn again");
        assertEquals(second, runs.reference().id());
    }
}
