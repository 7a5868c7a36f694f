package hyperlab.lab.learningrate;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.Regime;
import hyperlab.lab.LabTestWindow;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.optim.AdamW;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.field.FormulaField;
import hyperlab.ui.control.field.NumberField;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class LearningRateViewTest {
    private LabTestWindow<LearningRateView> window;
    private LearningRateView view;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, LearningRateView::new);
        view = window.lab;
    }

    @Stop
    void stop() {
        window.close();
    }

    @Test
    void everyControlHasIdAndHint(FxRobot robot) {
        for (String id : List.of(
                "#learning-rate-function",
                "#learning-rate-curvature-track",
                "#learning-rate-curvature-field",
                "#learning-rate-start",
                "#learning-rate-steps",
                "#learning-rate-racer-1",
                "#learning-rate-racer-4-eye",
                "#learning-rate-racer-4-remove",
                "#learning-rate-add",
                "#learning-rate-learning-rate-track",
                "#learning-rate-learning-rate-field",
                "#learning-rate-optimizer",
                "#learning-rate-momentum-track",
                "#learning-rate-noise",
                "#learning-rate-narration")) {
            Node control = robot.lookup(id).query();
            assertNotNull(control, id);
            assertTrue(hasHint(control), id + " says what it does");
        }
        for (String id : List.of(
                "#learning-rate-descent",
                "#learning-rate-value",
                "#learning-rate-readout",
                "#learning-rate-finding-1")) {
            assertNotNull(robot.lookup(id).query(), id);
        }
    }

    @Test
    void eachOptimizerShowsAndAcceptsItsConstants(FxRobot robot) throws Exception {
        for (Optimizer optimizer : Optimizer.all()) {
            robot.interact(() -> view.model().settings().optimizerProperty().set(optimizer));
            for (OptimizerConstant constant : OptimizerConstant.values()) {
                assertEquals(
                        optimizer.value(constant).isPresent(),
                        isShown(robot.lookup("#learning-rate-" + constant.key()).query()),
                        optimizer + " " + constant);
            }
            assertFalse(isShown(robot.lookup("#learning-rate-nesterov").query()));
        }
        robot.interact(() -> view.model().settings().optimizerProperty().set(AdamW.DEFAULT));
        typeAndEnter(robot, "#learning-rate-weightDecay", "0.5");
        assertEquals(
                new AdamW(0.9, 0.999, 1e-8, 0.5),
                view.model().settings().optimizerProperty().get());
        typeAndEnter(robot, "#learning-rate-beta2", "0.9");
        assertEquals(
                new AdamW(0.9, 0.9, 1e-8, 0.5),
                view.model().settings().optimizerProperty().get());
        robot.interact(() -> view.model().settings().optimizerProperty().set(new Sgd(0.9, true)));
        assertTrue(isShown(robot.lookup("#learning-rate-nesterov").query()));
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(
                new AdamW(0.9, 0.9, 1e-8, 0.5),
                view.model().settings().optimizerProperty().get());
        assertEquals(
                "0.9",
                robot.lookup("#learning-rate-beta2").queryAs(TextField.class).getText());
    }

    /** Whether the node and all its ancestors are visible. */
    private static boolean isShown(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void arrowKeysMoveTheRateAndTheNarrationFollows(FxRobot robot) throws Exception {
        StepNarrationView strip = robot.lookup("#learning-rate-narration").queryAs(StepNarrationView.class);
        String before = strip.text();
        robot.interact(
                () -> robot.lookup("#learning-rate-learning-rate-track").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> view.model().settings().learningRateProperty().get() > 0.1);
        waitUntil(() -> !strip.text().equals(before));
        robot.interact(() -> view.parts().undo().undo());
        waitUntil(() -> strip.text().equals(before));
    }

    @Test
    void changingNumbersKeepTheirTablePositions(FxRobot robot) throws Exception {
        Parent table = robot.lookup("#learning-rate-readout").queryParent();
        List<Node> nodes = List.copyOf(table.getChildrenUnmodifiable());
        List<String> before = cells(table);
        robot.interact(() -> view.model().settings().learningRateProperty().set(0.25));
        waitUntil(() -> !cells(table).equals(before));
        assertEquals(nodes, table.getChildrenUnmodifiable());
        robot.interact(() -> view.model().removeRacer(3));
        waitUntil(() -> table.getChildrenUnmodifiable().size() < nodes.size());
    }

    @Test
    void namesAndHighlightsStepTermsInTurn(FxRobot robot) throws Exception {
        StepNarrationView strip = robot.lookup("#learning-rate-narration").queryAs(StepNarrationView.class);
        robot.interact(() -> view.parts().playback().stepForward());
        waitUntil(() -> strip.highlighted() == StepTerm.GRADIENT);
        waitUntil(() -> strip.highlighted() == StepTerm.RATE);
        waitUntil(() -> strip.highlighted() == StepTerm.MOVE);
        waitUntil(() -> strip.highlighted() == null);
        int[] plain = drawn();
        robot.interact(() -> strip.highlight(StepTerm.MOVE));
        waitUntil(() -> !Arrays.equals(plain, drawn()));
        int[] move = drawn();
        robot.interact(() -> strip.highlight(StepTerm.NEXT));
        waitUntil(() -> !Arrays.equals(move, drawn()));
        robot.interact(() -> strip.highlight(null));
        waitUntil(() -> Arrays.equals(plain, drawn()));
    }

    @Test
    void drawsNoisyPathsOnTheCurve(FxRobot robot) throws Exception {
        robot.interact(() -> view.parts().playback().seek(4));
        int[] plain = drawn();
        robot.interact(() -> view.model().settings().noise().enabledProperty().set(true));
        waitUntil(() -> !view.model().noisyDescents().resultsProperty().get().isEmpty());
        waitUntil(() -> !Arrays.equals(plain, drawn()));
    }

    private int[] drawn() {
        BufferedImage image = new BufferedImage(500, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        view.charts().get(0).chart().draw(g2, new Rectangle2D.Double(0, 0, 500, 400));
        g2.dispose();
        return image.getRGB(0, 0, 500, 400, null, 0, 500);
    }

    private static List<String> cells(Parent table) {
        return table.lookupAll(".readout-cell").stream()
                .map(cell -> ((Label) cell).getText())
                .toList();
    }

    @Test
    void typedRateChangesTheRacerLabel(FxRobot robot) throws Exception {
        typeAndEnter(robot, "#learning-rate-learning-rate-field", "2.5");
        waitUntil(() ->
                view.model().viewStateProperty().get().selectedRun().regime(0).equals(Optional.of(Regime.DIVERGE)));
        waitUntil(() -> robot.lookup("#learning-rate-racer-1").query().lookupAll(".racer-word").stream()
                .anyMatch(word -> ((Label) word).getText().equals("diverges")));
    }

    @Test
    void rejectsInvalidRateInline(FxRobot robot) {
        typeAndEnter(robot, "#learning-rate-learning-rate-field", "-1");
        assertEquals(0.1, view.model().settings().learningRateProperty().get());
        typeAndEnter(robot, "#learning-rate-steps", "2.5");
        assertEquals(20, view.model().settings().stepsProperty().get());
    }

    @Test
    void acceptsTypedFormulaAndShowsErrorsInline(FxRobot robot) throws Exception {
        assertFalse(robot.lookup("#learning-rate-formula")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        robot.interact(() -> robot.lookup("#learning-rate-function")
                .queryAs(ChoiceComboBox.class)
                .getSelectionModel()
                .selectLast());
        waitUntil(() -> robot.lookup("#learning-rate-formula")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        typeAndEnter(robot, "#learning-rate-formula", "x^2 + 3");
        assertEquals("x^2 + 3", view.model().setup().function());
        waitUntil(() -> view.charts()
                .get(0)
                .chart()
                .getXYPlot()
                .getRangeAxis()
                .getLabel()
                .equals("f(x) = x^2 + 3"));
        assertEquals("Your formula, four rates", view.parts().subtitle().getValue());

        FormulaField field = robot.lookup("#learning-rate-formula").queryAs(FormulaField.class);
        typeAndEnter(robot, "#learning-rate-formula", "x^2 + sine(x)");
        assertEquals("x^2 + 3", view.model().setup().function());
        assertEquals(
                "Column 7 \"sine\" is not a known name (nearest: sin)",
                field.validationMessageProperty().get());
        assertEquals("sine", field.getSelectedText());
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertEquals(
                "7번째 글자: \"sine\": 모르는 이름이에요 (비슷한 이름: sin)",
                field.validationMessageProperty().get());
        robot.interact(() -> window.messages.languageProperty().set(Language.ENGLISH));

        typeAndEnter(robot, "#learning-rate-formula", "x^2 + y");
        assertEquals(
                "Column 7 must be x, the only variable here, got \"y\"",
                field.validationMessageProperty().get());
        robot.interact(() -> field.setText("x^2 + "));
        assertEquals(
                "Column 7 must be a number, a name or \"(\", got the end",
                field.validationMessageProperty().get());
        robot.interact(() -> field.setText("log(x)"));
        assertEquals("", field.validationMessageProperty().get());
        typeAndEnter(robot, "#learning-rate-formula", "log(x)");
        assertEquals("log(x)", view.model().setup().function());

        NumberField start = robot.lookup("#learning-rate-start").queryAs(NumberField.class);
        typeAndEnter(robot, "#learning-rate-start", "-1");
        assertEquals(
                "Must be where f(x) and its slope are finite",
                start.validationMessageProperty().get());
        assertEquals(3, view.model().settings().startProperty().get());
        typeAndEnter(robot, "#learning-rate-start", "2000");
        assertEquals(
                "Must be a number from −1000 to 1000",
                start.validationMessageProperty().get());
    }

    @Test
    void draggingTheStartOutOfTheDomainLeavesItUnchanged(FxRobot robot) throws Exception {
        robot.interact(() -> {
            view.model().settings().functionProperty().set(FunctionChoices.USER_FORMULA);
            view.model().settings().formulaProperty().set("x - log(x)");
            view.model().settings().startProperty().set(2);
        });
        waitUntil(() -> plotArea().getWidth() > 100);
        Rectangle2D area = plotArea();
        Node canvas = view.charts().get(0).chartView();
        robot.clickOn(canvas.localToScreen(area.getMinX() + 10, area.getCenterY()), MouseButton.PRIMARY);
        assertEquals(2, view.model().settings().startProperty().get());
        robot.clickOn(canvas.localToScreen(area.getMaxX() - 10, area.getCenterY()), MouseButton.PRIMARY);
        waitUntil(() -> view.model().settings().startProperty().get() > 4);
    }

    @Test
    void clickingARacerSelectsItForTheSlider(FxRobot robot) throws Exception {
        robot.clickOn("#learning-rate-racer-3");
        waitUntil(() -> view.model().settings().selectedProperty().get() == 2);
        assertEquals(
                "1.8",
                robot.lookup("#learning-rate-learning-rate-field")
                        .queryAs(TextField.class)
                        .getText());
    }

    @Test
    void racersCanBeAddedHiddenAndRemoved(FxRobot robot) throws Exception {
        robot.clickOn("#learning-rate-add");
        waitUntil(() -> view.model().setup().racers().size() == 5);
        waitUntil(() -> robot.lookup("#learning-rate-racer-5").tryQuery().isPresent());
        robot.clickOn("#learning-rate-racer-1-eye");
        waitUntil(() -> !view.model().setup().racers().get(0).visible());
        robot.clickOn("#learning-rate-racer-5-remove");
        waitUntil(() -> view.model().setup().racers().size() == 4);
        waitUntil(() -> robot.lookup("#learning-rate-racer-5").tryQuery().isEmpty());
    }

    @Test
    void clickAndDragInTheChartSetTheStart(FxRobot robot) throws Exception {
        Node canvas = view.charts().get(0).chartView();
        waitUntil(() -> plotArea().getWidth() > 100);
        Rectangle2D area = plotArea();
        Point2D middle = canvas.localToScreen(area.getCenterX(), area.getCenterY());
        robot.clickOn(middle, MouseButton.PRIMARY);
        waitUntil(() -> view.model().settings().startProperty().get() == 0);
        robot.drag(middle, MouseButton.PRIMARY).dropTo(middle.add(area.getWidth() / 4, 0));
        waitUntil(() -> Math.abs(view.model().settings().startProperty().get() - 3.2) < 0.1);
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(0, view.model().settings().startProperty().get());
    }

    private Rectangle2D plotArea() {
        return view.charts().get(0).chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    @Test
    void remedyFixesTheDivergingRate(FxRobot robot) throws Exception {
        robot.clickOn("#learning-rate-finding-1-remedy");
        waitUntil(() -> view.model().setup().racers().get(3).learningRate() == 1.9);
        waitUntil(() -> robot.lookup("#learning-rate-take-back").query().isVisible());
        robot.clickOn("#learning-rate-take-back");
        waitUntil(() -> view.model().setup().racers().get(3).learningRate() == 2.1);
        waitUntil(() -> !robot.lookup("#learning-rate-take-back").query().isVisible());
    }

    @Test
    void momentumToggleAppearsOnlyForRacersWithMomentum(FxRobot robot) throws Exception {
        assertFalse(robot.lookup("#learning-rate-nesterov")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        typeAndEnter(robot, "#learning-rate-momentum-field", "0.5");
        waitUntil(() -> robot.lookup("#learning-rate-nesterov")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        waitUntil(() -> robot.lookup("#learning-rate-narration")
                .queryAs(StepNarrationView.class)
                .text()
                .contains("velocity"));
    }

    @Test
    void languageSwitchesLive(FxRobot robot) throws Exception {
        String english = view.parts().subtitle().getValue();
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(() -> !view.parts().subtitle().getValue().equals(english));
        waitUntil(() -> robot.lookup("#learning-rate-narration")
                .queryAs(StepNarrationView.class)
                .text()
                .contains("스텝"));
        waitUntil(() -> view.charts()
                .get(1)
                .chart()
                .getXYPlot()
                .getDomainAxis()
                .getLabel()
                .equals("스텝"));
    }

    @Test
    void coalescesHundredMovesASecondIntoTheNewest(FxRobot robot) throws Exception {
        robot.interact(() -> {
            for (int k = 1; k <= 100; k++) {
                view.model().settings().learningRateProperty().set(k / 100.0);
            }
        });
        waitUntil(() -> robot.lookup("#learning-rate-racer-1").query().lookupAll(".racer-rate").stream()
                .anyMatch(rate -> ((Label) rate).getText().equals("1")));
    }
}
