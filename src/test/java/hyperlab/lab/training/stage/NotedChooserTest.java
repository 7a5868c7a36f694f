package hyperlab.lab.training.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.ui.WindowTest;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class NotedChooserTest {
    private static final double CHOOSER_WIDTH = 128;
    private static final double CHOOSER_HEIGHT = 30;

    private final StringProperty text = new SimpleStringProperty("");
    private final Region chooser = new Region();
    private NotedChooser row;
    private Node note;

    @Start
    void open(Stage stage) {
        row = new NotedChooser(chooser, text);
        note = row.getChildrenUnmodifiable().get(1);
        stage.setScene(new Scene(new Pane(row), 600, 100));
    }

    private double heightAt(double width) {
        double height = row.prefHeight(width);
        row.resize(width, height);
        row.layout();
        return height;
    }

    @Test
    void longNoteLeavesTheRoomOfANarrowCardToTheChart(FxRobot robot) {
        robot.interact(this::checkLongNote);
    }

    private void checkLongNote() {
        chooser.setPrefSize(CHOOSER_WIDTH, CHOOSER_HEIGHT);
        text.set("Two principal components, 24 % of the variance. Samples lie off their plane; the boundaries hold only"
                + " on it.");
        assertEquals(CHOOSER_HEIGHT, heightAt(230));
        assertFalse(note.isVisible());
        assertTrue(heightAt(500) >= CHOOSER_HEIGHT);
        assertTrue(note.isVisible());
        assertTrue(note.getLayoutX() > CHOOSER_WIDTH);
        assertEquals(CHOOSER_HEIGHT, heightAt(CHOOSER_WIDTH));
        assertFalse(note.isVisible());
    }

    @Test
    void noteTakesTheRoomOfAHiddenChooser(FxRobot robot) {
        robot.interact(() -> {
            chooser.setPrefSize(CHOOSER_WIDTH, CHOOSER_HEIGHT);
            chooser.setManaged(false);
            text.set("A note");
            heightAt(230);
            assertTrue(note.isVisible());
            assertEquals(0, note.getLayoutX());
        });
    }

    @Test
    void isHiddenWithoutNote(FxRobot robot) {
        robot.interact(() -> {
            assertFalse(row.isManaged());
            text.set("A note");
            assertTrue(row.isManaged() && row.isVisible());
        });
    }
}
