package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.train.Experiment;
import hyperlab.ui.FilePicker;
import hyperlab.ui.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The Tuning lab together with the window: files, the way to Training and back, and undo. */
@WindowTest
class TuningInWindowTest {
    private static final String STUDY = """
            {"format": "hyperlab-study/1",
             "experiment": {"format": "hyperlab-experiment/1", "data": {"samples": 40}, "training": {"epochs": 2}},
             "space": {"training.learningRate": {"type": "log", "low": 0.001, "high": 1}},
             "method": {"name": "random"}, "trials": 6, "seed": 4, "parallel": 1}
            """;

    @TempDir
    private Path folder;

    private Stage stage;
    private TestWindow window;
    private Optional<Path> answer = Optional.empty();

    @Start
    void open(Stage newStage) {
        stage = newStage;
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> open(FileType kind) {
                return answer;
            }

            @Override
            public Optional<Path> save(FileType kind, String suggestedName) {
                return answer;
            }
        };
        window = new TestWindow(
                stage, folder, Labs.all(), picker, "--language", "en", "--theme", "light", "--lab", "tuning");
        stage.show();
    }

    @Stop
    void close() {
        window.close();
    }

    private Node node(String id) {
        return window.node(id);
    }

    private Lab lab(LabName name) {
        return window.lab(name);
    }

    private Document.OfStudy study() {
        return assertInstanceOf(Document.OfStudy.class, lab(LabName.TUNING).document());
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) node(id)).fire());
    }

    private static void keys(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.CONTROL, code).release(code, KeyCode.CONTROL);
    }

    @Test
    void opensRunsTransfersAndSavesStudy(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("a.hyperlab-study.json"), STUDY);
        answer = Optional.of(file);
        keys(robot, KeyCode.O);
        LabTestWindow.waitUntil(() -> study().study().trials() == 6);
        press(robot, "tuning-run");
        LabTestWindow.waitUntil(
                () -> study().results().size() == 6 && !node("tuning-open-best").isDisabled());
        Document.OfStudy run = study();

        press(robot, "tuning-open-best");
        LabTestWindow.waitUntil(() -> ((Labeled) node("lab-title")).getText().equals("Training"));
        Experiment best = assertInstanceOf(
                        Document.OfExperiment.class, lab(LabName.TRAINING).document())
                .experiment();
        assertEquals(2, best.training().epochs());
        assertTrue(best.seed() >= 4 && best.seed() < 10, "a trial's own seed");

        robot.interact(() -> ((javafx.scene.control.ButtonBase) node("rail-tuning")).fire());
        press(robot, "tuning-from-training");
        assertEquals(best, study().study().experiment());
        keys(robot, KeyCode.Z);
        LabTestWindow.waitUntil(() -> study().equals(run));

        answer = Optional.of(folder.resolve("b"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S).release(KeyCode.S, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.interact(() -> window.wiring().saver().finish());
        assertSaved(folder.resolve("b.hyperlab-study.json"), run);
        press(robot, "tuning-space-add");
        assertTrue(study().results().isEmpty());
        answer = Optional.of(folder.resolve("b.hyperlab-study.json"));
        keys(robot, KeyCode.O);
        LabTestWindow.waitUntil(() -> study().equals(run));
    }

    private static void assertSaved(Path file, Document document) throws IOException {
        assertEquals(document, Documents.read(file));
    }
}
