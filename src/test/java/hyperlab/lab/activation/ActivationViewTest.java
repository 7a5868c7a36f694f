package hyperlab.lab.activation;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.CurveDataset;
import hyperlab.lab.LabTestWindow;
import hyperlab.text.Language;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.WrappedText;
import java.awt.Color;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class ActivationViewTest {
    /** The zero lines and the probe come before the functions in the data set. */
    private static final int REFERENCES = 3;

    private LabTestWindow<ActivationView> window;
    private CurvesViewModel model;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, ActivationView::new);
        model = window.lab.model().curves();
    }

    @Stop
    void stop() {
        window.close();
    }

    @Test
    void checkedFunctionIsDrawnInBothCharts(FxRobot robot) throws TimeoutException {
        robot.clickOn("#activation-prelu");
        waitUntil(() -> robot.lookup("#activation-readout").queryAll().size() == 1 && lines() == 5);
        assertTrue(model.selected(ActivationKind.PRELU).get());
        assertTrue(robot.lookup("#activation-prelu-slope").query().isVisible());
    }

    @Test
    void typedConstantChangesCurve(FxRobot robot) throws TimeoutException {
        robot.clickOn("#activation-leakyRelu");
        typeAndEnter(robot, "#activation-leaky-slope-field", "0.5");
        assertEquals(0.5, model.leakySlopeProperty().get());
        waitUntil(() -> dataset(0).curve(REFERENCES + 3).y(0) == -3);
    }

    @Test
    void rejectsInvalidConstantAndRetainsLastValidOne(FxRobot robot) throws TimeoutException {
        typeAndEnter(robot, "#activation-elu-alpha-field", "-1");
        assertEquals(1, model.eluAlphaProperty().get());
        waitUntil(() -> robot.lookup(".complaint").queryAll().stream().anyMatch(node -> node.isVisible()));
    }

    @Test
    void clickOnChartMovesProbe(FxRobot robot) throws TimeoutException {
        robot.clickOn(window.lab.charts().get(0).chartView());
        waitUntil(() -> Math.abs(model.probeProperty().get()) < 2);
    }

    @Test
    void arrowKeysMoveTheProbeAndAnnounceItsReading(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#activation-probe-track").query().requestFocus());
        robot.type(KeyCode.HOME);
        waitUntil(() -> model.probeProperty().get() == -6);
        waitUntil(() -> words(robot).startsWith("At x = −6: 0.002"));
        assertTrue(model.viewStateProperty().get().isSaturated(-6));
        assertEquals(1, robot.lookup("#activation-finding-1").queryAll().size());
        robot.clickOn("#activation-finding-1-remedy");
        waitUntil(() -> model.probeProperty().get() == 0);
    }

    @Test
    void reportsDeadReluAndOffersLeakyRelu(FxRobot robot) throws TimeoutException {
        robot.clickOn("#activation-examine-relu");
        robot.interact(() -> model.probeProperty().set(-1));
        waitUntil(() -> !robot.lookup("#activation-finding-1-remedy").queryAll().isEmpty());
        robot.clickOn("#activation-finding-1-remedy");
        waitUntil(() -> model.examinedProperty().get() == ActivationKind.LEAKY_RELU);
        assertTrue(model.selected(ActivationKind.LEAKY_RELU).get());
    }

    @Test
    void promptsWhenNoFunctionIsSelected(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            for (ActivationKind kind : ActivationKind.values()) {
                model.selected(kind).set(false);
            }
        });
        waitUntil(() -> !window.lab.charts().get(0).chartView().isVisible());
        assertEquals(window.messages.get("activation.empty"), words(robot));
    }

    @Test
    void languageAndThemeChangeLive(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            window.messages.languageProperty().set(Language.KOREAN);
            window.appearance.themeProperty().set(Theme.DARK);
        });
        waitUntil(() -> words(robot).startsWith("x = 2일 때"));
        assertEquals(
                new Color(0x0d1117),
                window.lab.charts().get(1).chart().getXYPlot().getBackgroundPaint());
        assertFalse(window.lab.parts().subtitle().getValue().contains("sigmoid"));
    }

    private int lines() {
        return (int) IntStream.range(0, dataset(0).getSeriesCount())
                .filter(series -> dataset(0).getItemCount(series) > 100)
                .count();
    }

    private CurveDataset dataset(int chart) {
        return (CurveDataset) window.lab.charts().get(chart).chart().getXYPlot().getDataset();
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#activation-words")
                .queryAs(WrappedText.class)
                .text()
                .replace('\u00a0', ' ');
    }
}
