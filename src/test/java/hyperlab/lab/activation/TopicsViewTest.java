package hyperlab.lab.activation;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.file.Document;
import hyperlab.lab.LabTestWindow;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import java.awt.Color;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Tests the topics other than {@code SHAPE}, using stable ids. */
@WindowTest
class TopicsViewTest {
    private LabTestWindow<ActivationView> window;
    private ActivationViewModel model;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, ActivationView::new);
        model = window.lab.model();
        ActivationStudySettings settings = model.settings();
        settings.layersProperty().set(5);
        settings.widthProperty().set(8);
        settings.depthSeedsProperty().set(2);
        for (TopicTrainingSettings each : List.of(settings.learned(), settings.dead(), settings.race())) {
            each.sourceProperty().set("moons");
            each.hiddenProperty().set(List.of(4, 4));
            each.epochsProperty().set(2);
            each.seedsProperty().set(2);
        }
        settings.linear().epochsProperty().set(3);
        settings.linear().hiddenProperty().set(List.of(3, 3));
    }

    @Stop
    void stop() {
        window.close();
    }

    private StudyRunner.StudyStatus<?> found() {
        return model.studies()
                .study(model.topicProperty().get())
                .statusProperty()
                .get();
    }

    private static void choose(FxRobot robot, ActivationTopic topic) {
        ToggleButton button = robot.lookup(
                        "#activation-topic-" + List.of(ActivationTopic.values()).indexOf(topic))
                .queryAs(ToggleButton.class);
        robot.interact(button::fire);
    }

    private void run(FxRobot robot) throws TimeoutException {
        robot.interact(robot.lookup("#activation-run").queryAs(Button.class)::fire);
        waitUntil(() -> found().state() == StudyRunner.StudyState.DONE);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(WrappedText.class).text();
    }

    private List<String> cards() {
        return window.lab.charts().stream().map(Node::getId).toList();
    }

    @Test
    void showsTheSignalImmediatelyAndFollowsTypedInput(FxRobot robot) throws TimeoutException {
        choose(robot, ActivationTopic.DEPTH);
        assertEquals(List.of("activation-backward", "activation-forward"), cards());
        waitUntil(() -> found().state() == StudyRunner.StudyState.DONE);
        typeAndEnter(robot, "#activation-layers-field", "9");
        waitUntil(() -> model.playback().lengthProperty().get() == 8 && found().state() == StudyRunner.StudyState.DONE);
        typeAndEnter(robot, "#activation-layers-field", "51");
        assertEquals(9, model.setup().depth().layers());
        robot.clickOn("#activation-compare-1");
        waitUntil(() -> found().state() == StudyRunner.StudyState.DONE
                && found().results().size() == 3);
        assertFalse(robot.lookup("#activation-start")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        waitUntil(() -> words(robot, "#activation-depth-words").startsWith("The same function, sigmoid"));
    }

    @Test
    void learnsSlopesAndPiecesAndSupportsScrubbing(FxRobot robot) throws TimeoutException {
        choose(robot, ActivationTopic.LEARNED);
        assertTrue(robot.lookup("#activation-run-learned").query().isVisible());
        run(robot);
        waitUntil(() -> robot.lookup("#activation-run-learned").queryAll().isEmpty());
        robot.interact(() -> model.playback().seek(0));
        waitUntil(() -> readout(robot, "#activation-learned-readout").contains("0.250"));
        assertEquals(List.of("activation-slopes", "activation-prelu-shapes", "activation-maxout-fit"), cards());
    }

    @Test
    void countsDeadUnitsAtNineRates(FxRobot robot) throws TimeoutException {
        choose(robot, ActivationTopic.DEAD);
        run(robot);
        assertEquals(9, found().results().size());
        waitUntil(() -> words(robot, "#activation-dead-words").startsWith("At η = 2"));
        robot.interact(() -> model.playback().toStart());
        waitUntil(() -> words(robot, "#activation-dead-words").startsWith("At η = 0.125"));
    }

    @Test
    void racesSevenFunctionsAndCanBeStopped(FxRobot robot) throws TimeoutException {
        choose(robot, ActivationTopic.RACE);
        run(robot);
        waitUntil(() -> readout(robot, "#activation-race-readout")
                .containsAll(List.of("sigmoid", "tanh", "ReLU", "Leaky ReLU", "PReLU", "ELU", "Maxout")));
        // Far too much work to be done before the button is pressed again
        robot.interact(() -> {
            model.settings().race().hiddenProperty().set(List.of(128, 128));
            model.settings().race().seedsProperty().set(ActivationTrainingSettings.MAX_SEEDS);
            model.settings().race().epochsProperty().set(ActivationTrainingSettings.MAX_EPOCHS);
        });
        assertEquals(StudyRunner.StudyState.NONE, found().state());
        robot.interact(robot.lookup("#activation-run").queryAs(Button.class)::fire);
        waitUntil(() -> !found().results().isEmpty());
        assertEquals(
                "Stop", robot.lookup("#activation-run").queryAs(Button.class).getText());
        robot.interact(robot.lookup("#activation-run").queryAs(Button.class)::fire);
        waitUntil(() -> found().state() == StudyRunner.StudyState.STOPPED);
        assertFalse(found().results().isEmpty());
    }

    @Test
    void multipliesLinearLayersNextToTheNetworkOutput(FxRobot robot) throws TimeoutException {
        choose(robot, ActivationTopic.LINEAR);
        run(robot);
        waitUntil(() -> words(robot, "#activation-difference").contains("which is rounding"));
        assertEquals(List.of("activation-map-deep", "activation-map-single", "activation-map-bent"), cards());
    }

    @Test
    void everyControlOfEveryTopicHasIdAndHint(FxRobot robot) {
        stackCards(robot);
        check(
                robot,
                ActivationTopic.SHAPE,
                "activation-topic",
                "activation-sort-cost",
                "activation-sort-used",
                "activation-sigmoid",
                "activation-clear",
                "activation-leaky-slope",
                "activation-prelu-slope",
                "activation-elu-alpha",
                "activation-maxout-pieces",
                "activation-probe",
                "activation-reach",
                "activation-share",
                "activation-run");
        check(
                robot,
                ActivationTopic.DEPTH,
                "activation-compare",
                "activation-layers",
                "activation-width",
                "activation-start",
                "activation-range",
                "activation-depth-seeds",
                "activation-depth-seed");
        for (ActivationTopic topic : List.of(ActivationTopic.LEARNED, ActivationTopic.DEAD, ActivationTopic.RACE)) {
            String prefix = "activation-" + topic.fileName();
            check(
                    robot,
                    topic,
                    "activation-run",
                    prefix + "-source",
                    prefix + "-hidden",
                    prefix + "-rate",
                    prefix + "-epochs",
                    prefix + "-seeds",
                    prefix + "-seed");
        }
        check(
                robot,
                ActivationTopic.LEARNED,
                "activation-curve",
                "activation-learned-slope",
                "activation-learned-pieces");
        check(robot, ActivationTopic.DEAD, "activation-dead-slope");
        check(
                robot,
                ActivationTopic.LINEAR,
                "activation-linear-source",
                "activation-linear-hidden",
                "activation-linear-rate");
    }

    private void check(FxRobot robot, ActivationTopic topic, String... ids) {
        choose(robot, topic);
        for (String id : ids) {
            Node control = robot.lookup("#" + id).query();
            assertNotNull(control, id);
            Node node = control;
            while (node != null && node.getAccessibleHelp() == null) {
                node = node.getParent();
            }
            assertNotNull(node, id + " says what it does");
        }
    }

    @Test
    void showsTheGradientThroughLayersNextToTheTable(FxRobot robot) throws TimeoutException {
        assertEquals(List.of("activation-function", "activation-derivative", "activation-shape-depth"), cards());
        waitUntil(() -> model.studies().depth().statusProperty().get().state() == StudyRunner.StudyState.DONE);
        ChartCard card = window.lab.charts().get(2);
        waitUntil(() -> card.data().contains("\n\"sigmoid, Xavier\",0"));
        long lines = card.data()
                .lines()
                .skip(1)
                .map(line -> line.split("\"", -1)[1])
                .distinct()
                .count();
        assertEquals(model.curves().viewStateProperty().get().functions().size(), lines);
    }

    @Test
    void headingsSortTheTableBothWays(FxRobot robot) throws TimeoutException {
        assertTrue(robot.lookup("#activation-sort-steepest").tryQuery().isEmpty(), "no room next to the chart");
        stackCards(robot);
        assertEquals("sigmoid", firstRow(robot));
        robot.interact(robot.lookup("#activation-sort-steepest").queryAs(Button.class)::fire);
        robot.interact(robot.lookup("#activation-sort-steepest").queryAs(Button.class)::fire);
        assertEquals("tanh", firstRow(robot));
        robot.interact(robot.lookup("#activation-sort-centered").queryAs(Button.class)::fire);
        assertEquals("tanh", firstRow(robot));
        robot.interact(robot.lookup("#activation-sort-centered").queryAs(Button.class)::fire);
        assertEquals("sigmoid", firstRow(robot));
        waitUntil(() -> model.studies().cost().statusProperty().get().state() == StudyRunner.StudyState.DONE);
        ActivationStudies others = new ActivationStudies((name, work) -> work.run(), Runnable::run, 1);
        others.showCosts(model.setup());
        assertEquals(
                model.studies().cost().statusProperty().get().results(),
                others.cost().statusProperty().get().results(),
                "measured once");
        robot.interact(robot.lookup("#activation-sort-cost").queryAs(Button.class)::fire);
        waitUntil(() -> readout(robot, "#activation-table").stream().anyMatch(cell -> cell.startsWith("1 (")));
        assertTrue(robot.lookup("#activation-sort-cost").queryAs(Button.class).isFocused());
    }

    /** With every function, names and ranges are longer than with those drawn at first. */
    @Test
    void tableOfEveryFunctionStaysInItsCard(FxRobot robot) {
        robot.interact(() -> {
            for (ActivationKind kind : ActivationKind.values()) {
                model.curves().selected(kind).set(true);
            }
        });
        StageExtension.waitForPulse();
        Region table = robot.lookup("#activation-table").queryAs(Region.class);
        assertEquals(
                ActivationKind.values().length,
                table.lookupAll(".readout-cell.strong").size());
        for (Node cell : table.lookupAll(".readout-cell")) {
            double right = cell.getBoundsInParent().getMaxX();
            assertTrue(right <= table.getWidth() + 0.5, cell + " ends at " + right + " of " + table.getWidth());
        }
        for (Node heading : table.lookupAll(".table-heading")) {
            assertTrue(heading.getBoundsInParent().getMaxX() <= table.getWidth() + 0.5, heading::toString);
        }
    }

    /** In a narrow window, the table has the whole width of the stage, and room for all of its columns. */
    private void stackCards(FxRobot robot) {
        robot.interact(() ->
                robot.lookup("#activation-table").query().getScene().getWindow().setWidth(1195));
    }

    private static String firstRow(FxRobot robot) {
        return robot.lookup("#activation-row-name-0").queryAs(Label.class).getText();
    }

    /** A list that is cut off would look like another list: "16, 16, 16, 1". */
    @Test
    void fieldShowsFourHiddenLayers(FxRobot robot) {
        choose(robot, ActivationTopic.RACE);
        robot.interact(() -> model.settings().race().hiddenProperty().set(List.of(16, 16, 16, 16)));
        StageExtension.waitForPulse();
        TextField field = robot.lookup("#activation-race-hidden").queryAs(TextField.class);
        Text text = (Text) field.lookup(".text");
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
        assertEquals("16, 16, 16, 16", text.getText());
        assertTrue(
                text.getLayoutBounds().getWidth() <= room,
                text.getLayoutBounds().getWidth() + " px of text in " + room);
    }

    @Test
    void selectsAndRunsTopicsByKeyboard(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#activation-topic-0").query().requestFocus());
        for (int k = 0; k < ActivationTopic.values().length - 1; k++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.SPACE);
        waitUntil(() -> model.topicProperty().get() == ActivationTopic.LINEAR);
        robot.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
        waitUntil(() -> model.topicProperty().get() == ActivationTopic.SHAPE);
        robot.press(KeyCode.CONTROL, KeyCode.PAGE_UP).release(KeyCode.PAGE_UP, KeyCode.CONTROL);
        waitUntil(() -> model.topicProperty().get() == ActivationTopic.LINEAR);
        robot.interact(() -> robot.lookup("#activation-run").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> found().state() == StudyRunner.StudyState.DONE);
    }

    @Test
    void restoresSavedTopicAndSwitchesLanguageAndThemeLive(FxRobot robot) throws TimeoutException {
        choose(robot, ActivationTopic.RACE);
        run(robot);
        Document saved = window.lab.document();
        ActivationLabSettings setup = ((Document.OfActivations) saved).setup();
        assertEquals(ActivationTopic.RACE, setup.topic());
        choose(robot, ActivationTopic.SHAPE);
        robot.interact(() -> window.lab.open(saved));
        assertEquals(ActivationTopic.RACE, model.topicProperty().get());
        assertEquals(saved, window.lab.document());
        robot.interact(() -> {
            window.messages.languageProperty().set(Language.KOREAN);
            window.appearance.themeProperty().set(Theme.DARK);
        });
        waitUntil(() -> words(robot, "#activation-race-words").startsWith("훈련 손실의 중앙값으로 맨 앞"));
        for (ChartCard card : window.lab.charts()) {
            assertEquals(new Color(0x0d1117), card.chart().getXYPlot().getBackgroundPaint());
        }
        assertEquals("같은 층, 함수 일곱", window.lab.parts().subtitle().getValue());
    }

    private static List<String> readout(FxRobot robot, String id) {
        return robot.from(robot.lookup(id)).lookup(".readout-cell").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
