package hyperlab.lab.training.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.ui.UndoHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenLayerEditorTest {
    @Test
    void eachEditIsUndoneSeparately() {
        UndoHistory undo = new UndoHistory();
        ExperimentSettings settings = new ExperimentSettings(undo);
        HiddenLayerEditor editor = new HiddenLayerEditor(settings.network().hidden(), undo);
        editor.resize(0, true);
        editor.resize(0, true);
        assertEquals(List.of(10, 8), settings.network().hidden().get());
        editor.add();
        assertEquals(List.of(10, 8, 8), settings.network().hidden().get());
        editor.remove();
        editor.remove();
        editor.remove();
        editor.remove();
        assertEquals(List.of(), settings.network().hidden().get());
        editor.add();
        assertEquals(List.of(8), settings.network().hidden().get());
        for (int k = 0; k < 5; k++) {
            undo.undo();
        }
        assertEquals(List.of(10, 8), settings.network().hidden().get());
        undo.undo();
        assertEquals(List.of(9, 8), settings.network().hidden().get());
        settings.network().hidden().set(List.of(64));
        editor.resize(0, false);
        assertEquals(List.of(56), settings.network().hidden().get());
        settings.network().hidden().set(List.of(1));
        editor.resize(0, false);
        assertEquals(List.of(1), settings.network().hidden().get());
    }
}
