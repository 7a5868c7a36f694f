package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.Documents;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.FilePicker;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The figure dialog and the enlarged chart in the window. */
@WindowTest
class FigureInWindowTest {
    @TempDir
    private Path folder;

    private Optional<Path> answer = Optional.empty();
    private Stage stage;
    private HyperlabWindow.Wiring wiring;
    private FakeLab lab;

    private final class FigureFilePicker implements FilePicker {
        @Override
        public Optional<Path> open(FileType kind) {
            return answer;
        }

        @Override
        public Optional<Path> save(FileType kind, String suggestedName) {
            return answer;
        }
    }

    @Start
    void open(Stage newStage) {
        stage = newStage;
        List<Labs.LabFactory> labs = List.of(
                FakeLab.maker(LabName.LEARNING_RATE, context -> lab = new FakeLab(LabName.LEARNING_RATE, context)));
        wiring = new TestWindow(stage, folder, labs, new FigureFilePicker(), "--language", "en", "--theme", "dark")
                .wiring();
        stage.show();
    }

    @Stop
    void close() {
        wiring.close();
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private static void compose(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E).release(KeyCode.E, KeyCode.SHIFT, KeyCode.CONTROL);
        StageExtension.waitForPulse();
    }

    private static TextField width(FxRobot robot) {
        return robot.lookup("#figure-width").queryAs(TextField.class);
    }

    @Test
    void exportsFigureWithKeyboardAndReopensIt(FxRobot robot) throws IOException, TimeoutException {
        Path file = folder.resolve("figure.pdf");
        answer = Optional.of(file);
        robot.interact(() -> {
            lab.rate.set(0.25);
            lab.parts().playback().seek(13);
        });
        compose(robot);
        assertTrue(width(robot).isFocused());
        robot.interact(() -> width(robot).setText("8"));
        robot.push(KeyCode.TAB);
        robot.interact(
                () -> robot.lookup("#figure-caption").queryAs(TextArea.class).setText("My caption"));
        robot.interact(() -> robot.lookup("#figure-export").queryButton().fire());
        waitFor(10, TimeUnit.SECONDS, () -> Files.exists(file));
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertEquals(8 / 2.54 * 72, pdf.getPage(0).getMediaBox().getWidth(), 1e-3);
        }
        FigureState state =
                FigureStateFormat.parse(EmbeddedMetadataReader.readAll(file).figure(), "figure");
        assertEquals("first", state.chart());
        assertEquals(13, state.position());
        assertEquals("My caption", state.settings().caption());
        assertFalse(state.settings().dark(), "a figure for paper is light in a dark window, too");
        assertEquals(lab.document(), Documents.parse(EmbeddedMetadataReader.readDocument(file), "figure"));

        robot.interact(() -> {
            lab.rate.set(5);
            lab.parts().playback().seek(2);
        });
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        robot.interact(() -> wiring.documentController().finishOpening());
        StageExtension.waitForPulse();
        assertEquals(0.25, lab.rate.get());
        assertEquals(13, lab.parts().playback().positionProperty().get());
        compose(robot);
        assertEquals("8", width(robot).getText());
        assertEquals(
                "My caption",
                robot.lookup("#figure-caption").queryAs(TextArea.class).getText());
        Label size = robot.lookup("#figure-size").queryAs(Label.class);
        String english = size.getText();
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#figure-width").queryAll().stream()
                .noneMatch(each -> each.getScene().getWindow().isShowing()));
        robot.interact(() -> wiring.messages().languageProperty().set(Language.KOREAN));
        StageExtension.waitForPulse();
        assertEquals(english, size.getText(), "a closed dialog draws nothing");
    }

    @Test
    void enlargesFocusedCardAndEscapeRestoresIt(FxRobot robot) {
        robot.interact(() -> lab.charts().get(1).requestFocus());
        robot.push(KeyCode.F);
        Node enlarged = node("enlarged-chart");
        assertNotNull(enlarged);
        assertEquals(
                node("stage").getLayoutBounds().getWidth(),
                enlarged.getLayoutBounds().getWidth(),
                1);
        robot.push(KeyCode.ESCAPE);
        assertNull(node("enlarged-chart"));
        assertTrue(lab.charts().get(1).isFocused());
        robot.push(KeyCode.F);
        robot.push(KeyCode.F);
        assertNull(node("enlarged-chart"));
    }
}
