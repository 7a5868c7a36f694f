package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {
    private final UndoHistory undo = new UndoHistory();
    private final IntegerProperty epochs = new SimpleIntegerProperty(10);
    private final IntegerProperty batch = new SimpleIntegerProperty(32);

    @BeforeEach
    void recordChanges() {
        record("training.epochs", epochs);
        record("training.batch", batch);
    }

    private void record(String nameKey, IntegerProperty setting) {
        setting.addListener(
                (observed, before, after) -> undo.record(nameKey, setting, before, after, setting::setValue));
    }

    @Test
    void undoRestoresTheValueAndRedoReappliesIt() {
        epochs.set(20);
        undo.undo();
        assertEquals(10, epochs.get());
        undo.redo();
        assertEquals(20, epochs.get());
    }

    @Test
    void oneGestureIsOneChange() {
        for (int k = 11; k <= 30; k++) {
            epochs.set(k);
        }
        undo.undo();
        assertEquals(10, epochs.get());
        assertFalse(undo.canUndoProperty().get());
    }

    @Test
    void settledGesturesAreUndoneOneByOne() {
        epochs.set(20);
        undo.settle();
        epochs.set(30);
        undo.undo();
        assertEquals(20, epochs.get());
        undo.undo();
        assertEquals(10, epochs.get());
    }

    @Test
    void anotherSettingEndsTheGesture() {
        epochs.set(20);
        batch.set(64);
        epochs.set(30);
        undo.undo();
        assertEquals(20, epochs.get());
        assertEquals(64, batch.get());
    }

    @Test
    void namesTheChangesToUndoAndRedo() {
        epochs.set(20);
        batch.set(64);
        assertEquals("training.batch", undo.undoNameProperty().get());
        undo.undo();
        assertEquals("training.epochs", undo.undoNameProperty().get());
        assertEquals("training.batch", undo.redoNameProperty().get());
    }

    @Test
    void newChangeClearsRedo() {
        epochs.set(20);
        undo.undo();
        batch.set(64);
        assertFalse(undo.canRedoProperty().get());
        assertTrue(undo.canUndoProperty().get());
    }

    @Test
    void openingAFileClearsTheHistoryWithoutAddingAChange() {
        epochs.set(20);
        undo.applyAndClear(() -> epochs.set(50));
        assertFalse(undo.canUndoProperty().get());
        assertEquals("", undo.undoNameProperty().get());
        assertEquals(50, epochs.get());
    }

    @Test
    void openingADocumentAsOneChangeKeepsTheEarlierChanges() {
        epochs.set(20);
        undo.applyAndKeep(() -> {
            undo.applyAndClear(() -> epochs.set(50));
            assertFalse(undo.isReplaying(), "nothing is undone");
        });
        undo.record("shell.open", this, 20, 50, epochs::setValue);
        assertEquals("shell.open", undo.undoNameProperty().get());
        undo.undo();
        assertEquals(20, epochs.get());
        undo.undo();
        assertEquals(10, epochs.get());
        undo.redo();
        undo.redo();
        assertEquals(50, epochs.get());
        assertFalse(undo.canRedoProperty().get());
    }

    @Test
    void retainsTheLastFiveHundredChanges() {
        for (int k = 1; k <= 600; k++) {
            epochs.set(10 + k);
            undo.settle();
        }
        while (undo.canUndoProperty().get()) {
            undo.undo();
        }
        assertEquals(110, epochs.get());
    }
}
