package hyperlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabViewModelTest {
    private final List<String> opened = new ArrayList<>();
    private final DoublingViewModel lab = new DoublingViewModel();

    /** A lab whose only setting is a number, and which shows the double of it. */
    private final class DoublingViewModel extends LabViewModel<Integer, Integer> {
        DoublingViewModel() {
            super("shell.step", 3, error -> {});
            settingsState().stateProperty().addListener((observed, before, now) -> setViewState(2 * now));
            setViewState(6);
        }

        @Override
        public Document document() {
            return new Document.OfPage(Integer.toString(settingsState().get()));
        }

        @Override
        public void open(Document document, @Nullable Path folder) {
            opened.add(document + " in " + folder);
        }
    }

    @Test
    void undoOfSettingChangesViewState() {
        lab.settingsState().change("undo.number", number -> 5);
        assertEquals(10, lab.viewStateProperty().get());
        lab.undo().undo();
        assertEquals(6, lab.viewStateProperty().get());
    }

    @Test
    void leavingAndClosingPausePlayback() {
        for (Runnable leave : List.<Runnable>of(lab::pause, lab::close)) {
            lab.playback().lengthProperty().set(9);
            lab.playback().completedProperty().set(9);
            lab.playback().playingProperty().set(true);
            assertTrue(lab.playback().playingProperty().get());
            leave.run();
            assertFalse(lab.playback().playingProperty().get());
        }
    }

    @Test
    void resolvesPathsAgainstWorkingDirectoryWithoutFolder() {
        lab.open(new Document.OfPage("seed"));
        assertEquals(List.of("OfPage[name=seed] in null"), opened);
    }
}
