package hyperlab.lab.learningrate;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabTestWindow;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class NoiseViewTest {
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

    private void on(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#learning-rate-noise").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> view.model().setup().noise().enabled() && view.charts().size() == 4);
    }

    private static boolean isShown(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.isVisible() && node.getParent().isVisible();
    }

    @Test
    void enablingByKeyboardShowsChartsAndNumbers(FxRobot robot) throws Exception {
        assertFalse(isShown(robot, "#learning-rate-noise-deviation"));
        assertFalse(isShown(robot, "#learning-rate-noise-walks-card"));
        on(robot);
        assertTrue(isShown(robot, "#learning-rate-noise-deviation"));
        assertEquals(
                List.of(
                        "learning-rate-descent",
                        "learning-rate-noise-walks-card",
                        "learning-rate-noise-variance-card",
                        "learning-rate-noise-batches-card"),
                view.charts().stream().map(ChartCard::getId).toList());
        assertFalse(isShown(robot, "#learning-rate-value"));
        WrappedText seen = robot.lookup("#learning-rate-noise-seen").queryAs(WrappedText.class);
        assertTrue(seen.text()
                .startsWith("Each gradient has an error of size S/√B = 2. At step 5, the variance of 200 paths is"));
        robot.type(KeyCode.ENTER);
        waitUntil(() -> view.charts().size() == 2);
    }

    @Test
    void settingsUpdateTextAndInvalidEntriesAreRejectedInline(FxRobot robot) throws Exception {
        on(robot);
        WrappedText seen = robot.lookup("#learning-rate-noise-seen").queryAs(WrappedText.class);
        typeAndEnter(robot, "#learning-rate-noise-deviation-field", "6");
        typeAndEnter(robot, "#learning-rate-noise-batch-field", "9");
        waitUntil(() -> seen.text().startsWith("Each gradient has an error of size S/√B = 2."));
        typeAndEnter(robot, "#learning-rate-noise-walks", "100");
        waitUntil(() -> seen.text().contains("the variance of 100 paths"));
        String before = seen.text();
        typeAndEnter(robot, "#learning-rate-noise-seed", "5");
        waitUntil(() -> !seen.text().equals(before));
        for (String[] absurd : new String[][] {
            {"#learning-rate-noise-deviation-field", "-1"},
            {"#learning-rate-noise-batch-field", "0"},
            {"#learning-rate-noise-walks", "1"},
            {"#learning-rate-noise-seed", "half"}
        }) {
            typeAndEnter(robot, absurd[0], absurd[1]);
            assertTrue(
                    robot.lookup(absurd[0]).query().getPseudoClassStates().stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("bad")),
                    absurd[0]);
        }
        assertEquals(100, view.model().setup().noise().runs());
    }

    @Test
    void computationOfManyPathsCanBeStopped(FxRobot robot) throws Exception {
        on(robot);
        robot.interact(() -> view.model().settings().stepsProperty().set(50_000));
        typeAndEnter(robot, "#learning-rate-noise-walks", "2000");
        waitUntil(() -> isShown(robot, "#learning-rate-noise-stop"));
        robot.interact(() -> robot.lookup("#learning-rate-noise-stop").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !view.model().noisyDescents().resultsProperty().get().running());
        assertTrue(view.model().noisyDescents().resultsProperty().get().progress() < 1);
    }

    @Test
    void rendersInTheOtherLanguageAndTheme(FxRobot robot) throws Exception {
        on(robot);
        robot.interact(() -> {
            window.messages.languageProperty().set(Language.KOREAN);
            window.appearance.themeProperty().set(Theme.DARK);
        });
        StageExtension.waitForPulse();
        WrappedText seen = robot.lookup("#learning-rate-noise-seen").queryAs(WrappedText.class);
        waitUntil(() -> seen.text().startsWith("기울기마다 S/√B = 2 크기의"));
        assertEquals(
                List.of("200개 중 60개", "점선: 예측", "점선: ∝ 1/√B"),
                view.charts().stream().skip(1).map(ChartCard::subtitle).toList());
    }
}
