package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.present.SceneList;
import hyperlab.file.Document;
import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.ui.FilePicker;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.field.NumberField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class ScenesInWindowTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private HyperlabWindow.Wiring wiring;
    private FakeLab lab;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        open("--language", "en", "--lab", "training", "--present");
    }

    private void open(String... options) {
        List<Labs.LabFactory> labs =
                List.of(FakeLab.maker(LabName.TRAINING, context -> lab = new FakeLab(LabName.TRAINING, context)));
        wiring = new TestWindow(stage, folder, labs, new TalkFilePicker(), options).wiring();
        stage.show();
    }

    private final class TalkFilePicker implements FilePicker {
        @Override
        public Optional<Path> open(FileType kind) {
            return Optional.of(file());
        }

        @Override
        public Optional<Path> save(FileType kind, String name) {
            return Optional.of(folder.resolve("talk"));
        }
    }

    private Path file() {
        return folder.resolve("talk.hyperlab-scenes.json");
    }

    @Stop
    void close() {
        wiring.close();
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private SceneList scenes() {
        return wiring.scenes().scenes();
    }

    private double rate() {
        return ((Document.OfExperiment) lab.document()).experiment().training().learningRate();
    }

    private String indicator() {
        return ((Labeled) node("presented-scene")).getText();
    }

    /** Two scenes, of the learning rates 0.1 and 0.5. */
    private void prepare(FxRobot robot) {
        robot.interact(() -> wiring.scenes().add());
        robot.interact(() ->
                ((NumberField) node("learning-rate-field")).valueProperty().set(0.5));
        robot.push(KeyCode.CONTROL, KeyCode.M);
        assertEquals(2, scenes().state().scenes().size());
    }

    @Test
    void keysStepThroughTheScenes(FxRobot robot) {
        assertFalse(node("presented-scene").isVisible());
        prepare(robot);
        assertEquals("2 / 2", indicator());
        robot.push(KeyCode.PAGE_UP);
        assertEquals(0.1, rate());
        assertEquals("1 / 2", indicator());
        robot.push(KeyCode.OPEN_BRACKET);
        assertEquals("1 / 2", indicator(), "there is no scene before the first one");
        robot.push(KeyCode.CLOSE_BRACKET);
        assertEquals(0.5, rate());
        robot.push(KeyCode.PAGE_UP);
        robot.interact(() ->
                ((NumberField) node("learning-rate-field")).valueProperty().set(0.7));
        robot.push(KeyCode.PAGE_DOWN);
        assertEquals(0.5, rate());
        robot.interact(lab.parts().undo()::undo);
        assertEquals(0.7, rate(), "undo restores what was on stage before the scene");
    }

    @Test
    void listIsEditedByKeyboard(FxRobot robot) {
        prepare(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        assertTrue(node("scenes-sheet").isVisible());
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertEquals(0.5, rateOf(0));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DELETE);
        assertEquals(1, scenes().state().scenes().size());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(2, scenes().state().scenes().size());
        robot.push(KeyCode.UP);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertFalse(node("scenes-sheet").isVisible());
        assertEquals(0.1, rate());
    }

    private double rateOf(int index) {
        Document document = scenes().state().scenes().get(index).saved().document();
        return ((Document.OfExperiment) document).experiment().training().learningRate();
    }

    @Test
    void scenesAreSavedOpenedAndKept(FxRobot robot) throws Exception {
        prepare(robot);
        robot.interact(() -> wiring.scenes().save());
        LabTestWindow.waitUntil(() -> Files.exists(file()));
        robot.interact(() -> {
            wiring.close();
            open("--language", "en", "--lab", "training", "--present");
        });
        assertEquals("2 / 2", indicator(), "the scenes are part of the session");
        robot.interact(() -> {
            scenes().replaceAll(List.of());
            wiring.close();
            open("--language", "en", "--present", file().toString());
        });
        assertEquals("1 / 2", indicator());
        assertEquals(0.1, rate());
    }
}
