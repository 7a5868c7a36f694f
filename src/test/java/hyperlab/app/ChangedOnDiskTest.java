package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.lab.LabName;
import hyperlab.train.Experiment;
import hyperlab.ui.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class ChangedOnDiskTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private HyperlabWindow.Wiring wiring;
    private FakeLab lab;
    private Path file;

    @Start
    void open(Stage newStage) throws IOException {
        stage = newStage;
        file = folder.resolve("moons.hyperlab.json");
        writeRate(0.1);
        openWindow();
        wiring.documentController().open(file);
        wiring.documentController().finishOpening();
    }

    private void openWindow() {
        wiring = new HyperlabWindow.Wiring(
                stage,
                new WindowStateStore(folder.resolve("state").resolve("window.json")),
                List.of(FakeLab.maker(LabName.TRAINING, context -> lab = new FakeLab(LabName.TRAINING, context))),
                new HyperlabApp.LaunchRequest(StartOptions.parse("--language", "en"), Optional.empty()));
        stage.show();
    }

    @Stop
    void close() {
        wiring.close();
    }

    private void writeRate(double rate) throws IOException {
        Files.writeString(
                file,
                Documents.write(new Document.OfExperiment(Experiment.DEFAULT
                        .withName("training")
                        .withTraining(Experiment.DEFAULT.training().withLearningRate(rate)))));
    }

    private static double rate(Document document) {
        return ((Document.OfExperiment) document).experiment().training().learningRate();
    }

    private double rateInFile(Path path) {
        return rate(Documents.read(path));
    }

    private String notice() {
        return ShownNotices.newest(stage.getScene());
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) node(id)).fire());
        finishFiles(robot);
    }

    private void finishFiles(FxRobot robot) {
        robot.interact(() -> {
            wiring.documentController().finishOpening();
            wiring.saver().finish();
        });
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private void lookUntilAsked(FxRobot robot) throws TimeoutException {
        robot.interact(() -> wiring.saver().lookForChanges());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> notice().startsWith("Another program has changed"));
    }

    @Test
    void loadsTheOtherVersionAndUndoBringsBackMine(FxRobot robot) throws IOException, TimeoutException {
        robot.interact(() -> lab.rate.set(0.5));
        writeRate(0.25);
        lookUntilAsked(robot);
        assertEquals("Another program has changed moons.hyperlab.json since it was opened here.", notice());
        assertTrue(stage.getTitle().contains("•"), stage.getTitle());
        press(robot, "notice-action");
        assertEquals(0.25, lab.rate.get());
        assertEquals("", notice());
        assertFalse(stage.getTitle().contains("•"), stage.getTitle());
        robot.interact(lab.parts().undo()::undo);
        assertEquals(0.5, lab.rate.get());
        assertEquals(0.25, rateInFile(file), "nothing was written");
    }

    @Test
    void savingAsksFirstAndKeepsBothVersions(FxRobot robot) throws IOException {
        robot.interact(() -> lab.rate.set(0.5));
        writeRate(0.25);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        finishFiles(robot);
        assertEquals(
                "Not saved yet: another program has changed moons.hyperlab.json since it was opened here.", notice());
        assertEquals(0.25, rateInFile(file));
        press(robot, "notice-action-2");
        assertEquals(0.5, rateInFile(file));
        assertEquals(0.25, rateInFile(folder.resolve("moons-other.hyperlab.json")));
        assertEquals(
                "Saved as " + file + ". What another program had written there is now in moons-other.hyperlab.json",
                notice());
        robot.interact(() -> lab.rate.set(0.75));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        finishFiles(robot);
        assertEquals(0.75, rateInFile(file), "our own version is replaced without a question");
        assertEquals("Saved as " + file, notice());
        assertFalse(Files.exists(folder.resolve("moons-other-2.hyperlab.json")));
    }

    @Test
    void savingAfterTheOtherVersionIsGoneLeavesNoQuestion(FxRobot robot) throws IOException {
        robot.interact(() -> lab.rate.set(0.5));
        writeRate(0.25);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        finishFiles(robot);
        Files.delete(file);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        finishFiles(robot);
        assertEquals(0.5, rateInFile(file));
        assertEquals("Saved as " + file, notice());
        assertNull(node("notice-action"), "the question is gone");
    }

    /** The file has what was on the stage when it was saved, and the window says that this has changed since. */
    @Test
    void changesWhileTheFileIsWrittenAreUnsaved(FxRobot robot) throws IOException {
        robot.interact(() -> {
            lab.rate.set(0.5);
            wiring.saver().save();
            lab.rate.set(0.75);
            wiring.saver().finish();
        });
        assertEquals(0.5, rateInFile(file));
        assertTrue(stage.getTitle().contains("•"), stage.getTitle());
        robot.interact(() -> {
            lab.rate.set(0.5);
            wiring.documentController().refresh();
        });
        assertFalse(stage.getTitle().contains("•"), stage.getTitle());
    }

    /** Saving it under that name would replace the other document. */
    @Test
    void documentThatIsOpenedWhileAnotherIsWrittenHasNotItsFile(FxRobot robot) throws IOException {
        Path other = folder.resolve("other.hyperlab.json");
        Files.copy(file, other);
        robot.interact(() -> {
            lab.rate.set(0.5);
            wiring.saver().save();
            wiring.documentController().open(other);
            wiring.documentController().finishOpening();
            wiring.saver().finish();
        });
        assertEquals(0.5, rateInFile(file));
        assertEquals(0.1, lab.rate.get());
        assertTrue(stage.getTitle().contains("other"), stage.getTitle());
    }

    @Test
    void closingTheWindowWaitsForTheFile(FxRobot robot) throws IOException {
        robot.interact(() -> {
            lab.rate.set(0.5);
            wiring.saver().save();
            wiring.close();
        });
        assertEquals(0.5, rateInFile(file));
        robot.interact(this::openWindow);
        assertEquals(0.5, lab.rate.get());
        assertFalse(stage.getTitle().contains("•"), stage.getTitle());
    }

    @Test
    void noticesAtTheNextStartWhatChangedWhileTheWindowWasClosed(FxRobot robot) throws IOException, TimeoutException {
        robot.interact(() -> {
            lab.rate.set(0.5);
            wiring.close();
        });
        writeRate(0.25);
        robot.interact(this::openWindow);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> notice().startsWith("Another program has changed"));
        assertEquals(0.5, lab.rate.get());
        press(robot, "notice-action-2");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        finishFiles(robot);
        assertEquals(0.5, rateInFile(file));
        assertEquals(0.25, rateInFile(folder.resolve("moons-other.hyperlab.json")));
    }
}
