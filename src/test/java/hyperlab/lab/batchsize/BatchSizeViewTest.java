package hyperlab.lab.batchsize;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.lab.LabTestWindow;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.train.BatchSize;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class BatchSizeViewTest {
    private LabTestWindow<BatchSizeView> window;
    private BatchSizeView view;

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, BatchSizeView::new);
        view = window.lab;
    }

    @Stop
    void stop() {
        window.close();
    }

    private BatchSetup setup() {
        return view.model().setup();
    }

    private ChartCard card(String id) {
        return view.charts().stream()
                .filter(card -> card.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsARequestedExperiment(FxRobot robot) {
        robot.interact(() -> view.showView("escape"));
        assertEquals(
                BatchSizeExperiments.Kind.ESCAPE,
                view.model().experiments().chosenProperty().get());
        assertThrows(InvalidInputException.class, () -> view.showView("nothing"));
        assertEquals(
                BatchSizeExperiments.Kind.ESCAPE,
                view.model().experiments().chosenProperty().get());
    }

    @Test
    void everyControlHasIdAndHint(FxRobot robot) {
        for (String id : List.of(
                "#batch-size-source",
                "#batch-size-x",
                "#batch-size-y",
                "#batch-size-target-column",
                "#batch-size-odd-field",
                "#batch-size-odd-track",
                "#batch-size-field",
                "#batch-size-track",
                "#batch-size-shuffle",
                "#batch-size-last",
                "#batch-size-learning-rate-field",
                "#batch-size-learning-rate-track",
                "#batch-size-scaling",
                "#batch-size-scaled-from",
                "#batch-size-equal",
                "#batch-size-steps",
                "#batch-size-epochs",
                "#batch-size-measure-again",
                "#batch-size-start-x",
                "#batch-size-start-y",
                "#batch-size-experiment",
                "#batch-size-look-at",
                "#batch-size-target-share",
                "#batch-size-best-rate",
                "#batch-size-target-seeds",
                "#batch-size-escape-noise-field",
                "#batch-size-escape-tilt-track",
                "#batch-size-escape-steps",
                "#batch-size-escape-runs",
                "#batch-size-seed")) {
            Node control = robot.lookup(id).query();
            assertNotNull(control, id);
            assertTrue(hasHint(control), id + " says what it does");
        }
        for (String id :
                List.of("#batch-size-run", "#batch-size-readout", "#batch-size-finding-1", "#batch-size-epoch")) {
            assertNotNull(robot.lookup(id).query(), id);
        }
        assertEquals(
                List.of(
                        "batch-size-strip",
                        "batch-size-surface-one",
                        "batch-size-surface-chosen",
                        "batch-size-surface-whole",
                        "batch-size-cloud",
                        "batch-size-noise",
                        "batch-size-experiment-chart"),
                view.charts().stream().map(Node::getId).toList());
    }

    @Test
    void appliesTypedNumbersAndRejectsInvalidOnesInline(FxRobot robot) throws Exception {
        typeAndEnter(robot, "#batch-size-field", "48");
        waitUntil(() -> setup().training().batchSize().equals(new BatchSize(48)));
        typeAndEnter(robot, "#batch-size-field", "0");
        typeAndEnter(robot, "#batch-size-field", "2.5");
        assertEquals(48, setup().training().batchSize().samples());
        typeAndEnter(robot, "#batch-size-field", "full");
        waitUntil(() -> setup().training().batchSize().isFull());
        typeAndEnter(robot, "#batch-size-learning-rate-field", "-1");
        assertEquals(0.2, setup().training().learningRate());
        typeAndEnter(robot, "#batch-size-steps", "5000");
        assertEquals(30, setup().steps());
        typeAndEnter(robot, "#batch-size-steps", "40");
        waitUntil(() -> view.model().playback().lengthProperty().get() == 40);
        typeAndEnter(robot, "#batch-size-start-x", "1e9");
        assertEquals(-0.75, setup().startX());
        robot.interact(() -> view.showView("target"));
        typeAndEnter(robot, "#batch-size-target-share", "0.1");
        waitUntil(() -> setup().target().lossFraction() == 0.1);
        typeAndEnter(robot, "#batch-size-seed", "7");
        waitUntil(() -> setup().seed() == 7);
    }

    @Test
    void arrowKeysStepBatchSizeByPowersOfTwo(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#batch-size-track").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> setup().training().batchSize().samples() == 64);
        robot.type(KeyCode.END);
        waitUntil(() -> setup().training().batchSize().isFull());
        waitUntil(() -> card("batch-size-surface-chosen").title().equals("Batch 150"));
    }

    @Test
    void togglesAndChoicesUpdateTheText(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#batch-size-shuffle").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !setup().training().shuffle());
        waitUntil(() -> card("batch-size-strip").subtitle().contains("file order"));
        robot.interact(() -> robot.lookup("#batch-size-scaling").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> setup().training().linearScaling());
        waitUntil(() -> robot.lookup("#batch-size-scaled-from")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        waitUntil(() -> robot.lookup("#batch-size-scaling-seen")
                .queryAs(WrappedText.class)
                .text()
                .contains("linear scaling"));
        robot.interact(() -> choice(robot, "#batch-size-last").setValue(true));
        waitUntil(() -> setup().training().dropLast());
        robot.interact(() -> choice(robot, "#batch-size-source").setValue("penguins"));
        waitUntil(() -> setup().model().source().equals("penguins"));
        waitUntil(() -> choice(robot, "#batch-size-x").getItems().contains("bodyMass"));
        assertFalse(choice(robot, "#batch-size-x").getItems().contains("petalWidth"));
        waitUntil(() -> shown(robot, "#batch-size-x").equals("bill length"));
        waitUntil(() -> shown(robot, "#batch-size-target-column").equals("flipper length"));
        robot.interact(() -> choice(robot, "#batch-size-y").setValue("bodyMass"));
        waitUntil(() -> setup().model().y().equals("bodyMass"));
        robot.interact(() -> view.parts().undo().undo());
        waitUntil(() ->
                choice(robot, "#batch-size-y").getValue().equals(setup().model().y()));
    }

    /** The text that a closed list shows. */
    private static String shown(FxRobot robot, String id) {
        return String.valueOf(choice(robot, id).getButtonCell().getText());
    }

    @SuppressWarnings("unchecked")
    private static ChoiceComboBox<Object> choice(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChoiceComboBox.class);
    }

    @Test
    void opensCustomTableOrRevertsTheChoice(FxRobot robot) throws Exception {
        robot.interact(() -> choice(robot, "#batch-size-source").setValue("csv"));
        waitUntil(() -> choice(robot, "#batch-size-source").getValue().equals("iris"));
        window.pickedFile =
                Optional.of(Files.writeString(folder.resolve("own.csv"), "a,b,c\n1,2,0.5\n2,3,1\n4,1,1.5\n0,0,3\n"));
        robot.interact(() -> choice(robot, "#batch-size-source").setValue("csv"));
        waitUntil(() -> setup().model().source().equals("csv"));
        waitUntil(() -> view.parts().subtitle().getValue().startsWith("own.csv"));
        window.pickedFile = Optional.of(Files.writeString(folder.resolve("narrow.csv"), "a,b\n1,2\n2,1\n"));
        robot.interact(() -> choice(robot, "#batch-size-source").setValue("iris"));
        waitUntil(() -> setup().model().source().equals("iris"));
        robot.interact(() -> choice(robot, "#batch-size-source").setValue("csv"));
        waitUntil(() -> window.notices.size() == 1);
        assertEquals("iris", setup().model().source());
    }

    @Test
    void clickAndDragOnASurfaceSetTheStart(FxRobot robot) throws Exception {
        ChartCard card = card("batch-size-surface-chosen");
        waitUntil(() -> plotArea(card).getWidth() > 60);
        Rectangle2D area = plotArea(card);
        Point2D middle = card.chartView().localToScreen(area.getCenterX(), area.getCenterY());
        robot.clickOn(middle, MouseButton.PRIMARY);
        waitUntil(() -> setup().startX() != -0.75);
        double x = setup().startX();
        double[] before = range("batch-size-surface-chosen");
        robot.moveTo(middle.add(5, 5)).press(MouseButton.PRIMARY);
        waitUntil(() -> setup().startX() != x);
        double pressed = setup().startX();
        robot.moveTo(middle.add(-area.getWidth() / 4, 0));
        waitUntil(() -> setup().startX() < pressed);
        waitUntil(() -> range("batch-size-surface-chosen")[0] == before[0]);
        robot.release(MouseButton.PRIMARY);
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(x, setup().startX());
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(-0.75, setup().startX());
    }

    private static Rectangle2D plotArea(ChartCard card) {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    @Test
    void keysAndWheelMoveAllSurfacesAndResetRestoresTheView(FxRobot robot) throws Exception {
        ChartCard card = card("batch-size-surface-whole");
        waitUntil(() -> plotArea(card).getWidth() > 60);
        double[] home = range("batch-size-surface-one");
        robot.interact(card::requestFocus);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        waitUntil(() -> range("batch-size-surface-one")[0] > home[0]);
        assertEquals(home[1] - home[0], range("batch-size-surface-one")[1] - range("batch-size-surface-one")[0], 1e-9);
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        waitUntil(() ->
                range("batch-size-surface-one")[1] - range("batch-size-surface-one")[0] < home[1] - home[0] - 0.1);
        waitUntil(() -> robot.lookup("#batch-size-view-one").query().isVisible());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        waitUntil(() -> range("batch-size-surface-one")[0] == home[0]);
        Rectangle2D area = plotArea(card);
        robot.moveTo(card.chartView().localToScreen(area.getCenterX(), area.getCenterY()));
        robot.scroll(2, VerticalDirection.UP);
        waitUntil(() -> range("batch-size-surface-one")[0] != home[0]);
        robot.clickOn("#batch-size-view-whole");
        waitUntil(() -> range("batch-size-surface-one")[0] == home[0]);
        assertEquals(-0.75, setup().startX());
    }

    private double[] range(String card) {
        var range = card(card).chart().getXYPlot().getDomainAxis().getRange();
        return new double[] {range.getLowerBound(), range.getUpperBound()};
    }

    @Test
    void experimentIsSelectedOnItsCard(FxRobot robot) throws Exception {
        assertEquals("Speed", card("batch-size-experiment-chart").title(), "next to the gradient noise at first");
        robot.clickOn("#batch-size-look-at-0");
        waitUntil(() -> card("batch-size-experiment-chart").title().equals("To the target"));
        assertTrue(robot.lookup("#batch-size-experiment-0")
                .queryAs(ToggleButton.class)
                .isSelected());
        assertFalse(robot.lookup("#batch-size-experiment-2")
                .queryAs(ToggleButton.class)
                .isSelected());
    }

    @Test
    void runsExperimentFromItsCardAndShowsTheResult(FxRobot robot) throws Exception {
        robot.interact(() -> {
            view.model().experiments().chosenProperty().set(BatchSizeExperiments.Kind.TARGET);
            view.model().settings().targetSeedsProperty().set(3);
        });
        robot.clickOn("#batch-size-run-here");
        waitUntil(() ->
                view.model().experiments().target().statusProperty().get().state() == StudyRunner.StudyState.DONE);
        waitUntil(() -> robot.lookup("#batch-size-found")
                .queryAs(WrappedText.class)
                .text()
                .contains("steps go from"));
        waitUntil(() -> robot.lookup("#batch-size-run-here").tryQuery().isEmpty());
        assertTrue(card("batch-size-experiment-chart")
                        .chart()
                        .getXYPlot()
                        .getDataset()
                        .getSeriesCount()
                >= 2);
    }

    @Test
    void everyExperimentHasSettingsAndCanBeStopped(FxRobot robot) throws Exception {
        robot.interact(() -> view.model().experiments().chosenProperty().set(BatchSizeExperiments.Kind.ESCAPE));
        waitUntil(() -> robot.lookup("#batch-size-escape-runs")
                .query()
                .getParent()
                .getParent()
                .getParent()
                .isVisible());
        waitUntil(() -> card("batch-size-experiment-chart").title().equals("Escape"));
        typeAndEnter(robot, "#batch-size-escape-runs", "10000");
        typeAndEnter(robot, "#batch-size-escape-steps", "10000");
        waitUntil(() -> setup().escape().runs() == 10_000);
        robot.interact(() -> view.model().run());
        waitUntil(
                () -> view.model().experiments().escape().statusProperty().get().share() > 0);
        waitUntil(() -> !card("batch-size-experiment-chart").subtitle().isEmpty());
        robot.interact(() -> view.setOnStage(false));
        assertEquals(
                StudyRunner.StudyState.STOPPED,
                view.model().experiments().escape().statusProperty().get().state());
        assertFalse(view.model()
                .experiments()
                .escape()
                .statusProperty()
                .get()
                .results()
                .isEmpty());
        robot.interact(() -> view.setOnStage(true));
    }

    @Test
    void measuresEqualSecondsInTheCurrentLanguage(FxRobot robot) throws Exception {
        choose(robot, "#batch-size-equal-2");
        waitUntil(() -> setup().comparisonBasis() == ComparisonBasis.SECONDS);
        waitUntil(() ->
                view.model().viewStateProperty().get().comparison().pacing().stepTimes() != null);
        waitUntil(() -> card("batch-size-surface-chosen").subtitle().matches(".* [nµm]?s, 30 steps"));
        choose(robot, "#batch-size-equal-0");
        waitUntil(() ->
                view.model().viewStateProperty().get().comparison().setup().comparisonBasis()
                        == ComparisonBasis.EPOCHS);
        waitUntil(() -> card("batch-size-surface-one").subtitle().equals("6 epochs, 900 steps"));
        String english = view.parts().subtitle().getValue();
        Object light = card("batch-size-surface-one").chart().getBackgroundPaint();
        robot.interact(() -> {
            window.messages.languageProperty().set(Language.KOREAN);
            window.appearance.themeProperty().set(Theme.DARK);
        });
        waitUntil(() -> !view.parts().subtitle().getValue().equals(english));
        waitUntil(() -> robot.lookup("#batch-size-epoch")
                .queryAs(WrappedText.class)
                .text()
                .contains("에포크"));
        waitUntil(() -> card("batch-size-noise")
                .chart()
                .getXYPlot()
                .getDomainAxis()
                .getLabel()
                .equals("배치 크기 B, 로그 눈금"));
        waitUntil(() -> card("batch-size-surface-one")
                .chart()
                .getXYPlot()
                .getDomainAxis()
                .getLabel()
                .contains("꽃잎 너비"));
        assertNotEquals(light, card("batch-size-surface-one").chart().getBackgroundPaint());
    }

    /** Also works if the panel is not scrolled to the segment. */
    private static void choose(FxRobot robot, String segment) {
        robot.interact(() -> robot.lookup(segment).queryAs(ToggleButton.class).fire());
    }

    @Test
    void playbackUpdatesNumbersAndRemedyCanBeUndone(FxRobot robot) throws Exception {
        waitUntil(() -> cells(robot).contains("214"));
        robot.interact(() -> view.parts().playback().stepForward());
        waitUntil(() -> cells(robot).contains("246"));
        robot.interact(() -> view.parts().playback().toEnd());
        waitUntil(() -> cells(robot).contains("900"));
        robot.interact(() -> view.parts().playback().seek(7));
        waitUntil(() -> robot.lookup("#batch-size-finding-1-remedy").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#batch-size-finding-1-remedy").queryButton().fire());
        waitUntil(() -> setup().training().batchSize().samples() == 16);
        waitUntil(() -> robot.lookup("#batch-size-take-back").query().isVisible());
        robot.interact(() -> robot.lookup("#batch-size-take-back").queryButton().fire());
        waitUntil(() -> setup().training().batchSize().samples() == 32);
    }

    private static List<String> cells(FxRobot robot) {
        return robot.lookup("#batch-size-readout").queryParent().lookupAll(".readout-cell").stream()
                .map(cell -> ((Label) cell).getText())
                .toList();
    }
}
