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
import hyperlab.tune.TuningStudy;
import hyperlab.ui.FilePicker;
import hyperlab.ui.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
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

    /** The width in pixels that a notice next to the stage may have. */
    private static final double PANEL_NOTICE_WIDTH = 268;

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

    private Path journal(String... names) throws IOException {
        String studies = Arrays.stream(names)
                .map(name -> "{\"op_code\": 0, \"study_name\": \"" + name + "\", \"directions\": [1]}\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("names.journal"), studies);
    }

    private String newestNotice() {
        return ShownNotices.newest(stage.getScene());
    }

    /** An Optuna journal often has several studies: the newest have buttons. */
    @Test
    void asksWhichStudyOfAJournalIsOpened(FxRobot robot) throws Exception {
        answer = Optional.of(Path.of("src/test/resources/hyperlab/file/optuna/several.journal"));
        keys(robot, KeyCode.O);
        LabTestWindow.waitUntil(() ->
                newestNotice().equals("several.journal contains 2 studies of Optuna. Which one do you want to open?"));
        assertEquals("second", ((Labeled) node("notice-action")).getText());
        assertEquals("first", ((Labeled) node("notice-action-2")).getText());
        press(robot, "notice-action");
        LabTestWindow.waitUntil(() -> study().results().size() == 3);
        assertEquals("", newestNotice());
        assertEquals(TuningStudy.RECORDED, ((ComboBox<?>) node("tuning-subject")).getValue());
        press(robot, "undo");
        assertEquals("moons", ((ComboBox<?>) node("tuning-subject")).getValue());
        press(robot, "redo");
        assertEquals(3, study().results().size());

        answer = Optional.of(journal("a", "b", "c", "d", "no-name-cdf0fe6b-1111-4222-8333-944455556666", "f", "g"));
        keys(robot, KeyCode.O);
        LabTestWindow.waitUntil(() -> newestNotice().contains("names.journal contains 7 studies"));
        assertTrue(newestNotice().endsWith("hyperlab tune --from-optuna names.journal --study NAME"), newestNotice());
        assertEquals("g", ((Labeled) node("notice-action")).getText());
        assertEquals("b", ((Labeled) node("notice-action-6")).getText());
        assertTrue(robot.lookup("#notice-action-7").tryQuery().isEmpty());
        robot.interact(() -> stage.getScene().getRoot().layout());
        Region notice = (Region) node("notice");
        assertTrue(notice.getWidth() > 0 && notice.getWidth() <= PANEL_NOTICE_WIDTH, notice.getWidth() + " px");
        press(robot, "notice-action");
        LabTestWindow.waitUntil(() -> newestNotice().startsWith("This cannot be opened"));
        assertEquals(3, study().results().size(), "a study without trials changes nothing");
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
