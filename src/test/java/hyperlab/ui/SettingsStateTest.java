package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import org.junit.jupiter.api.Test;

class SettingsStateTest {
    private record Pair(String name, double number) {
        Pair {
            Checks.notNegative("number", number);
        }
    }

    private final UndoHistory undo = new UndoHistory();
    private final List<String> refused = new ArrayList<>();
    private final SettingsState<Pair> whole =
            new SettingsState<>(new Pair("a", 1), undo, error -> refused.add(error.line()));
    private final ObjectProperty<String> name =
            whole.part("undo.name", Pair::name, (pair, to) -> new Pair(to, pair.number()));
    private final DoubleProperty number =
            whole.number("undo.number", Pair::number, (pair, to) -> new Pair(pair.name(), to));

    @Test
    void settingAPartReplacesItInTheWhole() {
        name.set("b");
        number.set(2);
        assertEquals(new Pair("b", 2), whole.get());
        undo.undo();
        assertEquals(new Pair("b", 1), whole.get());
        assertEquals(1, number.get());
        undo.undo();
        assertEquals("a", name.get());
        undo.redo();
        assertEquals("b", name.get());
    }

    @Test
    void consecutiveChangesOfOnePartAreOneChange() {
        number.set(2);
        number.set(3);
        undo.undo();
        assertEquals(1, number.get());
        assertFalse(undo.canUndoProperty().get());
    }

    @Test
    void settingTheWholeUpdatesPartsWithoutUndoEntry() {
        whole.set(new Pair("c", 7));
        assertEquals("c", name.get());
        assertEquals(7, number.get());
        assertFalse(undo.canUndoProperty().get());
    }

    @Test
    void simultaneousChangesOfSeveralPartsAreOneChange() {
        number.set(2);
        whole.change("undo.both", pair -> new Pair("x", 9));
        assertEquals("undo.both", undo.undoNameProperty().get());
        undo.undo();
        assertEquals(new Pair("a", 2), whole.get());
    }

    @Test
    void rejectedChangeLeavesStateUnchanged() {
        name.set("b");
        number.set(-1);
        assertEquals(new Pair("b", 1), whole.get());
        assertEquals(1, number.get());
        assertEquals(List.of("number must be finite and ≥ 0, got -1"), refused);
        undo.undo();
        assertEquals("a", name.get());
        assertTrue(undo.canRedoProperty().get());
    }

    @Test
    void rejectionIsReportedOnce() {
        whole.change("undo.both", pair -> {
            throw new InvalidInputException("both", Rule.EMPTY);
        });
        assertEquals(1, refused.size());
        assertFalse(undo.canUndoProperty().get());
    }

    @Test
    void partListenerAlreadySeesTheNewSettings() {
        List<Pair> seen = new ArrayList<>();
        name.addListener((observed, before, now) -> seen.add(whole.get()));
        whole.set(new Pair("c", 7));
        assertEquals(List.of(new Pair("c", 7)), seen);
    }

    @Test
    void changeByAPartListenerIsNotOverwritten() {
        name.addListener((observed, before, now) -> {
            if (now.equals("c")) {
                whole.change("undo.both", pair -> new Pair("d", 9));
            }
        });
        whole.set(new Pair("c", 7));
        assertEquals(new Pair("d", 9), whole.get());
        assertEquals("d", name.get());
        assertEquals(9, number.get());
    }

    @Test
    void errorHandlerMayRethrowTheErrorToTheCaller() {
        SettingsState<Pair> strict = new SettingsState<>(new Pair("a", 1), undo, exception -> {
            throw exception;
        });
        assertThrows(
                InvalidInputException.class,
                () -> strict.changePart("undo.number", this, pair -> new Pair(pair.name(), -1)));
        assertEquals(new Pair("a", 1), strict.get());
        assertFalse(undo.canUndoProperty().get());
    }
}
