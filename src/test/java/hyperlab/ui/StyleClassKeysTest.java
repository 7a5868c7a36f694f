package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class StyleClassKeysTest {
    private final Appearance appearance = new Appearance(Theme.LIGHT);
    private Label label;
    private int foundAfterStart;

    @Start
    void open(Stage stage) {
        label = new Label("text");
        label.getStyleClass().add("test-a");
        Scene scene = new Scene(label);
        appearance.applyTo(scene);
        stage.setScene(scene);
        stage.show();
        foundAfterStart = StyleClassKeys.unwrapAll();
    }

    @Test
    void leavesNoWrapperInSheetsOfTheWindow(FxRobot robot) {
        assertEquals(0, foundAfterStart);
        robot.interact(() -> appearance.themeProperty().set(Theme.DARK));
        robot.interact(() -> assertEquals(0, StyleClassKeys.unwrapAll()));
    }

    @Test
    void unwrapsSheetsLoadedByOthersAndKeepsTheirStyles(FxRobot robot) {
        String sheet = "data:text/css,.test-a{-fx-text-fill:%23ff0000;}.test-a.test-b{-fx-text-fill:%230000ff;}";
        robot.interact(() -> {
            label.getScene().getStylesheets().add(sheet);
            label.applyCss();
            assertEquals(Color.RED, label.getTextFill());
            assertTrue(StyleClassKeys.unwrapAll() > 0);
        });
        robot.interact(() -> {
            label.getStyleClass().add("test-b");
            label.applyCss();
            assertEquals(Color.BLUE, label.getTextFill());
        });
    }
}
