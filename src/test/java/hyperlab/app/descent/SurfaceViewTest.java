package hyperlab.app.descent;

import static hyperlab.app.LabTestWindow.hasHint;
import static hyperlab.app.LabTestWindow.typeAndEnter;
import static hyperlab.app.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.LabTestWindow;
import hyperlab.app.control.ChoiceComboBox;
import hyperlab.app.control.FormulaField;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.WrappedText;
import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.optim.Adam;
import hyperlab.optim.Schedule;
import hyperlab.text.Language;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class SurfaceViewTest {
    private LabTestWindow<LearningRateView> window;
    private LearningRateView view;
    private LearningRateSettings settings;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, LearningRateView::new);
        view = window.lab;
        settings = view.model().settings();
    }

    @Stop
    void stop() {
        window.close();
    }

    private static boolean isShown(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T node(FxRobot robot, String id, Class<T> type) {
        return type.cast(robot.lookup(id).query());
    }

    private String axis(int card) {
        return view.charts().get(card).chart().getXYPlot().getRangeAxis().getLabel();
    }

    private Rectangle2D plotArea() {
        return view.charts().get(0).chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    @Test
    void everyControlHasItsIdAndItsHintAndCanBeReachedByTheKeys(FxRobot robot) {
        for (String id : List.of(
                "#rate-plane-0",
                "#rate-plane-1",
                "#rate-surface-function",
                "#rate-surface-formula",
                "#rate-condition-field",
                "#rate-curvatureX-track",
                "#rate-curvatureY-track",
                "#rate-start-y",
                "#rate-contest-0",
                "#rate-contest-1",
                "#rate-schedule",
                "#rate-schedule-every",
                "#rate-schedule-factor",
                "#rate-schedule-floor",
                "#rate-schedule-warmup",
                "#rate-arrows",
                "#rate-tolerance",
                "#rate-measure-2",
                "#rate-axis-1",
                "#rate-view-reset",
                "#rate-descent",
                "#rate-narration")) {
            Node node = robot.lookup(id).query();
            assertNotNull(node, id);
            assertTrue(node.isFocusTraversable(), id);
            assertTrue(id.equals("#rate-descent") || hasHint(node), id + " says what it does");
        }
    }

    @Test
    void theSwitchBringsTheSurfaceAndBack(FxRobot robot) throws Exception {
        assertFalse(isShown(node(robot, "#rate-start-y", Node.class)));
        robot.clickOn("#rate-plane-1");
        waitUntil(() -> axis(0).equals("y"));
        assertTrue(isShown(node(robot, "#rate-start-y", Node.class)));
        assertTrue(isShown(node(robot, "#rate-condition-field", Node.class)));
        assertFalse(isShown(node(robot, "#rate-function", Node.class)));
        assertEquals("Ravine, four rates", view.parts().subtitle().getValue());
        typeAndEnter(robot, "#rate-start-y", "1.5");
        assertEquals(List.of(-4.0, 1.5), view.model().setup().start());
        typeAndEnter(robot, "#rate-condition-field", "0.5");
        assertEquals(
                "Must be a number from 1 to 1000000",
                node(robot, "#rate-condition-field", NumberField.class)
                        .complaint()
                        .get());
        robot.clickOn("#rate-plane-0");
        waitUntil(() -> axis(0).startsWith("f(x)"));
        robot.interact(() -> view.parts().undo().undo());
        waitUntil(() -> axis(0).equals("y"));
        assertEquals(List.of(-4.0, 1.5), view.model().setup().start());
    }

    @Test
    void clickAndDragOnTheSurfaceSetBothCoordinates(FxRobot robot) throws Exception {
        robot.interact(() -> settings.plane().set(FunctionKind.SURFACE));
        waitUntil(() -> axis(0).equals("y") && plotArea().getWidth() > 100);
        Rectangle2D area = plotArea();
        Point2D middle = view.charts().get(0).chartView().localToScreen(area.getCenterX(), area.getCenterY());
        robot.clickOn(middle, MouseButton.PRIMARY);
        waitUntil(() -> view.model().setup().start().equals(List.of(0.0, 0.0)));
        assertTrue(view.charts().get(0).isFocused());
        robot.drag(middle, MouseButton.PRIMARY).dropTo(middle.add(area.getWidth() / 5, -area.getHeight() / 4));
        waitUntil(() -> Math.abs(settings.start().get() - 2) < 0.1);
        assertEquals(1, settings.startY().get(), 0.1);
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(List.of(0.0, 0.0), view.model().setup().start());
    }

    @Test
    void keysPanAndZoomBothPlanesAndTheButtonComesHome(FxRobot robot) throws Exception {
        for (FunctionKind plane : FunctionKind.kinds()) {
            robot.interact(() -> settings.plane().set(plane));
            waitUntil(() -> axis(0).equals("y") == (plane == FunctionKind.SURFACE));
            ObjectiveFunction.PlotWindow home = view.stage().zoom().window().get();
            robot.interact(() -> view.charts().get(0).requestFocus());
            robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
            waitUntil(() -> view.stage().zoom().window().get().xHigh() < home.xHigh());
            robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
            ObjectiveFunction.PlotWindow seen = view.stage().zoom().window().get();
            waitUntil(() -> view.charts().get(0).chart().getXYPlot().getDomainAxis().getUpperBound() == seen.xHigh());
            assertNotEquals(home.xLow() + home.xHigh(), seen.xLow() + seen.xHigh(), 1e-9);
            waitUntil(() -> isShown(node(robot, "#rate-view-reset", Node.class)));
            robot.clickOn("#rate-view-reset");
            waitUntil(() -> view.stage().zoom().window().get().equals(home));
            waitUntil(() -> view.charts().get(0).chart().getXYPlot().getDomainAxis().getUpperBound() == home.xHigh());
        }
    }

    @Test
    void functionsOfTwoVariablesAreChosenOrTyped(FxRobot robot) throws Exception {
        robot.interact(() -> settings.plane().set(FunctionKind.SURFACE));
        ChoiceComboBox<?> choice = node(robot, "#rate-surface-function", ChoiceComboBox.class);
        robot.interact(() -> choice.getSelectionModel().select(2));
        assertEquals("rosenbrock", view.model().setup().function());
        robot.interact(() -> choice.getSelectionModel().selectLast());
        waitUntil(() -> isShown(node(robot, "#rate-surface-formula", Node.class)));
        assertFalse(isShown(node(robot, "#rate-formula", Node.class)));
        typeAndEnter(robot, "#rate-surface-formula", "x^2 + 2y^2");
        assertEquals("x^2 + 2y^2", view.model().setup().function());
        typeAndEnter(robot, "#rate-surface-formula", "x^2");
        assertEquals("x^2 + 2y^2", view.model().setup().function());
        String complaint = node(robot, "#rate-surface-formula", FormulaField.class)
                .complaint()
                .get();
        assertTrue(complaint.equals("Must have both x and y in it"), complaint);
        robot.interact(() -> window.messages.language().set(Language.KOREAN));
        complaint = node(robot, "#rate-surface-formula", FormulaField.class)
                .complaint()
                .get();
        assertTrue(complaint.contains("x와 y"), complaint);
    }

    @Test
    void theContestIsSwitchedAndItsNamesStandInTheRows(FxRobot robot) throws Exception {
        robot.clickOn("#rate-contest-1");
        waitUntil(() -> view.model().setup().comparedHyperparameter() == ComparedHyperparameter.OPTIMIZERS);
        waitUntil(() -> robot.lookup("#rate-racer-4").query().lookupAll(".racer-rate").stream()
                .anyMatch(name -> ((Label) name).getText().equals("Adam")));
        robot.clickOn("#rate-add");
        waitUntil(() -> view.model().setup().racers().size() == 5);
        robot.clickOn("#rate-contest-0");
        waitUntil(() -> view.model().setup().racers().equals(DefaultSetups.DEFAULT.racers()));
    }

    @Test
    void schedulesAreChosenWithTheConstantsThatTheyHave(FxRobot robot) throws Exception {
        ChoiceComboBox<?> choice = node(robot, "#rate-schedule", ChoiceComboBox.class);
        robot.interact(() -> choice.getSelectionModel().select(1));
        assertEquals(Schedule.StepDecay.DEFAULT, settings.schedule().get());
        assertTrue(isShown(node(robot, "#rate-schedule-every", Node.class)));
        assertTrue(isShown(node(robot, "#rate-schedule-factor", Node.class)));
        assertFalse(isShown(node(robot, "#rate-schedule-floor", Node.class)));
        typeAndEnter(robot, "#rate-schedule-every", "4");
        typeAndEnter(robot, "#rate-schedule-warmup", "2");
        typeAndEnter(robot, "#rate-schedule-factor", "-1");
        assertEquals(new Schedule.StepDecay(4, 0.1, 2), settings.schedule().get());
        robot.interact(() -> choice.getSelectionModel().select(3));
        typeAndEnter(robot, "#rate-schedule-floor", "0.02");
        assertEquals(new Schedule.CosineAnnealing(0.02, 0), settings.schedule().get());
        robot.clickOn("#rate-measure-2");
        waitUntil(() -> axis(1).startsWith("η"));
        robot.interact(() -> view.parts().undo().undo());
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(Schedule.CosineAnnealing.DEFAULT, settings.schedule().get());
    }

    @Test
    void theMeasureTheAxisAndTheGoalAreSwitched(FxRobot robot) throws Exception {
        robot.clickOn("#rate-axis-1");
        waitUntil(() -> axis(1).equals("f(x)"));
        robot.clickOn("#rate-measure-1");
        waitUntil(() -> axis(1).equals("distance"));
        assertEquals(ProgressMeasure.DISTANCE, settings.display().measure().get());
        assertEquals("Distance against step", view.charts().get(1).title());
        String before = arrival(robot);
        typeAndEnter(robot, "#rate-tolerance", "1.5");
        waitUntil(() -> !arrival(robot).equals(before));
        assertEquals("η\u00a0=\u00a00.1 comes to distance ≤ 1.5 at step 8.", arrival(robot));
        typeAndEnter(robot, "#rate-tolerance", "0");
        assertEquals(1.5, settings.display().tolerance().get());
    }

    private static String arrival(FxRobot robot) {
        return node(robot, "#rate-arrival", WrappedText.class).text();
    }

    @Test
    void arrowsAreSwitchedByTheSpaceBar(FxRobot robot) {
        robot.interact(() -> node(robot, "#rate-arrows", Node.class).requestFocus());
        robot.type(KeyCode.SPACE);
        assertFalse(settings.display().arrows().get());
        robot.interact(() -> view.parts().undo().undo());
        assertTrue(settings.display().arrows().get());
    }

    @Test
    void theArrowKeysNameTheTermsOfTheStepOneByOne(FxRobot robot) throws Exception {
        robot.interact(() -> settings.optimizer().set(Adam.DEFAULT));
        StepNarrationView strip = node(robot, "#rate-narration", StepNarrationView.class);
        FormulaView formula = node(robot, "#rate-step-formula", FormulaView.class);
        waitUntil(() -> formula.latex().get().contains("hat m"));
        assertFalse(formula.latex().get().contains("\\lit"));
        robot.interact(strip::requestFocus);
        waitUntil(() -> strip.highlighted() != null);
        StepTerm first = strip.highlighted();
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> strip.highlighted() != first);
        assertTrue(formula.latex().get().contains("\\lit"));
        assertEquals(
                1,
                robot.lookup(".step-term").queryAll().stream()
                        .filter(term -> term.getPseudoClassStates().toString().contains("lit"))
                        .count());
        robot.type(KeyCode.LEFT);
        waitUntil(() -> strip.highlighted() == first);
    }

    @Test
    void aStepOnASurfaceIsToldForBothCoordinates(FxRobot robot) throws Exception {
        robot.interact(() -> settings.plane().set(FunctionKind.SURFACE));
        StepNarrationView strip = node(robot, "#rate-narration", StepNarrationView.class);
        waitUntil(() -> strip.text().contains("new point"));
        StepNarration told = view.model().moment().get().narration().orElseThrow();
        for (StepNarration.CoordinateStep part : told.coordinates()) {
            assertTrue(strip.text().contains(LearningRateText.formatStepNumber(part.gradient())), strip.text());
            assertTrue(strip.text().contains(LearningRateText.formatStepNumber(part.move())), strip.text());
        }
        robot.interact(() -> view.parts().playback().toEnd());
        waitUntil(() -> strip.text().startsWith("The last of 40 steps is taken: (x, y) = ("));
    }

    @Test
    void theEffectiveRateOfEachCoordinateStandsInTheStepAndInTheTable(FxRobot robot) throws Exception {
        robot.interact(() -> settings.plane().set(FunctionKind.SURFACE));
        Label rates = node(robot, "#rate-effective", Label.class);
        waitUntil(() -> axis(0).equals("y"));
        assertFalse(isShown(rates));
        assertFalse(isShown(node(robot, "#rate-coordinates", Node.class)));
        robot.interact(() -> settings.optimizer().set(Adam.DEFAULT));
        waitUntil(() -> isShown(rates));
        StepNarrationView strip = node(robot, "#rate-narration", StepNarrationView.class);
        assertTrue(strip.text().endsWith(rates.getText()), strip.text());
        StepNarration told = view.model().moment().get().narration().orElseThrow();
        List<String> cells = node(robot, "#rate-coordinates", Parent.class).lookupAll(".readout-cell").stream()
                .map(cell -> ((Label) cell).getText())
                .toList();
        for (StepNarration.CoordinateStep part : told.coordinates()) {
            assertTrue(rates.getText().contains(LearningRateText.effectiveRate(part)), rates.getText());
            assertTrue(cells.contains(LearningRateText.effectiveRate(part)), cells.toString());
        }
        robot.moveTo(rates);
        waitUntil(() -> strip.highlighted() == StepTerm.SCALE);
    }
}
