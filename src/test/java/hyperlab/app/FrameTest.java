package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.open.OpenedFile;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import hyperlab.ui.Preferences;
import hyperlab.ui.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** What lies over the window: the palette, the settings, the first start, and notices. */
@WindowTest
class FrameTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private HyperlabWindow.Wiring wiring;
    private FakeLab rate;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        InvalidInputException problem = new InvalidInputException("photo.png", Rule.NOT_A_PATH);
        wiring = new HyperlabWindow.Wiring(
                stage,
                new WindowStateStore(folder.resolve("window.json")),
                List.of(
                        FakeLab.maker(
                                LabName.LEARNING_RATE, context -> rate = new FakeLab(LabName.LEARNING_RATE, context)),
                        FakeLab.maker(LabName.TRAINING, context -> new FakeLab(LabName.TRAINING, context))),
                new HyperlabApp.LaunchRequest(
                        StartOptions.parse("--language", "en", "--theme", "light"),
                        Optional.of(new OpenedFile.Unreadable(Path.of("photo.png"), problem, false))));
        stage.show();
    }

    @Stop
    void close() {
        wiring.close();
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private boolean isShown(String id) {
        return node(id).isVisible();
    }

    private String title() {
        return ((Labeled) node("lab-title")).getText();
    }

    private static void control(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.CONTROL, code).release(code, KeyCode.CONTROL);
    }

    private List<String> newest() {
        return ShownNotices.all(stage.getScene());
    }

    @Test
    void aFileThatCannotBeOpenedIsReportedInTheWindowUntilEscape(FxRobot robot) {
        assertEquals(1, newest().size());
        assertTrue(newest().get(0).startsWith("This cannot be opened: photo.png"), newest().toString());
        control(robot, KeyCode.L);
        assertFalse(newest().get(0).startsWith("This"), "the notice follows the language");
        assertTrue(newest().get(0).contains("photo.png"));
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of(), newest());
    }

    @Test
    void noticesFloatAndLeaveWithTheirLab(FxRobot robot) {
        double before = node("first").localToScene(0, 0).getY();
        robot.interact(() -> rate.context().notices().showError("of this lab"));
        robot.interact(() -> rate.context().notices().showSuccess("too"));
        assertEquals(3, newest().size());
        assertEquals(before, node("first").localToScene(0, 0).getY());
        Node last = stage.getScene().lookup("#notices");
        assertTrue(
                last.localToScene(last.getBoundsInLocal()).getMaxY()
                        <= node("playback-play").localToScene(0, 0).getY(),
                "the play bar stays free");
        Node insight = node("insight");
        double left = insight.localToScene(0, 0).getX();
        for (Node notice : stage.getScene().getRoot().lookupAll(".notice")) {
            assertTrue(notice.localToScene(0, 0).getX() >= left, "the charts stay free");
        }
        robot.clickOn("#rail-training");
        assertEquals(1, newest().size());
    }

    @Test
    void confirmationLeavesAPresentationWithTheNextKeyOrClick(FxRobot robot) {
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> rate.context().notices().showSuccess("saved"));
        robot.push(KeyCode.SHIFT);
        assertEquals(List.of("saved"), newest(), "it covers no chart");
        robot.push(KeyCode.F5);
        robot.interact(() -> rate.context().notices().showSuccess("copied"));
        robot.interact(() -> rate.context().notices().showError("failed"));
        robot.push(KeyCode.SHIFT);
        assertEquals(List.of("failed"), newest());
        robot.interact(() -> rate.context().notices().showSuccess("copied"));
        robot.clickOn(stage.getScene().getRoot());
        assertEquals(List.of("failed"), newest());
    }

    @Test
    void paletteFindsALabInEitherLanguage(FxRobot robot) {
        robot.push(KeyCode.F5);
        control(robot, KeyCode.K);
        assertTrue(isShown("palette"));
        robot.interact(() -> ((TextField) node("palette-query")).setText("훈련"));
        robot.push(KeyCode.ENTER);
        assertFalse(isShown("palette"));
        assertEquals("Training", title());
    }

    /** A lab, a page and a term are all called learning rate. */
    @Test
    void paletteSaysInEveryRowWhatItIs(FxRobot robot) {
        control(robot, KeyCode.K);
        robot.write("learning rate");
        List<String> rows = node("palette-list").lookupAll(".palette-row").stream()
                .sorted(Comparator.comparingDouble(row -> row.localToScene(0, 0).getY()))
                .map(row -> ((HBox) row)
                        .getChildren().stream()
                                .filter(part -> part instanceof Label)
                                .limit(2)
                                .map(part -> ((Label) part).getText())
                                .collect(Collectors.joining(" | ")))
                .toList();
        assertEquals(
                List.of("Learning rate | Lab", "Learning rate | Setting", "Learning rate | Page"), rows.subList(0, 3));
        for (String row : rows) {
            assertTrue(row.matches(".+ \\| (Lab|Setting|Action|Example|Lesson|Page|Term)"), row);
        }
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void paletteListsShortcutsAndLeavesKeysAlone(FxRobot robot) {
        control(robot, KeyCode.K);
        ListView<?> list = (ListView<?>) node("palette-list");
        int all = list.getItems().size();
        robot.write("undo");
        assertTrue(list.getItems().size() < all);
        assertTrue(
                node("palette-query").getAccessibleHelp().contains("Ctrl+Z"),
                node("palette-query").getAccessibleHelp());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.F6);
        robot.push(KeyCode.SPACE);
        assertFalse(rate.parts().playback().playingProperty().get());
        robot.push(KeyCode.ESCAPE);
        assertFalse(isShown("palette"));
        robot.push(KeyCode.SPACE);
        assertTrue(rate.parts().playback().playingProperty().get());
    }

    @Test
    void paletteJumpsToASetting(FxRobot robot) {
        control(robot, KeyCode.K);
        robot.write("momentum");
        robot.push(KeyCode.ENTER);
        assertTrue(node("momentum-track").isFocused());
        control(robot, KeyCode.K);
        robot.write("hidden lay");
        robot.push(KeyCode.ENTER);
        assertTrue(node("hidden").isFocused());
    }

    @Test
    void settingsTakeEffectAndAreKept(FxRobot robot) {
        control(robot, KeyCode.COMMA);
        assertTrue(isShown("settings-sheet"));
        robot.clickOn("#settings-motion");
        robot.clickOn("#settings-language-1");
        robot.push(KeyCode.ESCAPE);
        assertFalse(isShown("settings-sheet"));
        assertEquals("학습률", title());
        assertTrue(stage.getScene()
                .getRoot()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("reduced-motion")));
        robot.push(KeyCode.SPACE);
        assertEquals(20, rate.parts().playback().positionProperty().get(), "playing jumps to its end");
        assertEquals(2, rate.parts().playback().speedProperty().get(), "the speed stays as it was");
        assertFalse(rate.parts().playback().playingProperty().get());
        robot.interact(wiring.autosave()::saveNow);
        WindowState state = new WindowStateStore(folder.resolve("window.json")).read();
        assertEquals(new Preferences(100, 1, true, false), state.preferences());
        assertEquals(Optional.of(Language.KOREAN), state.language());
    }

    @Test
    void firstStartOffersThreeWaysOnce(FxRobot robot) throws Exception {
        WindowStateStore store = new WindowStateStore(folder.resolve("window.json"));
        assertTrue(store.isFirstStart());
        robot.interact(wiring::offerWays);
        assertTrue(isShown("start-sheet"));
        assertTrue(node("start-class").isFocused());
        robot.push(KeyCode.DIGIT3);
        assertFalse(isShown("start-sheet"));
        assertEquals("Training", title());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(folder.resolve("window.json")));
        assertFalse(store.isFirstStart());
    }

    @Test
    void saysThatALabIsBeingOpenedBeforeTheWorkBegins(FxRobot robot) {
        List<Runnable> waiting = new ArrayList<>();
        robot.interact(() -> wiring.navigation().setAfterPainting(waiting::add));
        robot.clickOn("#rail-training");
        assertTrue(isShown("opening"));
        Node playback = stage.getScene().lookup(".playback");
        assertEquals(0, playback.getOpacity(), "the bar of the lab before says nothing about this one");
        assertEquals("Learning rate", title());
        assertTrue(node("rail-training").getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")));
        control(robot, KeyCode.DIGIT2);
        assertEquals(1, waiting.size());
        robot.interact(waiting.get(0));
        assertFalse(isShown("opening"));
        assertEquals(1, playback.getOpacity());
        assertEquals("Training", title());
        robot.clickOn("#rail-learning-rate");
        robot.clickOn("#rail-training");
        assertEquals(1, waiting.size(), "a lab that exists is shown at once");
        assertEquals("Training", title());
    }
}
