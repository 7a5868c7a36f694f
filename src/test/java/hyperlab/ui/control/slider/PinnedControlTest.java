package hyperlab.ui.control.slider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A slider that is pinned above the stage, whose track goes between label and number when there is room. */
@WindowTest
class PinnedControlTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final VBox strip = new VBox();
    private LogSlider rate;
    private Stage stage;

    @Start
    void show(Stage newStage) {
        stage = newStage;
        rate = new LogSlider("rate", messages, new SimpleStringProperty("Rate"), 0.001, 10, 0.1);
        VBox panel = new VBox(rate);
        PinnedControl pin = new PinnedControl(new ReadOnlyBooleanWrapper(true));
        strip.getChildren().setAll(new VBox(pin), new Label("locked"));
        BorderPane root = new BorderPane();
        root.setTop(new VBox(strip));
        root.setLeft(panel);
        Scene scene = new Scene(root, 900, 400);
        new Appearance(Theme.LIGHT).applyTo(scene);
        pin.pin(rate);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void trackIsLaidOutAgainWhenItMoves(int times, FxRobot robot) {
        for (int k = 0; k < times; k++) {
            robot.interact(() -> stage.setWidth(400));
            checkLayout(400);
            robot.interact(() -> stage.setWidth(900));
            checkLayout(900);
        }
    }

    private void checkLayout(double width) {
        assertEquals(width, strip.getWidth(), 1);
        assertEquals(strip.prefHeight(strip.getWidth()), strip.getHeight(), 1, "height at " + width);
        Region track = (Region) rate.lookup("#rate-track");
        Region line = (Region) track.getChildrenUnmodifiable().get(0);
        assertTrue(line.getHeight() > 0 && line.getWidth() > 100, line + " at " + width);
    }
}
