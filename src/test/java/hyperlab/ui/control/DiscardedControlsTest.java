package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.LossChart;
import hyperlab.text.Language;
import hyperlab.train.BatchSize;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.PowerOfTwoSlider;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A control that is no longer shown does not stay in memory because it follows the language or the style. */
@WindowTest
class DiscardedControlsTest {
    private static final NumberRule RULE = new NumberRule(0, 1, false, false, false);
    private static final int COLLECTIONS = 20;

    private final Messages messages = new Messages(Language.ENGLISH);
    private final Appearance appearance = new Appearance(Theme.LIGHT);

    private final Map<String, Supplier<Node>> controls = new TreeMap<>(Map.of(
            "number field", () -> new NumberField("a", messages, RULE, 0.5),
            "choice", () -> new ChoiceComboBox<>("a", messages, List.of("shell.full"), key -> key),
            "batch size", () -> new PowerOfTwoSlider("a", messages, new SimpleStringProperty("b"), new BatchSize(8)),
            "formula", () -> new FormulaView("x^2", "x squared", appearance),
            "chart",
                    () -> new ChartCardView<>(
                                    "a",
                                    new LossChart(messages.texts(), ChartTheme.LIGHT),
                                    new SimpleStringProperty("title"),
                                    new SimpleStringProperty("subtitle"),
                                    messages,
                                    appearance)
                            .card()));

    @Test
    void areCollected(FxRobot robot) throws InterruptedException {
        Map<String, WeakReference<Node>> discarded = new TreeMap<>();
        robot.interact(
                () -> controls.forEach((name, control) -> discarded.put(name, new WeakReference<>(control.get()))));
        for (int collection = 0; collection < COLLECTIONS && isInMemory(discarded); collection++) {
            System.gc();
            Thread.sleep(20);
        }
        discarded.forEach((name, control) -> assertNull(control.get(), name));
    }

    private static boolean isInMemory(Map<String, WeakReference<Node>> controls) {
        return controls.values().stream().anyMatch(control -> control.get() != null);
    }

    @Test
    void followTheLanguageWhileTheyAreInUse(FxRobot robot) throws InterruptedException {
        NumberField[] field = new NumberField[1];
        robot.interact(() -> {
            field[0] = new NumberField("a", messages, RULE, 0.5);
            field[0].setWord("shell.full", 0.5);
        });
        System.gc();
        assertNotNull(field[0]);
        robot.interact(() -> messages.languageProperty().set(Language.KOREAN));
        assertEquals(messages.get("shell.full"), field[0].getText());
    }
}
