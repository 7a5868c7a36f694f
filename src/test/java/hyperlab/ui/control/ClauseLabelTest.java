package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.ui.WindowTest;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ClauseLabelTest {
    private final SimpleStringProperty text = new SimpleStringProperty("four rates, after 5 steps, dashed: the goal");
    private ClauseLabel label;

    @Start
    void open(Stage stage) {
        label = new ClauseLabel(text);
        stage.setScene(new Scene(new Pane(label), 600, 100));
        stage.show();
    }

    private void give(FxRobot robot, double width) {
        robot.interact(() -> {
            label.setManaged(false);
            label.applyCss();
            label.resize(width, 20);
            label.layout();
        });
    }

    private double widthOf(FxRobot robot, String clauses) {
        double[] width = new double[1];
        String before = text.get();
        robot.interact(() -> {
            text.set(clauses);
            width[0] = label.prefWidth(-1);
            text.set(before);
        });
        return width[0];
    }

    @Test
    void showsTheWholeTextWhereItFits(FxRobot robot) {
        give(robot, widthOf(robot, text.get()));
        assertEquals(text.get(), label.getText());
        assertNull(label.getTooltip());
    }

    @Test
    void showsWholeClausesOnly(FxRobot robot) {
        give(robot, widthOf(robot, text.get()) - 2);
        assertEquals("four rates, after 5 steps", label.getText());
        assertEquals(text.get(), assertNotNullAndGet());
        give(robot, widthOf(robot, "four rates"));
        assertEquals("four rates", label.getText());
        give(robot, widthOf(robot, "four rates") - 2);
        assertEquals("", label.getText());
        assertEquals(text.get(), assertNotNullAndGet());
    }

    @Test
    void followsItsText(FxRobot robot) {
        give(robot, widthOf(robot, "three rates, after 4 steps"));
        robot.interact(() -> text.set("three rates, after 4 steps"));
        assertEquals("three rates, after 4 steps", label.getText());
    }

    private String assertNotNullAndGet() {
        assertNotNull(label.getTooltip());
        return label.getTooltip().getText();
    }
}
