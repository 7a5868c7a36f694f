package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunsFormat;
import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.FilePicker;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.control.field.NumberField;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * What the frame of the window does with its labs. All tests use one window, in which each finds the labs as at the
 * start.
 */
@Tag("window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellTest extends ShellFixture {
    @TempDir
    private static Path home;

    @RegisterExtension
    final SharedWindow<TestWindow> shared = new SharedWindow<>(this::openWindow);

    private int speed;
    private double width;

    @BeforeEach
    void open() {
        PresentedWindow.onFxThread(this::openOnFxThread);
        StageExtension.waitForPulse();
    }

    private void openOnFxThread() {
        boolean isFirst = stage == null;
        shared.open(home);
        if (isFirst) {
            speed = rate.parts().playback().speedProperty().get();
            width = stage.getWidth();
        }
        stage.setWidth(width);
        picked.answer = Optional.empty();
        for (LabName name : List.of(LabName.TRAINING, LabName.LEARNING_RATE)) {
            wiring.navigation().show(name);
            wiring.documentController().resetLab();
        }
        for (FakeLab lab : List.of(training, rate)) {
            lab.parts().undo().settle();
            lab.parts().playback().reset();
            lab.parts().playback().speedProperty().set(speed);
        }
        wiring.messages().languageProperty().set(Language.ENGLISH);
        wiring.appearance().themeProperty().set(Theme.LIGHT);
        while (node("notice-dismiss") instanceof Button dismiss) {
            dismiss.fire();
        }
        stage.getScene().getRoot().requestFocus();
    }

    @Test
    void railSwitchesLabs(FxRobot robot) {
        robot.clickOn("#rail-training");
        assertEquals("Training", text("lab-title"));
        assertTrue(training.onStage.get());
        assertFalse(rate.onStage.get());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertEquals("Learning rate", text("lab-title"));
        assertTrue(rate.onStage.get());
    }

    @Test
    void switchesLanguageEverywhereAtOnce(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        assertEquals("학습률", text("lab-title"));
        assertEquals("내보내기", text("export"));
        assertEquals("에포크 0 / 20", text("playback-position"));
    }

    @Test
    void switchesTheme(FxRobot robot) {
        robot.clickOn("#theme");
        assertTrue(stage.getScene().getRoot().getPseudoClassStates().toString().contains("dark"));
        robot.push(KeyCode.F6);
        assertFalse(stage.getScene().getRoot().getPseudoClassStates().toString().contains("dark"));
    }

    @Test
    void keysControlPlayback(FxRobot robot) {
        focus(robot, "first");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.LEFT);
        assertEquals("Epoch 1 of 20", text("playback-position"));
        robot.push(KeyCode.END);
        assertEquals(20, rate.parts().playback().positionProperty().get());
        robot.push(KeyCode.HOME);
        assertEquals(0, rate.parts().playback().positionProperty().get());
        robot.push(KeyCode.MINUS);
        assertEquals("2 epochs/s", text("playback-speed-words"));
    }

    @Test
    void playbackAdvancesWithPulses(FxRobot robot) throws TimeoutException {
        focus(robot, "first");
        robot.push(KeyCode.SPACE);
        until(() -> rate.parts().playback().positionProperty().get() > 1);
        robot.clickOn("#playback-play");
        assertFalse(rate.parts().playback().playingProperty().get());
    }

    @Test
    void focusedSliderReceivesKeys(FxRobot robot) {
        focus(robot, "learning-rate-track");
        robot.push(KeyCode.RIGHT);
        assertEquals(0.11, rate.rate.get());
        robot.push(KeyCode.HOME);
        assertEquals(0.001, rate.rate.get());
        assertEquals(0, rate.parts().playback().positionProperty().get());
    }

    @Test
    void focusedFieldReceivesKeys(FxRobot robot) {
        focus(robot, "learning-rate-field");
        robot.write("1.5 ").push(KeyCode.LEFT).push(KeyCode.ENTER);
        assertEquals(1.5, rate.rate.get());
        assertEquals(0, rate.parts().playback().positionProperty().get());
        assertFalse(rate.parts().playback().playingProperty().get());
    }

    @Test
    void spacePlaysAfterButtonClickAndNumberEntry(FxRobot robot) {
        robot.clickOn("#theme").push(KeyCode.SPACE);
        assertTrue(rate.parts().playback().playingProperty().get());
        focus(robot, "learning-rate-field");
        robot.write("1.5").push(KeyCode.ENTER).push(KeyCode.SPACE);
        assertFalse(rate.parts().playback().playingProperty().get());
        assertEquals(1.5, rate.rate.get());
        assertEquals("1.5", ((TextInputControl) node("learning-rate-field")).getText(), "nothing is typed over it");
    }

    @Test
    void playbackKeysWorkAfterAChoiceByMouseButNotByKeyboard(FxRobot robot) {
        robot.clickOn("#choice").push(KeyCode.ESCAPE);
        robot.push(KeyCode.END);
        assertEquals(20, rate.parts().playback().positionProperty().get());
        robot.push(KeyCode.HOME).push(KeyCode.SPACE);
        assertTrue(rate.parts().playback().playingProperty().get());
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.HOME).push(KeyCode.TAB);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertTrue(node("choice").isFocusVisible());
        robot.push(KeyCode.END);
        assertEquals(0, rate.parts().playback().positionProperty().get());
    }

    @Test
    void lettersAreShortcutsInANumberFieldUnlessANumberIsBeingTyped(FxRobot robot) {
        robot.push(KeyCode.RIGHT);
        focus(robot, "learning-rate-field");
        robot.write("1.5").push(KeyCode.R);
        assertEquals(1, rate.parts().playback().positionProperty().get());
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.ENTER).push(KeyCode.R);
        assertEquals(1.5, rate.rate.get());
        assertEquals(0, rate.parts().playback().positionProperty().get());
        assertTrue(node("learning-rate-field").isFocused(), "Tab goes on from here");
        robot.write("2").push(KeyCode.ENTER);
        assertEquals(2, rate.rate.get());
    }

    @Test
    void escapeDiscardsInputAndReturnsFocusToStage(FxRobot robot) {
        focus(robot, "learning-rate-field");
        robot.write("1.5").push(KeyCode.ESCAPE).push(KeyCode.RIGHT);
        assertEquals(0.1, rate.rate.get());
        assertFalse(node("learning-rate-field").isFocused());
        assertEquals(1, rate.parts().playback().positionProperty().get());
    }

    @Test
    void undoIsNamedAndRevertsFieldSetting(FxRobot robot) {
        focus(robot, "learning-rate-field");
        robot.write("1.5").push(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(0.1, rate.rate.get());
        assertEquals("0.1", ((NumberField) node("learning-rate-field")).getText());
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        assertEquals(1.5, rate.rate.get());
        assertEquals("Undo: Speed (Ctrl+Z)", node("undo").getAccessibleText());
    }

    @Test
    void rejectedFileChangesNothingAndShowsOneLineError(FxRobot robot) throws IOException {
        Path file = folder.resolve("bad.hyperlab.json");
        Files.writeString(file, "{\"format\": \"hyperlab-experiment/1\", \"sead\": 1}");
        picked.answer = Optional.of(file);
        robot.clickOn("#open");
        finishFiles(robot);
        assertTrue(noticeText().contains("sead"), noticeText());
        assertEquals(0.1, rate.rate.get());
        robot.clickOn("#notice-dismiss");
        assertEquals("", noticeText());
    }

    @Test
    void exportsChartAsPngWithDocument(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("figure.png");
        picked.answer = Optional.of(file);
        robot.interact(() -> rate.rate.set(0.25));
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> Files.exists(file));
        Document carried = Documents.parse(EmbeddedMetadataReader.readDocument(file), "figure.png");
        assertEquals(rate.document(), carried);
        robot.interact(() -> rate.rate.set(5));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        finishFiles(robot);
        assertEquals(0.25, rate.rate.get());
        assertEquals(
                "seen",
                RunsFormat.parse(rate.saveExtras().get(), "runs").runs().get(0).name());
        control(robot, KeyCode.Z);
        assertEquals(5, rate.rate.get());
        control(robot, KeyCode.Y);
        assertEquals(0.25, rate.rate.get());
        assertEquals(
                "seen",
                RunsFormat.parse(rate.saveExtras().get(), "runs").runs().get(0).name());
    }

    @Test
    void restoresDocumentFromExportedSvg(FxRobot robot) throws TimeoutException {
        picked.answer = Optional.of(folder.resolve("figure"));
        robot.interact(() -> rate.rate.set(0.25));
        robot.clickOn("#export");
        assertEquals(
                "Chart: Descent", robot.lookup("#export-chart").queryLabeled().getText());
        robot.clickOn("#export-svg");
        Path file = folder.resolve("figure.svg");
        until(() -> Files.exists(file));
        assertEquals(FilePicker.FileType.SVG, picked.kind);
        assertEquals("first.svg", picked.suggestedName);
        until(() -> noticeText().equals("“Descent” was written to " + file));
        robot.interact(() -> rate.rate.set(5));
        drop(robot, file);
        finishFiles(robot);
        assertEquals(0.25, rate.rate.get());
    }

    @Test
    void exportsChartAsPdfByKeyboard(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("figure.pdf");
        picked.answer = Optional.of(file);
        robot.interact(() -> rate.rate.set(0.25));
        focus(robot, "save");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        for (int down = 0; down < 7; down++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
        until(() -> Files.exists(file));
        assertEquals(FilePicker.FileType.PDF, picked.kind);
        assertEquals("first.pdf", picked.suggestedName);
        robot.interact(() -> rate.rate.set(5));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        finishFiles(robot);
        assertEquals(0.25, rate.rate.get());
    }

    @Test
    void reportsFailedPdfExportInOneLine(FxRobot robot) throws IOException, TimeoutException {
        Path taken = Files.createDirectory(folder.resolve("figure.pdf"));
        picked.answer = Optional.of(taken);
        robot.clickOn("#second-menu");
        robot.clickOn("#second-pdf");
        until(() -> !noticeText().isEmpty());
        assertEquals("The chart cannot be exported: " + taken + " cannot be written: it is a folder", noticeText());
        picked.answer = Optional.of(folder.resolve("free.pdf"));
        robot.clickOn("#second-menu");
        robot.clickOn("#second-pdf");
        until(() -> !noticeText().contains("cannot be exported"));
        assertEquals(1, ShownNotices.all(stage.getScene()).size(), "the earlier error is gone");
        assertTrue(noticeText().contains("free.pdf"), noticeText());
    }

    @Test
    void opensDroppedFile(FxRobot robot) throws IOException {
        Path experiment = Files.writeString(
                folder.resolve("a.hyperlab.json"), "{\"format\": \"hyperlab-experiment/1\", \"name\": \"training\"}");
        drop(robot, experiment);
        finishFiles(robot);
        assertEquals("Training", text("lab-title"));
        assertEquals("", noticeText());
        drop(robot, experiment, experiment);
        finishFiles(robot);
        assertEquals("Only one file can be opened at a time, got 2", noticeText());
        Path foreign = folder.resolve("foreign.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", foreign.toFile());
        drop(robot, foreign);
        finishFiles(robot);
        assertTrue(noticeText().startsWith("This cannot be opened: " + foreign + " "), noticeText());
        drop(robot, folder);
        finishFiles(robot);
        assertTrue(noticeText().startsWith("This cannot be opened: " + folder + " "), noticeText());
    }

    @Test
    void opensPastedTextRegardlessOfFocus(FxRobot robot) {
        paste(robot, "{\"format\": \"hyperlab-experiment/1\", \"name\": \"training\"}");
        assertEquals("Training", text("lab-title"));
        paste(robot, "no document");
        assertTrue(
                noticeText().endsWith("The clipboard contains no Playground link, table or Hyperlab document"),
                noticeText());
        robot.interact(() -> node("learning-rate-field").requestFocus());
        paste(robot, "#seed=0.3");
        assertTrue(noticeText().contains("The clipboard"), noticeText());
        assertTrue(noticeText().contains("lab"), noticeText());
    }

    private void paste(FxRobot robot, String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        StageExtension.waitForPulse();
    }

    private void drop(FxRobot robot, Path... files) {
        robot.interact(() -> wiring.documentController()
                .drop(Arrays.stream(files).map(Path::toFile).toList()));
    }

    @Test
    void copiesChartAsImage(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.interact(() -> {
            Image copied = Clipboard.getSystemClipboard().getImage();
            assertNotNull(copied);
            assertTrue(copied.getWidth() >= 100 && copied.getHeight() >= 100);
        });
    }

    @Test
    void contextMenuExportsClickedChart(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("clicked.svg");
        picked.answer = Optional.of(file);
        robot.clickOn("#second");
        robot.clickOn("#export").clickOn("#export-svg");
        until(() -> Files.exists(file));
        assertEquals("second.svg", picked.suggestedName);
        robot.clickOn("#first")
                .clickOn(robot.from(node("second")).lookup(".card-subtitle").queryLabeled());
        robot.clickOn("#export").clickOn("#export-svg");
        assertEquals("second.svg", picked.suggestedName);
        focus(robot, "learning-rate-track");
        robot.clickOn("#export").clickOn("#export-svg");
        assertEquals("first.svg", picked.suggestedName);
    }

    @Test
    void exportsAllChartsInOneFileThatRestoresLab(FxRobot robot) throws TimeoutException, IOException {
        Path file = folder.resolve("sheet.png");
        picked.answer = Optional.of(file);
        robot.interact(() -> rate.rate.set(0.25));
        robot.clickOn("#export");
        assertEquals(
                "All charts on one sheet: 2",
                robot.lookup("#export-stage").queryLabeled().getText());
        robot.clickOn("#export-stage-png");
        until(() -> Files.exists(file));
        assertEquals("learning-rate.png", picked.suggestedName);
        BufferedImage sheet = ImageIO.read(file.toFile());
        double both = rate.charts().stream()
                .mapToDouble(card -> card.chartView().getWidth())
                .sum();
        assertTrue(sheet.getWidth() >= 2 * both, sheet.getWidth() + " pixels for " + both);
        robot.interact(() -> {
            rate.rate.set(3);
            wiring.documentController().open(file);
        });
        finishFiles(robot);
        assertEquals(0.25, rate.rate.get());
    }

    @Test
    void cardMenuExportsThatCard(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("second.png");
        picked.answer = Optional.of(file);
        robot.clickOn("#second-menu");
        robot.clickOn("#second-png-1");
        until(() -> Files.exists(file));
    }

    @Test
    void cardMenuExportsData(FxRobot robot) throws TimeoutException, IOException {
        picked.answer = Optional.of(folder.resolve("second"));
        robot.clickOn("#second-menu");
        robot.clickOn("#second-csv");
        Path file = folder.resolve("second.csv");
        until(() -> Files.exists(file));
        assertEquals("x,y\n1,2\n", Files.readString(file));
    }

    @Test
    void narrowWindowCollapsesInsightPanel(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.setWidth(1024));
        until(() -> node("insight-strip").isVisible());
        assertFalse(isInsightSeen());
        robot.push(KeyCode.F7);
        until(this::isInsightSeen);
        robot.push(KeyCode.F7);
        until(() -> !isInsightSeen());
        robot.interact(() -> stage.setWidth(1440));
        until(() -> !node("insight-strip").isVisible() && isInsightSeen());
    }

    @Test
    void keyFocusesRemedyAndSpaceAppliesIt(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.F8);
        until(() -> node("danger-remedy").isFocused());
        robot.push(KeyCode.SPACE);
        until(() -> rate.rate.get() == 1.9);
    }

    private boolean isInsightSeen() {
        for (Node around = node("insight"); around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void opensAndClosesShortcutSheet(FxRobot robot) {
        robot.push(KeyCode.F1);
        assertTrue(node("help-sheet").isVisible());
        List<String> keys = node("help-sheet").lookupAll(".key").stream()
                .map(key -> ((Labeled) key).getText())
                .toList();
        assertTrue(keys.containsAll(List.of("1 … 6", "N", "Space")), keys.toString());
        assertTrue(keys.containsAll(List.of("Esc", "Ctrl+PgUp PgDn", "Ctrl+K", "Ctrl+,")), keys.toString());
        assertTrue(
                keys.containsAll(List.of("Wheel or Ctrl+wheel", "Drag or Shift+drag", "Ctrl+drag or right drag")),
                keys.toString());
        List<String> headings = node("help-sheet").lookupAll(".shortcut-group").stream()
                .map(heading -> ((Labeled) heading).getText())
                .toList();
        assertTrue(headings.containsAll(List.of("Playback", "Files and figures", "Lessons")), headings.toString());
        robot.push(KeyCode.ESCAPE);
        assertFalse(node("help-sheet").isVisible());
    }

    @Test
    void reportsUnexpectedErrorAndSavesWork(FxRobot robot) throws TimeoutException {
        robot.interact(() -> rate.rate.set(0.25));
        rate.context().workers().run("faulty", () -> {
            throw new IllegalStateException("planted");
        });
        until(() -> !noticeText().isEmpty());
        Path kept = home.resolve("recovered.hyperlab.json");
        assertTrue(noticeText().contains(kept.toString()));
        assertEquals(rate.document(), Documents.read(kept));
    }
}
