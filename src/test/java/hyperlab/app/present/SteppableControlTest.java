package hyperlab.app.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.field.FieldRow;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** The name of a scene is that of the main control and its value, whatever kind of control it is. */
@WindowTest
class SteppableControlTest {
    private final Messages messages = new Messages(Language.ENGLISH);

    private String value(Node control) {
        return SteppableControl.of(new FieldRow(messages.bind("shell.settings.theme"), control))
                .orElseThrow()
                .value();
    }

    @Test
    void choicesTellTheirValue() {
        ChoiceComboBox<String> list = new ChoiceComboBox<>(
                "theme", messages, List.of("light", "dark"), name -> "shell.settings.theme." + name);
        list.setValue("dark");
        assertEquals("Dark", value(list));
        messages.languageProperty().set(Language.KOREAN);
        assertEquals("어둡게", value(list));
    }

    @Test
    void buttonsTellTheirValue() {
        SegmentedButton<String> buttons = new SegmentedButton<>(
                "theme", messages, List.of("light", "dark"), name -> "shell.settings.theme." + name);
        assertEquals("Light", value(buttons));
        buttons.valueProperty().set("dark");
        assertEquals("Dark", value(buttons));
    }
}
