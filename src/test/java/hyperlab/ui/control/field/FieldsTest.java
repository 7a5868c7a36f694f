package hyperlab.ui.control.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.train.BatchSize;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.slider.LogSlider;
import hyperlab.ui.control.slider.PowerOfTwoSlider;
import hyperlab.ui.control.slider.SliderMark;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class FieldsTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private LogSlider rate;
    private PowerOfTwoSlider batch;
    private ListField hidden;
    private FieldRow hiddenRow;
    private int settled;

    @Start
    void show(Stage stage) {
        rate = new LogSlider("rate", messages, new SimpleStringProperty("Rate"), 0.001, 10, 0.1);
        rate.onSettled(() -> settled++);
        rate.setZones(List.of(), List.of(new SliderMark(2, "2/c")));
        batch = new PowerOfTwoSlider("batch", messages, new SimpleStringProperty("Batch"), new BatchSize(32));
        hidden = new ListField("hidden", messages, 16, NumberRule.wholeWithin(1, 4096));
        hiddenRow = new FieldRow(new SimpleStringProperty("Hidden"), hidden);
        Scene scene = new Scene(new VBox(rate, batch, hiddenRow), 260, 400);
        new Appearance(Theme.LIGHT).applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.clickOn("#" + id).push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
    }

    /** The numbers of a list are changed together, and none of them leaves its rule. */
    @Test
    void stepsChangeAllNumbersOfAList(FxRobot robot) {
        robot.interact(() -> {
            hidden.onSettled(() -> settled++);
            hidden.valueProperty().set(List.of(8, 3));
            hidden.step(1, false);
            assertEquals(List.of(9, 4), hidden.valueProperty().get());
            hidden.step(1, true);
            assertEquals(List.of(19, 14), hidden.valueProperty().get());
            hidden.step(-1, false);
            hidden.step(-1, true);
            assertEquals(List.of(8, 3), hidden.valueProperty().get());
            hidden.step(-1, true);
            assertEquals(List.of(8, 3), hidden.valueProperty().get(), "no layer without units");
            assertEquals(4, settled);
        });
    }

    private Region track() {
        return (Region) rate.lookup("#rate-track");
    }

    @Test
    void typedNumberMovesTheSlider(FxRobot robot) {
        type(robot, "rate-field", "1e-3");
        assertEquals(0.001, rate.valueProperty().get());
        assertEquals(1, settled);
    }

    @Test
    void takesOnlyValuesThatAFileCanHold(FxRobot robot) {
        robot.interact(() -> {
            ValuesField field = new ValuesField("values", messages, 8, List.of("8"));
            for (String value :
                    List.of("8", "-0.5", "[8,8]", "1" + "0".repeat(300), "1e308", "[]", "1" + "0".repeat(20))) {
                assertEquals(Optional.of(List.of(value)), field.parse(value));
                StrictJson.value(value, "values");
            }
            for (String value : List.of("1" + "0".repeat(309), "1e309", "[8,1" + "0".repeat(309) + "]")) {
                assertEquals(Optional.empty(), field.parse(value), value);
                assertThrows(InvalidInputException.class, () -> StrictJson.value(value, "values"));
            }
            assertEquals(Optional.empty(), field.parse("0." + "1".repeat(1000)));
        });
    }

    @Test
    void screenReadersReadTheNumberNotTheTrackPosition(FxRobot robot) {
        assertEquals("Rate 0.1", track().getAccessibleText());
        assertEquals(0.1, track().queryAccessibleAttribute(AccessibleAttribute.VALUE));
        assertEquals(0.001, track().queryAccessibleAttribute(AccessibleAttribute.MIN_VALUE));
        assertEquals(10.0, track().queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE));
        type(robot, "rate-field", "1");
        assertEquals("Rate 1", track().getAccessibleText());
    }

    @Test
    void typedNumberMayBeOutsideTheTrack(FxRobot robot) {
        type(robot, "rate-field", "50");
        assertEquals(50, rate.valueProperty().get());
    }

    @Test
    void rejectsInvalidEntryInlineAndPreservesTheLastValidValue(FxRobot robot) {
        type(robot, "rate-field", "-3");
        assertEquals(0.1, rate.valueProperty().get());
        assertEquals(
                "Must be a number above 0",
                rate.field().validationMessageProperty().get());
        robot.interact(() -> messages.languageProperty().set(Language.KOREAN));
        assertEquals("0보다 큰 수를 적어 주세요", rate.field().validationMessageProperty().get());
        robot.push(KeyCode.ESCAPE);
        assertEquals("", rate.field().validationMessageProperty().get());
        assertEquals("0.1", rate.field().getText());
        assertEquals(0, settled);
    }

    @Test
    void clickSetsTheNumberAndDoubleClickRestoresTheDefault(FxRobot robot) {
        Point2D right = track().localToScreen(track().getWidth() - 9, 28);
        robot.clickOn(right.getX(), right.getY());
        assertTrue(rate.valueProperty().get() > 9);
        robot.doubleClickOn(right.getX(), right.getY());
        assertEquals(0.1, rate.valueProperty().get());
    }

    @Test
    void draggingCloseToAMarkSnapsToIt(FxRobot robot) {
        double place = Math.log10(2 / 0.001) / 4;
        Point2D near = track().localToScreen(8 + place * (track().getWidth() - 16) + 1, 28);
        robot.clickOn(near.getX(), near.getY());
        assertEquals(2, rate.valueProperty().get());
    }

    @Test
    void keysMoveTheFocusedSlider(FxRobot robot) {
        robot.interact(() -> track().requestFocus());
        robot.push(KeyCode.RIGHT);
        assertEquals(0.11, rate.valueProperty().get());
        robot.push(KeyCode.PAGE_UP);
        assertEquals(1.1, rate.valueProperty().get());
        robot.push(KeyCode.END);
        assertEquals(10, rate.valueProperty().get());
        assertEquals(3, settled);
    }

    @Test
    void acceptsAnyBatchSizeAndNamesTheFullBatch(FxRobot robot) {
        type(robot, "batch-field", "48");
        assertEquals(new BatchSize(48), batch.batchSizeProperty().get());
        type(robot, "batch-field", "full");
        assertEquals(BatchSize.FULL, batch.batchSizeProperty().get());
        robot.interact(() -> messages.languageProperty().set(Language.KOREAN));
        assertEquals("전체", batch.field().getText());
        type(robot, "batch-field", "0");
        assertEquals(BatchSize.FULL, batch.batchSizeProperty().get());
        assertFalse(batch.field().validationMessageProperty().get().isEmpty());
    }

    @Test
    void hiddenLayersAreAListThatMayBeEmpty(FxRobot robot) {
        type(robot, "hidden", "8, 16 4");
        assertEquals(List.of(8, 16, 4), hidden.valueProperty().get());
        type(robot, "hidden", "8, 0");
        assertEquals(List.of(8, 16, 4), hidden.valueProperty().get());
        assertTrue(hidden.validationMessageProperty().get().contains("whole number from 1 to 4096"));
        robot.push(KeyCode.ESCAPE).clickOn("#hidden");
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).push(KeyCode.ENTER);
        assertEquals(List.of(), hidden.valueProperty().get());
    }
}
