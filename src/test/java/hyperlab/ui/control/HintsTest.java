package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.learn.Glossary;
import hyperlab.learn.GlossaryTerm;
import hyperlab.text.Language;
import hyperlab.ui.WindowTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Tooltips appear where the pointer rests. */
@WindowTest
class HintsTest {
    private static final int SECONDS = 60;

    private final SimpleStringProperty hint = new SimpleStringProperty("what it does");
    private final GlossaryTerm momentum =
            Glossary.search("momentum", Language.ENGLISH).get(0);
    private Button button;
    private TermWord word;

    @Start
    void start(Stage stage) {
        button = Hints.withHint(new Button("a button"), hint);
        word = new TermWord(List.of(new Text("momentum")), "momentum", "momentum", momentum, "prose-word");
        stage.setScene(new Scene(new VBox(160, word, button), 300, 300));
        stage.show();
    }

    @Test
    void hintsAppearUnderThePointer(FxRobot robot) throws TimeoutException {
        assertEquals("what it does", button.getAccessibleHelp());
        robot.interact(() -> hint.set("what it does now"));
        robot.moveTo(word);
        waitForTooltip(TermHints.meaning(momentum, "momentum"));
        robot.moveTo(button);
        waitForTooltip("what it does now");
    }

    private static void waitForTooltip(String text) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                SECONDS,
                TimeUnit.SECONDS,
                () -> Window.getWindows().stream()
                        .anyMatch(window -> window instanceof Tooltip tooltip
                                && tooltip.isShowing()
                                && tooltip.getText().equals(text)));
    }
}
