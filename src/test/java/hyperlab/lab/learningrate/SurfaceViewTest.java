package hyperlab.lab.learningrate;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.descent.ViewAngles;
import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ProgressMeasure;
import hyperlab.lab.LabTestWindow;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.optim.Adam;
import hyperlab.optim.Schedule;
import hyperlab.text.Language;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FormulaField;
import hyperlab.ui.control.field.NumberField;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
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
        return Objects.requireNonNullElse(
                view.charts().get(card).chart().getXYPlot().getRangeAxis().getLabel(), "");
    }

    private Rectangle2D plotArea() {
        return view.charts().get(0).chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    @Test
    void everyControlHasIdAndHintAndIsKeyboardAccessible(FxRobot robot) {
        for (String id : List.of(
                "#learning-rate-plane-0",
                "#learning-rate-plane-1",
                "#learning-rate-view-0",
                "#learning-rate-view-1",
                "#learning-rate-surface-function",
                "#learning-rate-surface-formula",
                "#learning-rate-condition-field",
                "#learning-rate-curvatureX-track",
                "#learning-rate-curvatureY-track",
                "#learning-rate-start-y",
                "#learning-rate-compared-0",
                "#learning-rate-compared-1",
                "#learning-rate-schedule",
                "#learning-rate-schedule-every",
                "#learning-rate-schedule-factor",
                "#learning-rate-schedule-floor",
                "#learning-rate-schedule-warmup",
                "#learning-rate-arrows",
                "#learning-rate-tolerance",
                "#learning-rate-measure-2",
                "#learning-rate-axis-1",
                "#learning-rate-view-reset",
                "#learning-rate-descent",
                "#learning-rate-narration")) {
            Node node = robot.lookup(id).query();
            assertNotNull(node, id);
            assertTrue(node.isFocusTraversable(), id);
            assertTrue(id.equals("#learning-rate-descent") || hasHint(node), id + " says what it does");
        }
    }

    @Test
    void togglesBetweenCurveAndSurface(FxRobot robot) throws Exception {
        assertFalse(isShown(node(robot, "#learning-rate-start-y", Node.class)));
        robot.clickOn("#learning-rate-plane-1");
        waitUntil(() -> "y".equals(axis(0)));
        assertTrue(isShown(node(robot, "#learning-rate-start-y", Node.class)));
        assertTrue(isShown(node(robot, "#learning-rate-condition-field", Node.class)));
        assertFalse(isShown(node(robot, "#learning-rate-function", Node.class)));
        assertEquals("Ravine, four rates", view.parts().subtitle().getValue());
        typeAndEnter(robot, "#learning-rate-start-y", "1.5");
        assertEquals(List.of(-4.0, 1.5), view.model().setup().start());
        typeAndEnter(robot, "#learning-rate-condition-field", "0.5");
        assertEquals(
                "Must be a number from 1 to 1000000",
                node(robot, "#learning-rate-condition-field", NumberField.class)
                        .validationMessageProperty()
                        .get());
        robot.clickOn("#learning-rate-plane-0");
        waitUntil(() -> axis(0).startsWith("f(x)"));
        robot.interact(() -> view.parts().undo().undo());
        waitUntil(() -> "y".equals(axis(0)));
        assertEquals(List.of(-4.0, 1.5), view.model().setup().start());
    }

    @Test
    void clickAndDragOnTheSurfaceSetBothCoordinates(FxRobot robot) throws Exception {
        robot.interact(() -> settings.planeProperty().set(FunctionKind.SURFACE));
        waitUntil(() -> "y".equals(axis(0)) && plotArea().getWidth() > 100);
        Rectangle2D area = plotArea();
        Point2D middle = view.charts().get(0).chartView().localToScreen(area.getCenterX(), area.getCenterY());
        robot.clickOn(middle, MouseButton.PRIMARY);
        waitUntil(() -> view.model().setup().start().equals(List.of(0.0, 0.0)));
        assertTrue(view.charts().get(0).isFocused());
        robot.drag(middle, MouseButton.PRIMARY).dropTo(middle.add(area.getWidth() / 5, -area.getHeight() / 4));
        waitUntil(() -> Math.abs(settings.startProperty().get() - 2) < 0.1);
        assertEquals(1, settings.startYProperty().get(), 0.1);
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(List.of(0.0, 0.0), view.model().setup().start());
    }

    @Test
    void dragAndKeysTurnTheSurfaceAndLeaveTheStart(FxRobot robot) throws Exception {
        robot.interact(() -> settings.planeProperty().set(FunctionKind.SURFACE));
        waitUntil(() -> isShown(node(robot, "#learning-rate-view-1", Node.class)));
        robot.clickOn("#learning-rate-view-1");
        waitUntil(() -> view.charts().get(0).subtitle().contains("drag to turn")
                && plotArea().getWidth() > 100);
        robot.interact(() -> view.setStageLocked(true));
        assertFalse(view.charts().get(0).subtitle().contains("drag"), "in a lesson, the pointer turns nothing");
        robot.interact(() -> view.setStageLocked(false));
        assertTrue(view.charts().get(0).subtitle().contains("drag to turn"));
        List<Double> start = view.model().setup().start();
        Rectangle2D area = plotArea();
        Point2D middle = view.charts().get(0).chartView().localToScreen(area.getCenterX(), area.getCenterY());
        robot.drag(middle, MouseButton.PRIMARY).dropTo(middle.add(50, 25));
        waitUntil(() -> !view.stage().angles().equals(ViewAngles.DEFAULT));
        ViewAngles turned = view.stage().angles();
        assertEquals(ViewAngles.DEFAULT.azimuth() + 20, turned.azimuth(), 1);
        assertEquals(ViewAngles.DEFAULT.elevation() + 10, turned.elevation(), 1);
        assertEquals(start, view.model().setup().start());
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        assertEquals(turned.turned(-10, -10), view.stage().angles());
        waitUntil(() -> isShown(node(robot, "#learning-rate-angles-reset", Node.class)));
        robot.clickOn("#learning-rate-angles-reset");
        assertEquals(ViewAngles.DEFAULT, view.stage().angles());
        robot.clickOn("#learning-rate-view-0");
        waitUntil(() -> "y".equals(axis(0)));
        assertFalse(isShown(node(robot, "#learning-rate-angles-reset", Node.class)));
    }

    @Test
    void keysPanAndZoomBothPlanesAndButtonResetsTheView(FxRobot robot) throws Exception {
        for (FunctionKind plane : FunctionKind.kinds()) {
            robot.interact(() -> settings.planeProperty().set(plane));
            waitUntil(() -> "y".equals(axis(0)) == (plane == FunctionKind.SURFACE));
            ObjectiveFunction.PlotWindow home =
                    view.stage().zoom().windowProperty().get();
            robot.interact(() -> view.charts().get(0).requestFocus());
            robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
            waitUntil(() -> view.stage().zoom().windowProperty().get().xHigh() < home.xHigh());
            robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
            ObjectiveFunction.PlotWindow seen =
                    view.stage().zoom().windowProperty().get();
            waitUntil(() ->
                    view.charts().get(0).chart().getXYPlot().getDomainAxis().getUpperBound() == seen.xHigh());
            assertNotEquals(home.xLow() + home.xHigh(), seen.xLow() + seen.xHigh(), 1e-9);
            waitUntil(() -> isShown(node(robot, "#learning-rate-view-reset", Node.class)));
            robot.clickOn("#learning-rate-view-reset");
            waitUntil(() -> view.stage().zoom().windowProperty().get().equals(home));
            waitUntil(() ->
                    view.charts().get(0).chart().getXYPlot().getDomainAxis().getUpperBound() == home.xHigh());
        }
    }

    @Test
    void functionsOfTwoVariablesCanBeSelectedOrTyped(FxRobot robot) throws Exception {
        robot.interact(() -> settings.planeProperty().set(FunctionKind.SURFACE));
        ChoiceComboBox<?> choice = node(robot, "#learning-rate-surface-function", ChoiceComboBox.class);
        robot.interact(() -> choice.getSelectionModel().select(2));
        assertEquals("rosenbrock", view.model().setup().function());
        robot.interact(() -> choice.getSelectionModel().selectLast());
        waitUntil(() -> isShown(node(robot, "#learning-rate-surface-formula", Node.class)));
        assertFalse(isShown(node(robot, "#learning-rate-formula", Node.class)));
        typeAndEnter(robot, "#learning-rate-surface-formula", "x^2 + 2y^2");
        assertEquals("x^2 + 2y^2", view.model().setup().function());
        typeAndEnter(robot, "#learning-rate-surface-formula", "x^2");
        assertEquals("x^2 + 2y^2", view.model().setup().function());
        String complaint = node(robot, "#learning-rate-surface-formula", FormulaField.class)
                .validationMessageProperty()
                .get();
        assertTrue(complaint.equals("Must contain both x and y"), complaint);
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        complaint = node(robot, "#learning-rate-surface-formula", FormulaField.class)
                .validationMessageProperty()
                .get();
        assertTrue(complaint.contains("x와 y"), complaint);
    }

    @Test
    void enablingOptimizerRaceShowsItsNamesInTheRows(FxRobot robot) throws Exception {
        robot.clickOn("#learning-rate-compared-1");
        waitUntil(() -> view.model().setup().comparedHyperparameter() == ComparedHyperparameter.OPTIMIZERS);
        waitUntil(() -> robot.lookup("#learning-rate-racer-4").query().lookupAll(".racer-rate").stream()
                .anyMatch(name -> ((Label) name).getText().equals("Adam")));
        robot.clickOn("#learning-rate-add");
        waitUntil(() -> view.model().setup().racers().size() == 5);
        robot.clickOn("#learning-rate-compared-0");
        waitUntil(() -> view.model().setup().racers().equals(DefaultSetups.DEFAULT.racers()));
    }

    @Test
    void schedulesAreSelectedWithTheirConstants(FxRobot robot) throws Exception {
        ChoiceComboBox<?> choice = node(robot, "#learning-rate-schedule", ChoiceComboBox.class);
        robot.interact(() -> choice.getSelectionModel().select(1));
        assertEquals(Schedule.StepDecay.DEFAULT, settings.scheduleProperty().get());
        assertTrue(isShown(node(robot, "#learning-rate-schedule-every", Node.class)));
        assertTrue(isShown(node(robot, "#learning-rate-schedule-factor", Node.class)));
        assertFalse(isShown(node(robot, "#learning-rate-schedule-floor", Node.class)));
        typeAndEnter(robot, "#learning-rate-schedule-every", "4");
        typeAndEnter(robot, "#learning-rate-schedule-warmup", "2");
        typeAndEnter(robot, "#learning-rate-schedule-factor", "-1");
        assertEquals(
                new Schedule.StepDecay(4, 0.1, 2), settings.scheduleProperty().get());
        robot.interact(() -> choice.getSelectionModel().select(3));
        typeAndEnter(robot, "#learning-rate-schedule-floor", "0.02");
        assertEquals(
                new Schedule.CosineAnnealing(0.02, 0),
                settings.scheduleProperty().get());
        robot.clickOn("#learning-rate-measure-2");
        waitUntil(() -> axis(1).startsWith("η"));
        robot.interact(() -> view.parts().undo().undo());
        robot.interact(() -> view.parts().undo().undo());
        assertEquals(
                Schedule.CosineAnnealing.DEFAULT, settings.scheduleProperty().get());
    }

    @Test
    void measureAxisAndGoalCanBeSwitched(FxRobot robot) throws Exception {
        robot.clickOn("#learning-rate-axis-1");
        waitUntil(() -> "f(x)".equals(axis(1)));
        robot.clickOn("#learning-rate-measure-1");
        waitUntil(() -> "distance".equals(axis(1)));
        assertEquals(
                ProgressMeasure.DISTANCE, settings.display().measureProperty().get());
        assertEquals("Distance against step", view.charts().get(1).title());
        String before = arrival(robot);
        typeAndEnter(robot, "#learning-rate-tolerance", "1.5");
        waitUntil(() -> !arrival(robot).equals(before));
        assertEquals("η\u00a0=\u00a00.1 reaches distance ≤ 1.5 at step 8.", arrival(robot));
        typeAndEnter(robot, "#learning-rate-tolerance", "0");
        assertEquals(1.5, settings.display().toleranceProperty().get());
    }

    private static String arrival(FxRobot robot) {
        return node(robot, "#learning-rate-arrival", WrappedText.class).text();
    }

    @Test
    void spaceBarTogglesArrows(FxRobot robot) {
        robot.interact(() -> node(robot, "#learning-rate-arrows", Node.class).requestFocus());
        robot.type(KeyCode.SPACE);
        assertFalse(settings.display().arrowsProperty().get());
        robot.interact(() -> view.parts().undo().undo());
        assertTrue(settings.display().arrowsProperty().get());
    }

    @Test
    void narrationLeavesOutItsFormulaInALowWindow(FxRobot robot) throws Exception {
        FormulaView formula = node(robot, "#learning-rate-step-formula", FormulaView.class);
        Window shown = formula.getScene().getWindow();
        robot.interact(() -> shown.setHeight(800));
        waitUntil(formula::isVisible);
        robot.interact(() -> shown.setHeight(640));
        waitUntil(() -> !formula.isVisible());
        assertFalse(formula.isManaged(), "it takes no line");
    }

    @Test
    void arrowKeysNameTheTermsOfAStepOneByOne(FxRobot robot) throws Exception {
        robot.interact(() -> settings.optimizerProperty().set(Adam.DEFAULT));
        StepNarrationView strip = node(robot, "#learning-rate-narration", StepNarrationView.class);
        FormulaView formula = node(robot, "#learning-rate-step-formula", FormulaView.class);
        waitUntil(() -> formula.latexProperty().get().contains("hat m"));
        assertFalse(formula.latexProperty().get().contains("\\lit"));
        robot.interact(strip::requestFocus);
        waitUntil(() -> strip.highlighted() != null);
        StepTerm first = strip.highlighted();
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> strip.highlighted() != first);
        assertTrue(formula.latexProperty().get().contains("\\lit"));
        assertEquals(
                1,
                robot.lookup(".step-term").queryAll().stream()
                        .filter(term -> term.getPseudoClassStates().toString().contains("lit"))
                        .count());
        robot.type(KeyCode.LEFT);
        waitUntil(() -> strip.highlighted() == first);
    }

    @Test
    void narratesSurfaceStepForBothCoordinates(FxRobot robot) throws Exception {
        robot.interact(() -> settings.planeProperty().set(FunctionKind.SURFACE));
        StepNarrationView strip = node(robot, "#learning-rate-narration", StepNarrationView.class);
        waitUntil(() -> strip.text().contains("new point"));
        StepNarration narration =
                view.model().viewStateProperty().get().narration().orElseThrow();
        for (StepNarration.CoordinateStep part : narration.coordinates()) {
            assertTrue(strip.text().contains(LearningRateText.formatStepNumber(part.gradient())), strip.text());
            assertTrue(strip.text().contains(LearningRateText.formatStepNumber(part.move())), strip.text());
        }
        robot.interact(() -> view.parts().playback().toEnd());
        waitUntil(() -> strip.text().startsWith("All 40 steps are taken: (x, y) = ("));
    }

    @Test
    void stepAndTableShowEffectiveRatePerCoordinate(FxRobot robot) throws Exception {
        robot.interact(() -> settings.planeProperty().set(FunctionKind.SURFACE));
        Label rates = node(robot, "#learning-rate-effective", Label.class);
        waitUntil(() -> "y".equals(axis(0)));
        assertFalse(isShown(rates));
        assertFalse(isShown(node(robot, "#learning-rate-coordinates", Node.class)));
        robot.interact(() -> settings.optimizerProperty().set(Adam.DEFAULT));
        waitUntil(() -> isShown(rates));
        StepNarrationView strip = node(robot, "#learning-rate-narration", StepNarrationView.class);
        assertTrue(strip.text().endsWith(rates.getText()), strip.text());
        StepNarration narration =
                view.model().viewStateProperty().get().narration().orElseThrow();
        List<String> cells = node(robot, "#learning-rate-coordinates", Parent.class).lookupAll(".readout-cell").stream()
                .map(cell -> ((Label) cell).getText())
                .toList();
        for (StepNarration.CoordinateStep part : narration.coordinates()) {
            assertTrue(rates.getText().contains(LearningRateText.effectiveRate(part)), rates.getText());
            assertTrue(cells.contains(LearningRateText.effectiveRate(part)), cells.toString());
        }
        robot.moveTo(rates);
        waitUntil(() -> strip.highlighted() == StepTerm.SCALE);
    }
}
