package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.finding.Severity;
import hyperlab.ui.Appearance;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class FindingCardTest {
    private static final String LONG = "Activation ReLU → Leaky ReLU";

    @Start
    void start(Stage stage) {
        FindingCard finding = new FindingCard(
                        "finding",
                        Severity.WARNING,
                        new ReadOnlyStringWrapper("Dead units"),
                        new ReadOnlyStringWrapper("Their weights never move again."))
                .remedy(new ReadOnlyStringWrapper(LONG), () -> {});
        ScrollPane panel = new ScrollPane(new VBox(finding));
        panel.setFitToWidth(true);
        Scene scene = new Scene(panel, 250, 300);
        new Appearance(Theme.LIGHT).applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void showsRemedyWiderThanItsCardInFull(FxRobot robot) {
        Button remedy = robot.lookup("#finding-remedy").queryAs(Button.class);
        assertEquals(LONG, ((Text) remedy.lookup(".text")).getText());
        assertTrue(remedy.getLayoutBounds().getWidth() <= 250, "within the card");
    }
}
