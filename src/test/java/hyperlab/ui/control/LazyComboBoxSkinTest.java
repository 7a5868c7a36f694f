package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.WindowTest;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Compares the drop-down list with one that has the toolkit's own skin. */
@WindowTest
class LazyComboBoxSkinTest {
    private static final List<String> VALUES = List.of("a", "a considerably longer value than the others", "c", "d");

    private ChoiceComboBox<String> lazy;
    private ChoiceComboBox<String> usual;

    private static ChoiceComboBox<String> choices(String id) {
        ChoiceComboBox<String> list =
                ChoiceComboBox.named(id, new Messages(Language.ENGLISH), VALUES, (value, texts) -> value);
        list.setValue("c");
        return list;
    }

    @Start
    void open(Stage stage) {
        lazy = choices("lazy");
        usual = choices("usual");
        usual.setSkin(new ComboBoxListViewSkin<>(usual));
        lazy.setPrefWidth(120);
        usual.setPrefWidth(120);
        stage.setScene(new Scene(new HBox(lazy, usual), 800, 300));
        stage.show();
    }

    private static ListView<?> list(ComboBox<String> owner) {
        return (ListView<?>) ((ComboBoxListViewSkin<?>) owner.getSkin()).getPopupContent();
    }

    private static Bounds opened(FxRobot robot, ChoiceComboBox<String> owner) {
        robot.interact(owner::show);
        robot.interact(() -> {});
        Node list = list(owner);
        Bounds shown = list.localToScreen(list.getLayoutBounds());
        robot.interact(owner::hide);
        return owner.screenToLocal(shown);
    }

    @Test
    void keepsTheClosedListOutOfTheScene() {
        assertEquals(1, lazy.lookupAll(".list-cell").size(), "only the cell of the value");
        assertTrue(lazy.lookupAll(".list-view").isEmpty());
        assertTrue(usual.lookupAll(".list-view").contains(list(usual)));
    }

    @Test
    void opensTheSameListAtTheSamePlaceEachTime(FxRobot robot) {
        Bounds expected = opened(robot, usual);
        assertTrue(expected.getWidth() > 120, "as wide as the longest value");
        assertEquals(expected, opened(robot, lazy));
        assertEquals(expected, opened(robot, lazy));
    }

    @Test
    void opensAtTheSamePlaceAtTheEdgeOfTheScreen(FxRobot robot) {
        robot.interact(() -> {
            List<String> many = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
            usual.getItems().setAll(many);
            lazy.getItems().setAll(many);
            Window window = lazy.getScene().getWindow();
            window.setY(Screen.getPrimary().getBounds().getMaxY() - 60);
        });
        Bounds expected = opened(robot, usual);
        assertTrue(expected.getMinY() < 0, "higher than where there is room below");
        assertEquals(expected, opened(robot, lazy));
    }

    @Test
    void selectsInTheOpenedList(FxRobot robot) {
        robot.interact(lazy::show);
        robot.interact(() -> {
            assertEquals("c", list(lazy).getSelectionModel().getSelectedItem());
            list(lazy).getSelectionModel().select(1);
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals(VALUES.get(1), lazy.getValue());
    }

    /** As the lists of columns do. */
    @Test
    void opensNamesThatAreReadWhenItIsOpened(FxRobot robot) {
        LazyComboBox<String> names = new LazyComboBox<>("names");
        names.setPrefWidth(120);
        names.setValue("c");
        names.setOnShowing(event -> names.getItems().setAll(VALUES));
        robot.interact(() -> ((HBox) lazy.getParent()).getChildren().add(names));
        robot.interact(() -> assertTrue(names.lookupAll(".list-view").isEmpty()));
        robot.interact(names::show);
        robot.interact(() -> {
            ListView<?> list = list(names);
            assertEquals(VALUES, list.getItems());
            assertEquals("c", names.getValue());
            assertTrue(list.getHeight() > 80, "all names have room");
        });
        robot.interact(names::hide);
    }

    @Test
    void isAsWideAsTheLongestValueIfNoWidthIsSet(FxRobot robot) {
        robot.interact(() -> {
            lazy.setPrefWidth(-1);
            usual.setPrefWidth(-1);
            assertEquals(usual.prefWidth(-1), lazy.prefWidth(-1));
            assertTrue(lazy.prefWidth(-1) > 200);
        });
    }
}
