package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.open.InferredTable;
import hyperlab.app.open.LoadedDocument;
import hyperlab.app.open.OpenedFile;
import hyperlab.app.state.SessionSlot;
import hyperlab.data.CsvInference;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.train.Experiment;
import hyperlab.ui.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The window from its start: files, the saved session, and what closing it keeps. Each test opens it anew. */
@WindowTest
class ShellFilesTest extends ShellFixture {
    @Start
    void open(Stage newStage) {
        openWindow(newStage, folder);
    }

    @Stop
    void close() {
        wiring.close();
    }

    @Test
    void spacePlaysAfterStartupAndAfterLabSelection(FxRobot robot) {
        robot.push(KeyCode.SPACE);
        assertTrue(rate.parts().playback().playingProperty().get());
        robot.clickOn("#rail-training");
        robot.push(KeyCode.SPACE);
        assertTrue(training.parts().playback().playingProperty().get());
        assertEquals("Training", text("lab-title"));
    }

    @Test
    void savingAndOpeningRestoresLab(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("mine");
        picked.answer = Optional.of(file);
        robot.interact(() -> rate.rate.set(0.25));
        robot.clickOn("#save");
        finishFiles(robot);
        assertEquals("mine.hyperlab.json – Hyperlab", stage.getTitle());
        focus(robot, "learning-rate-track");
        robot.push(KeyCode.END);
        until(() -> stage.getTitle().equals("mine.hyperlab.json • – Hyperlab"));
        robot.clickOn("#rail-training");
        picked.answer = Optional.of(folder.resolve("mine.hyperlab.json"));
        robot.clickOn("#open");
        finishFiles(robot);
        assertEquals("Learning rate", text("lab-title"));
        assertEquals(0.25, rate.rate.get());
    }

    @Test
    void reopensRecentFilesFromList(FxRobot robot) throws IOException {
        assertTrue(node("recent").isDisabled());
        Path first = folder.resolve("first_try.hyperlab.json");
        picked.answer = Optional.of(first);
        robot.clickOn("#save");
        finishFiles(robot);
        robot.interact(() -> rate.rate.set(0.25));
        picked.answer = Optional.of(folder.resolve("second.hyperlab.json"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S).release(KeyCode.S, KeyCode.SHIFT, KeyCode.CONTROL);
        finishFiles(robot);
        robot.clickOn("#recent");
        assertEquals("second.hyperlab.json — " + folder, item(robot, "recent-1"));
        assertEquals("first_try.hyperlab.json — " + folder, item(robot, "recent-2"));
        robot.clickOn("#recent-2");
        finishFiles(robot);
        assertEquals(0.1, rate.rate.get());
        Files.delete(first);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O).release(KeyCode.O, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.clickOn("#recent-1");
        finishFiles(robot);
        String told = noticeText();
        assertTrue(told.startsWith("This cannot be opened: "), told);
        assertEquals(
                List.of(folder.resolve("second.hyperlab.json")),
                wiring.documentController().recent().paths());
        robot.clickOn("#recent").clickOn("#recent-forget");
        assertTrue(node("recent").isDisabled());
    }

    private static String item(FxRobot robot, String id) {
        return robot.lookup("#" + id).lookup(".label").queryAs(Labeled.class).getText();
    }

    @Test
    void undoRestoresStageBeforeOpenedFile(FxRobot robot) {
        Path file = folder.resolve("mine.hyperlab.json");
        picked.answer = Optional.of(file);
        robot.clickOn("#save");
        finishFiles(robot);
        robot.interact(() -> rate.rate.set(0.25));
        robot.clickOn("#open");
        finishFiles(robot);
        assertEquals(0.1, rate.rate.get());
        robot.interact(() -> rate.rate.set(3));
        control(robot, KeyCode.Z);
        control(robot, KeyCode.Z);
        assertEquals(0.25, rate.rate.get());
        control(robot, KeyCode.Y);
        control(robot, KeyCode.Y);
        assertEquals(3, rate.rate.get());
    }

    /** The command line opens a table without asking how it is read. */
    @Test
    void tableFromTheCommandLineSaysWhichColumnIsLeftOut(FxRobot robot) {
        LoadedDocument table = new LoadedDocument(
                new Document.OfExperiment(Experiment.DEFAULT.withName(LabName.LEARNING_RATE.id())),
                "",
                null,
                null,
                new InferredTable("flowers.csv", "kind", Map.of(CsvInference.ColumnUse.IDENTIFIER, List.of("number"))));
        robot.interact(() ->
                wiring.documentController().show(new OpenedFile.OfDocument(folder.resolve("flowers.csv"), table)));
        assertTrue(noticeText().contains("Left out: number ("), noticeText());
    }

    @Test
    void savedDocumentStillFindsItsTable(FxRobot robot) throws IOException, TimeoutException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path away = Files.createDirectory(folder.resolve("away"));
        Experiment onTable = ExperimentOverrides.with(
                Experiment.DEFAULT.withName(LabName.LEARNING_RATE.id()),
                List.of("data.source=csv", "data.file=table.csv", "data.target=y"));
        Path file = home.resolve("a.hyperlab.json");
        Files.writeString(file, Documents.write(new Document.OfExperiment(onTable)));
        picked.answer = Optional.of(file);
        robot.clickOn("#open");
        finishFiles(robot);
        picked.answer = Optional.of(away.resolve("b.hyperlab.json"));
        saveAs(robot);
        finishFiles(robot);
        assertEquals("../home/table.csv", table(Documents.read(away.resolve("b.hyperlab.json"))));
        picked.answer = Optional.of(folder.resolve("figure.png"));
        control(robot, KeyCode.E);
        until(() -> Files.exists(folder.resolve("figure.png")));
        Document carried =
                Documents.parse(EmbeddedMetadataReader.readDocument(folder.resolve("figure.png")), "figure.png");
        assertEquals("home/table.csv", table(carried));
        picked.answer = Optional.of(home.resolve("c.hyperlab.json"));
        saveAs(robot);
        finishFiles(robot);
        assertEquals("table.csv", table(Documents.read(home.resolve("c.hyperlab.json"))));
    }

    private static String table(Document document) {
        return ((Document.OfExperiment) document).experiment().data().csv().file();
    }

    private static void saveAs(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S).release(KeyCode.S, KeyCode.SHIFT, KeyCode.CONTROL);
    }

    @Test
    void restoresSessionAfterClose(FxRobot robot) {
        robot.interact(() -> rate.rate.set(0.25));
        robot.interact(wiring::close);
        robot.interact(() -> open(stage));
        assertEquals(0.25, rate.rate.get());
        assertEquals("Learning rate • – Hyperlab", stage.getTitle());
        assertEquals("Restored as you left it.", noticeText());
        robot.clickOn("#notice-action");
        assertEquals(0.1, rate.rate.get());
        assertEquals("", noticeText());
        control(robot, KeyCode.Z);
        assertEquals(0.25, rate.rate.get());
    }

    @Test
    void preservesSessionOfUnvisitedLab(FxRobot robot) {
        robot.clickOn("#rail-training");
        robot.interact(() -> training.rate.set(7));
        robot.clickOn("#rail-learning-rate");
        for (int k = 0; k < 2; k++) {
            robot.interact(wiring::close);
            robot.interact(() -> open(stage));
            assertEquals("", noticeText());
        }
        robot.clickOn("#rail-training");
        assertEquals(7, training.rate.get());
        assertEquals("Restored as you left it.", noticeText());
        robot.clickOn("#rail-learning-rate");
        assertEquals("", noticeText());
    }

    @Test
    void showsNoRestoredNoticeWhilePresenting(FxRobot robot) {
        robot.clickOn("#rail-training");
        robot.interact(() -> training.rate.set(7));
        robot.clickOn("#rail-learning-rate");
        robot.interact(wiring::close);
        robot.interact(() -> open(stage));
        robot.push(KeyCode.F5);
        robot.interact(() -> wiring.navigation().show(LabName.TRAINING));
        assertEquals(7, training.rate.get());
        assertEquals("", noticeText());
    }

    @Test
    void restoresSessionAfterKill(FxRobot robot) throws IOException {
        robot.clickOn("#rail-training");
        robot.interact(() -> training.rate.set(7));
        robot.interact(wiring.autosave()::saveNow);
        Path session = folder.resolve("session.json");
        Path copy = Files.copy(session, folder.resolve("copy"));
        Path memory = Files.copy(folder.resolve("window.json"), folder.resolve("memory"));
        robot.interact(() -> training.rate.set(3));
        robot.interact(wiring::close);
        Files.move(copy, session, StandardCopyOption.REPLACE_EXISTING);
        Files.move(memory, folder.resolve("window.json"), StandardCopyOption.REPLACE_EXISTING);
        robot.interact(() -> open(stage));
        assertEquals(LabName.TRAINING, training.name());
        assertTrue(training.onStage.get());
        assertEquals(7, training.rate.get());
    }

    @Test
    void saysWhereTheWorkOfAnotherWindowIs(FxRobot robot) throws IOException {
        try (SessionSlot other = SessionSlot.take(folder)) {
            Files.setLastModifiedTime(Files.writeString(other.file(), "{}"), FileTime.fromMillis(1_000_000));
        }
        robot.interact(() -> rate.rate.set(0.25));
        robot.interact(wiring::close);
        robot.interact(() -> open(stage));
        assertEquals(0.25, rate.rate.get());
        assertTrue(ShownNotices.all(stage.getScene()).stream().anyMatch(line -> line.contains("Another window")));
    }

    @Test
    void keepsCopyOfTruncatedSessionAndSaysSo(FxRobot robot) throws IOException {
        robot.interact(() -> rate.rate.set(0.25));
        robot.interact(wiring::close);
        Path session = folder.resolve("session.json");
        String truncated = Files.readString(session).substring(0, 60);
        Files.writeString(session, truncated);
        robot.interact(() -> open(stage));
        assertEquals(0.1, rate.rate.get());
        List<Path> kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.filter(file -> file.getFileName().toString().startsWith("session-unreadable-"))
                    .toList();
        }
        assertEquals(1, kept.size());
        assertEquals(truncated, Files.readString(kept.get(0)));
        assertTrue(noticeText().contains(kept.get(0).toString()));
    }

    @Test
    void closingSavesWindowStateAndStopsThreads(FxRobot robot) {
        rate.context().workers().run("endless", () -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        robot.clickOn("#rail-training");
        robot.interact(() -> rate.context().messages().languageProperty().set(Language.KOREAN));
        robot.interact(wiring::close);
        WindowState memory = new WindowStateStore(folder.resolve("window.json")).read();
        assertEquals(Optional.of(LabName.TRAINING), memory.lab());
        assertEquals(Optional.of(Language.KOREAN), memory.language());
        assertTrue(memory.bounds().isPresent());
        assertTrue(rate.closed.get() && training.closed.get());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("hyperlab-")));
    }
}
