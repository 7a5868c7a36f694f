package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.lab.learningrate.LearningRateView;
import hyperlab.ui.FilePicker;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.field.NumberField;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class PresentationTest {
    @TempDir
    private Path folder;

    private Optional<Path> picked = Optional.empty();
    private Stage stage;
    private HyperlabWindow.Wiring wiring;
    private FakeLab training;
    private LearningRateView rate;

    private final class PresentationFilePicker implements FilePicker {
        @Override
        public Optional<Path> open(FileType asked) {
            return picked;
        }

        @Override
        public Optional<Path> save(FileType asked, String name) {
            return picked;
        }
    }

    @Start
    void open(Stage newStage) {
        stage = newStage;
        open("--language", "en", "--lab", "training");
    }

    private void open(String... options) {
        List<Labs.LabFactory> labs = List.of(
                new Labs.LabFactory(LabName.LEARNING_RATE, context -> rate = new LearningRateView(context)),
                FakeLab.maker(LabName.TRAINING, context -> training = new FakeLab(LabName.TRAINING, context)));
        wiring = new TestWindow(stage, folder, labs, new PresentationFilePicker(), options).wiring();
        stage.show();
    }

    @Stop
    void close() {
        wiring.close();
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private Bounds place(String id) {
        return node(id).localToScene(node(id).getLayoutBounds());
    }

    private void press(FxRobot robot, KeyCode key) {
        robot.push(key);
        layOut(robot);
    }

    private void layOut(FxRobot robot) {
        robot.interact(() -> {
            for (int round = 0; round < 2; round++) {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            }
        });
    }

    @Test
    void f11SwitchesTheFullScreen(FxRobot robot) {
        press(robot, KeyCode.F11);
        assertTrue(stage.isFullScreen());
        press(robot, KeyCode.F11);
        assertFalse(stage.isFullScreen());
    }

    private boolean isPinned(String id) {
        for (Node at = node(id); at != null; at = at.getParent()) {
            if ("presented-main-control".equals(at.getId()) || "presented-second-control".equals(at.getId())) {
                return at.isVisible();
            }
        }
        return false;
    }

    private boolean isBeside(String panel) {
        for (Node at = node(panel); at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void keyTogglesPresentationMode(FxRobot robot) {
        layOut(robot);
        Bounds chart = place("first");
        Parent home = node("learning-rate").getParent();
        List<Node> controls = List.copyOf(home.getChildrenUnmodifiable());
        for (int round = 0; round < 2; round++) {
            press(robot, KeyCode.F5);
            assertEquals(72, ((Region) node("rail")).getWidth());
            assertEquals(92, ((Region) node("playback").getParent()).getHeight());
            assertEquals(24, ((Labeled) node("presented-title")).getFont().getSize());
            assertTrue(isBeside("presentation-bar"));
            assertFalse(isBeside("top-bar"));
            assertFalse(isBeside("controls"));
            assertFalse(isBeside("insight"));
            assertTrue(isPinned("learning-rate"));
            assertTrue(place("first").getWidth() > chart.getWidth() + 100);
            press(robot, KeyCode.F5);
            assertEquals(chart, place("first"));
            assertEquals(controls, home.getChildrenUnmodifiable());
            assertFalse(node("presented-main").isManaged());
            assertTrue(isBeside("controls") && isBeside("insight"));
        }
    }

    @Test
    void keysChangeTheMainControl(FxRobot robot) {
        press(robot, KeyCode.F5);
        double before = value("learning-rate-field");
        press(robot, KeyCode.PERIOD);
        double more = value("learning-rate-field");
        assertTrue(more > before);
        press(robot, KeyCode.COMMA);
        assertEquals(before, value("learning-rate-field"), 1e-9);
        robot.push(KeyCode.SHIFT, KeyCode.PERIOD);
        assertTrue(value("learning-rate-field") > more, "a larger step");
        robot.interact(training.parts().undo()::undo);
        assertEquals(before, value("learning-rate-field"), 1e-9);
        robot.clickOn("#presented-main-more");
        assertEquals(more, value("learning-rate-field"), 1e-9);
    }

    @Test
    void keysDoNotInterruptTyping(FxRobot robot) {
        press(robot, KeyCode.F5);
        LabTestWindow.typeAndEnter(robot, "#learning-rate-field", "0.25");
        assertEquals(0.25, value("learning-rate-field"));
    }

    @Test
    void teacherChoosesASecondControlThatIsKept(FxRobot robot) {
        press(robot, KeyCode.F5);
        assertFalse(node("presented-second").isVisible());
        robot.interact(() -> choose("presented-second-choice", "present-momentum"));
        layOut(robot);
        assertTrue(isPinned("momentum") && isPinned("learning-rate"));
        press(robot, KeyCode.SHIFT);
        for (String slider : List.of("momentum", "learning-rate")) {
            double label = place(slider + "-field").getCenterY();
            double track = place(slider + "-track").getCenterY();
            assertEquals(label, track, 30, "the number is next to the track of " + slider);
        }
        double before = value("momentum-field");
        press(robot, KeyCode.QUOTE);
        assertTrue(value("momentum-field") > before);
        press(robot, KeyCode.SEMICOLON);
        assertEquals(before, value("momentum-field"), 1e-9);
        robot.interact(() -> {
            wiring.close();
            open("--language", "en", "--lab", "training", "--present");
        });
        layOut(robot);
        assertTrue(isPinned("momentum") && isPinned("learning-rate"));
        robot.interact(() -> choose("", "present-momentum"));
        layOut(robot);
        assertTrue(isPinned("momentum"));
        assertFalse(isPinned("learning-rate"), "the teacher chose another main control");
    }

    private void choose(String submenu, String item) {
        MenuButton menu = (MenuButton) node("presented-choice");
        menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
        List<MenuItem> items = submenu.isEmpty()
                ? menu.getItems()
                : menu.getItems().stream()
                        .filter(each -> submenu.equals(each.getId()))
                        .flatMap(each -> ((Menu) each).getItems().stream())
                        .toList();
        items.stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private double value(String field) {
        return ((NumberField) node(field)).valueProperty().get();
    }

    @Test
    void escapeClosesOneThingAtATime(FxRobot robot) {
        press(robot, KeyCode.F5);
        press(robot, KeyCode.F7);
        assertTrue(isBeside("insight"), "over the stage");
        TextInputControl field = (TextInputControl) node("learning-rate-field");
        robot.interact(() -> {
            field.requestFocus();
            field.setText("7");
        });
        press(robot, KeyCode.ESCAPE);
        assertEquals("0.1", field.getText());
        assertTrue(isBeside("insight"));
        press(robot, KeyCode.ESCAPE);
        assertFalse(isBeside("insight"));
        assertTrue(isPinned("learning-rate"));
        press(robot, KeyCode.ESCAPE);
        assertFalse(isPinned("learning-rate"));
        assertEquals(64, ((Region) node("playback").getParent()).getHeight());
    }

    @Test
    void collapsedPanelRemainsCollapsedAfterwards(FxRobot robot) {
        press(robot, KeyCode.F7);
        press(robot, KeyCode.F9);
        assertFalse(isBeside("controls") || isBeside("insight"));
        press(robot, KeyCode.F5);
        press(robot, KeyCode.F7);
        press(robot, KeyCode.F5);
        assertFalse(isBeside("controls") || isBeside("insight"));
        robot.clickOn("#controls-toggle");
        assertTrue(isBeside("controls"));
    }

    @Test
    void smallestWindowShowsEverything(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.setWidth(1024));
        press(robot, KeyCode.F5);
        LabTestWindow.waitUntil(() -> stage.getScene().getWidth() <= 1024);
        for (String id : List.of("presented-menu", "presented-end", "learning-rate-field", "playback-speed")) {
            assertTrue(place(id).getMaxX() <= stage.getScene().getWidth(), id);
        }
        assertFalse(node("rail").isVisible());
        assertTrue(node("presented-labs").isVisible(), "instead of the rail");
        assertFalse(node("playback-speed-name").isVisible());
        assertTrue(place("playback-speed-words").getMaxX() <= stage.getScene().getWidth());
    }

    @Test
    void exportedFigureIsUnaffected(FxRobot robot) throws IOException, TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        layOut(robot);
        ChartCard card = rate.charts().get(0);
        byte[] before = export(robot, "before.png");
        press(robot, KeyCode.F5);
        double width = card.getWidth();
        assertEquals(20, card.chart().getXYPlot().getDomainAxis().getLabelFont().getSize());
        byte[] after = export(robot, "after.png");
        assertEquals(size(before), size(after));
        assertArrayEquals(before, after);
        layOut(robot);
        assertEquals(width, card.getWidth());
        assertEquals(20, card.chart().getXYPlot().getDomainAxis().getLabelFont().getSize());
        assertTrue(isPinned("learning-rate-learning-rate"));
    }

    private static String size(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getWidth() + " × " + image.getHeight();
    }

    private byte[] export(FxRobot robot, String name) throws IOException, TimeoutException {
        Path file = folder.resolve(name);
        picked = Optional.of(file);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        LabTestWindow.waitUntil(
                () -> Files.exists(file) && !ShownNotices.all(stage.getScene()).isEmpty());
        robot.clickOn("#notice-dismiss");
        layOut(robot);
        return Files.readAllBytes(file);
    }

    @Test
    void optionStartsInPresentationMode(FxRobot robot) {
        robot.interact(() -> {
            wiring.close();
            open("--language", "en", "--lab", "training", "--present");
        });
        assertTrue(isPinned("learning-rate"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        StageExtension.waitForPulse();
        assertNotNull(rate);
        assertEquals(
                20,
                rate.charts()
                        .get(0)
                        .chart()
                        .getXYPlot()
                        .getDomainAxis()
                        .getLabelFont()
                        .getSize());
        assertTrue(isPinned("learning-rate-learning-rate"), "of a lab made meanwhile");
    }
}
