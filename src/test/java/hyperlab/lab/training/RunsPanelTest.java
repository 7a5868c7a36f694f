package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import hyperlab.chart.series.CurveDataset;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.StageExtension;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class RunsPanelTest extends TrainingLabTest {
    @BeforeEach
    void putRunsBelow(FxRobot robot) {
        BorderPane root = (BorderPane) lab.parts().stage().getScene().getRoot();
        robot.interact(() -> root.setBottom(lab.parts().footer()));
    }

    private void twoRuns(FxRobot robot) throws TimeoutException {
        robot.interact(lab.parts().playback()::stepForward);
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 1);
        typeAndEnter(robot, "#training-learning-rate-field", "0.3");
        robot.interact(lab.parts().playback()::reset);
        waitUntil(() -> rows(robot) == 2);
        robot.interact(lab.parts().playback()::stepForward);
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 1);
    }

    @Test
    void runsCanBeNamedColoredHiddenMovedAndDeleted(FxRobot robot) throws TimeoutException {
        twoRuns(robot);
        assertEquals("learning rate 0.03", name(robot, 0));
        String id = robot.lookup(".run-row").lookup(".menu-button").query().getId();
        String run = id.substring(0, id.length() - "menu".length());
        pick(robot, id, "rename");
        robot.interact(() -> {
            robot.lookup("#" + run + "name").queryTextInputControl().setText("slow");
        });
        robot.type(KeyCode.ENTER);
        assertEquals("slow", name(robot, 0));
        pick(robot, id, "color-4");
        int drawn = series();
        robot.clickOn("#" + run + "eye");
        waitUntil(() -> series() < drawn);
        pick(robot, id, "down");
        assertEquals("slow", name(robot, 1));
        pick(robot, id, "delete");
        waitUntil(() -> rows(robot) == 1);
        robot.interact(lab.parts().undo()::undo);
        waitUntil(() -> rows(robot) == 2);
        assertEquals("training.runs.move", lab.parts().undo().undoNameProperty().get());
    }

    @Test
    void resultOfARunIsNeverCut(FxRobot robot) throws TimeoutException {
        twoRuns(robot);
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        typeAndEnter(robot, "#training-noise", "0.3");
        waitUntil(() -> notes(robot).stream().anyMatch(note -> note.getText().contains("다른 데이터")));
        robot.interact(() -> robot.lookup(".run-row").<Region>queryAll().forEach(row -> row.setMaxWidth(206)));
        StageExtension.waitForPulse();
        for (Label note : notes(robot)) {
            String drawn = ((Text) note.lookup(".text")).getText();
            assertEquals(note.getText().replace(" ", ""), drawn.replaceAll("\\s", ""));
            double line = note.getFont().getSize() * 1.25;
            assertTrue(note.getHeight() < 1.5 * line, () -> note.getText() + ": " + note.getHeight());
        }
    }

    @Test
    void runsOfAnotherLossFunctionAreNotDrawn(FxRobot robot) throws TimeoutException {
        twoRuns(robot);
        int ofTwo = series();
        choose(robot, "#training-source", "diabetes");
        waitUntil(() -> notes(robot).stream()
                        .filter(note -> note.getText().contains("other loss function, not drawn"))
                        .count()
                >= 1);
        waitUntil(() -> series() < ofTwo);
    }

    @Test
    void standardizedDataAreNotOtherData(FxRobot robot) throws TimeoutException {
        twoRuns(robot);
        robot.interact(
                () -> ((ToggleSwitch) robot.lookup("#training-standardize").query()).setSelected(true));
        waitUntil(() -> notes(robot).stream().anyMatch(note -> note.getText().contains("other scaling")));
        assertTrue(notes(robot).stream().noneMatch(note -> note.getText().contains("other data")));
    }

    @Test
    void newRunIsScrolledIntoView(FxRobot robot) throws TimeoutException {
        twoRuns(robot);
        for (String rate : List.of("0.1", "1", "2")) {
            int before = rows(robot);
            typeAndEnter(robot, "#training-learning-rate-field", rate);
            robot.interact(lab.parts().playback()::reset);
            waitUntil(() -> rows(robot) == before + 1);
            robot.interact(lab.parts().playback()::stepForward);
            waitUntil(() -> lab.parts().playback().completedProperty().get() == 1);
        }
        Region list = robot.lookup(".runs-list").query();
        waitUntil(() -> robot.lookup(".run-row").<Region>queryAll().stream()
                .filter(row -> row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("live")))
                .allMatch(row -> list.localToScene(list.getLayoutBounds())
                        .contains(
                                row.localToScene(row.getLayoutBounds()).getCenterX(),
                                row.localToScene(row.getLayoutBounds()).getMaxY() - 1)));
        assertTrue(((ScrollPane) list).getVvalue() > 0);
    }

    private static List<Label> notes(FxRobot robot) {
        return List.copyOf(robot.lookup(".run-row").lookup(".caption").queryAllAs(Label.class));
    }

    @Test
    void changeOneThingFixesTheDataAndRevertsASecondChange(FxRobot robot) throws TimeoutException {
        robot.interact(lab.parts().playback()::stepForward);
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 1);
        robot.interact(() -> robot.lookup("#training-one").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertTrue(robot.lookup("#training-noise").query().isDisabled());
        assertTrue(robot.lookup("#training-seed").query().isDisabled());
        typeAndEnter(robot, "#training-hidden", "4");
        waitUntil(() -> "One thing differs".equals(title(robot, "#training-differs")));
        typeAndEnter(robot, "#training-learning-rate-field", "0.1");
        waitUntil(() -> "2 things differ".equals(title(robot, "#training-one-finding")));
        robot.clickOn("#training-one-finding-remedy");
        waitUntil(() -> "One thing differs".equals(title(robot, "#training-differs")));
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(() -> "한 가지만 다름".equals(title(robot, "#training-differs")));
        robot.interact(() -> robot.lookup("#training-one").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertFalse(robot.lookup("#training-noise").query().isDisabled());
        assertTrue(robot.lookup("#training-one-finding").tryQuery().isEmpty());
    }

    @Test
    void showsAllRunsInOneTableAndDifferencesInAnother(FxRobot robot) throws TimeoutException {
        twoRuns(robot);
        waitUntil(() -> robot.lookup("#training-readout")
                        .lookup(".readout-row-chosen")
                        .queryAll()
                        .size()
                == 1);
        assertEquals(
                2,
                robot.lookup("#training-readout")
                        .lookup(".readout-name")
                        .queryAll()
                        .size());
        assertTrue(robot.lookup("#training-differences").lookup(".readout-cell").queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList()
                .contains("0.3"));
        int plain = series();
        robot.clickOn("#training-curves-options");
        robot.clickOn("#training-curves-smoothed");
        waitUntil(() -> series() == plain + 4);
        assertTrue(lab.charts().get(0).subtitle().startsWith("smoothed"));
    }

    @Test
    void trainsSeedsWithProgressAndShowsTheResult(FxRobot robot) throws TimeoutException {
        typeAndEnter(robot, "#training-epochs", "3");
        twoRuns(robot);
        typeAndEnter(robot, "#training-seeds", "1");
        assertEquals(10, Integer.parseInt(text(robot)));
        typeAndEnter(robot, "#training-seeds", "3");
        robot.clickOn("#training-seeds-train");
        waitUntil(() -> robot.lookup("#training-seeds-said").query().isVisible()
                && robot.lookup("#training-seeds-table")
                                .lookup(".readout-name")
                                .queryAll()
                                .size()
                        == 2
                && !robot.lookup("#training-seeds-progress").query().isVisible());
        String ofLoss = lab.comparisonCaption(lab.charts().get(0), Texts.in(Language.ENGLISH));
        assertTrue(
                ofLoss.contains("; Validation loss: ")
                        && ofLoss.contains("of 3 seeds. ")
                        && ofLoss.contains(": learning rate 0.3 minus learning rate 0.03 is "),
                ofLoss);
        ChartCard accuracy = lab.charts().stream()
                .filter(card -> card.getId().equals("training-accuracy"))
                .findFirst()
                .orElseThrow();
        String ofAccuracy = lab.comparisonCaption(accuracy, Texts.in(Language.KOREAN));
        assertTrue(ofAccuracy.contains("검증 정확도: 시드 3개") && !ofAccuracy.contains("검증 손실"), ofAccuracy);
        assertTrue(robot.lookup("#training-seeds-said .prose")
                .queryAs(WrappedText.class)
                .text()
                .contains("Validation accuracy: "));
    }

    private static String text(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);
        return robot.lookup("#training-seeds").queryTextInputControl().getText();
    }

    private static String title(FxRobot robot, String card) {
        return robot.lookup(card)
                .lookup(".finding-title")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private static int rows(FxRobot robot) {
        return robot.lookup(".run-row").queryAll().size();
    }

    private static String name(FxRobot robot, int row) {
        Node[] rows = robot.lookup(".run-row").queryAll().toArray(Node[]::new);
        return ((Labeled) rows[row].lookup(".run-name")).getText();
    }

    private int series() {
        CurveDataset drawn =
                (CurveDataset) lab.charts().get(0).chart().getXYPlot().getDataset();
        return drawn.getSeriesCount();
    }

    private static void pick(FxRobot robot, String menu, String what) {
        MenuButton button = robot.lookup("#" + menu).queryAs(MenuButton.class);
        robot.interact(() -> find(button.getItems(), what).fire());
    }

    private static MenuItem find(Iterable<MenuItem> items, String what) {
        for (MenuItem item : items) {
            if (item.getId() != null && item.getId().endsWith("-" + what)) {
                return item;
            }
            if (item instanceof Menu menu) {
                MenuItem found = find(menu.getItems(), what);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
