package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PointSet;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.export.FigureOptions;
import hyperlab.file.Document;
import hyperlab.lab.AcceptsDrop;
import hyperlab.lab.training.settings.DataEdits;
import hyperlab.nn.NetworkProbe;
import hyperlab.optim.AdamW;
import hyperlab.optim.Lion;
import hyperlab.optim.Optimizer;
import hyperlab.text.Language;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.ui.Theme;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class TrainingViewTest extends TrainingLabTest {
    /** Counted from the end of the series: the training line of the live run, then the two points of the play head. */
    private static final int TRAIN = 3;

    private static final int FULL_SPEED = 6;
    private static final int ACCURACY = 3;
    /** After these epochs, some units are dead, but fewer than the doctor's rule needs. */
    private static final int DEAD_EPOCHS = 5;

    @Test
    void thePinOfAPinnedRunIsFilled(FxRobot robot) throws TimeoutException {
        waitUntil(() -> robot.lookup(".bookmark .filling").tryQuery().isPresent());
        assertFalse(robot.lookup(".bookmark .filling").query().isVisible());
        robot.interact(() -> robot.lookup(".bookmark").queryButton().fire());
        waitUntil(() -> robot.lookup(".bookmark .filling").query().isVisible());
    }

    @Test
    void runOnMoonsMovesTheCurves(FxRobot robot) throws TimeoutException {
        waitUntil(() -> curve(0).size() == 1);
        robot.interact(() -> {
            lab.parts().playback().speedProperty().set(FULL_SPEED);
            lab.parts().playback().playPause();
        });
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 100
                && !lab.parts().playback().playingProperty().get());
        waitUntil(() -> curve(0).x(curve(0).size() - 1) == 100);
        assertTrue(curve(0).y(curve(0).size() - 1) < curve(0).y(0));
        assertTrue(
                curve(ACCURACY).y(curve(ACCURACY).size() - 1) > curve(ACCURACY).y(0));
        assertEquals("1300", text(robot, "#training-step"));
    }

    @Test
    void doctorCountsDeadUnitsBelowItsLimit(FxRobot robot) throws TimeoutException {
        waitUntil(() -> curve(0).size() == 1);
        for (int epoch = 1; epoch <= DEAD_EPOCHS; epoch++) {
            int wanted = epoch;
            robot.interact(lab.parts().playback()::stepForward);
            waitUntil(() -> lab.parts().playback().completedProperty().get() == wanted);
        }
        TrainingRun run = new TrainingRun(
                experiment(),
                DataSplitter.loadAndSplit(experiment().data(), experiment().seed(), null),
                null);
        while (run.epoch() < DEAD_EPOCHS) {
            run.step();
        }
        int dead = NetworkReport.of(
                        new NetworkProbe(run.network()),
                        run.partition().train(),
                        NetworkReport.DEFAULT_SATURATION_THRESHOLD)
                .layers()
                .stream()
                .map(LayerReport::activity)
                .filter(Objects::nonNull)
                .mapToInt(UnitActivity::deadCount)
                .sum();
        assertTrue(dead > 0);
        String expected = dead + " of the 16 hidden units pass no gradient";
        waitUntil(() -> robot.lookup("#training-findings .finding-text").queryAllAs(WrappedText.class).stream()
                .anyMatch(text -> text.text().startsWith(expected)));
    }

    @Test
    void acceptsTypedRateAndRejectsInvalidOneInline(FxRobot robot) throws TimeoutException {
        typeAndEnter(robot, "#training-learning-rate-field", "0.5");
        assertEquals(0.5, experiment().training().learningRate());
        typeAndEnter(robot, "#training-learning-rate-field", "-1");
        assertEquals(0.5, experiment().training().learningRate());
        waitUntil(() -> robot.lookup(".complaint").queryAll().stream().anyMatch(node -> node.isVisible()));
    }

    @Test
    void showsConstantsOfTheSelectedOptimizer(FxRobot robot) {
        assertFalse(robot.lookup("#training-momentum")
                .queryAll()
                .iterator()
                .next()
                .getParent()
                .getParent()
                .isVisible());
        choose(robot, "#training-optimizer", "sgd");
        typeAndEnter(robot, "#training-momentum", "0.9");
        assertEquals("sgd", experiment().training().optimizer().name());
        robot.interact(lab.parts().undo()::undo);
        assertEquals("training.optimizer", lab.parts().undo().undoNameProperty().get());
    }

    @Test
    void everyOptimizerAndActivationCanBeSelectedAndTrains(FxRobot robot) throws TimeoutException {
        for (Optimizer optimizer : Optimizer.all()) {
            choose(robot, "#training-optimizer", optimizer.name());
            assertEquals(optimizer, experiment().training().optimizer());
            robot.interact(lab.parts().undo()::settle);
        }
        typeAndEnter(robot, "#training-weightDecay", "0.1");
        assertEquals(new Lion(0.9, 0.99, 0.1), experiment().training().optimizer());
        choose(robot, "#training-optimizer", "adamw");
        typeAndEnter(robot, "#training-weightDecay", "0.1");
        assertEquals(new AdamW(0.9, 0.999, 1e-8, 0.1), experiment().training().optimizer());
        for (String name : List.of("softplus", "selu", "gelu", "silu", "mish", "hardswish")) {
            choose(robot, "#training-activation", name);
            assertEquals(name, experiment().network().activation().name());
        }
        waitUntil(() -> curve(0).size() == 1);
        robot.interact(lab.parts().playback()::stepForward);
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 1);
        assertTrue(curve(0).y(1) < curve(0).y(0));
    }

    @Test
    void restartsAtOnceOrWaitsForABranch(FxRobot robot) throws TimeoutException {
        waitUntil(() -> curve(0).size() == 1);
        robot.interact(lab.parts().playback()::stepForward);
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 1);
        robot.interact(lab.parts().playback()::stepForward);
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 2);
        robot.interact(lab.parts().playback()::stepBack);
        choose(robot, "#training-optimizer", "sgd");
        assertTrue(robot.lookup("#training-waiting").query().isVisible());
        choose(robot, "#training-activation", "tanh");
        assertFalse(robot.lookup("#training-waiting").query().isVisible());
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 0 && curve(0).size() == 1);
        assertTrue(robot.lookup("#training-differs").tryQuery().isPresent());
    }

    @Test
    void oneStepIsOneBatch(FxRobot robot) throws TimeoutException {
        waitUntil(() -> curve(0).size() == 1);
        robot.clickOn("#training-one-step");
        waitUntil(() -> "1".equals(text(robot, "#training-step")));
    }

    @Test
    void chartsSuitTheDataAndCanBeArrangedAndSelected(FxRobot robot) throws TimeoutException {
        waitUntil(() -> curve(0).size() == 1);
        assertEquals(List.of("loss", "boundary", "network", "accuracy"), shown());
        choose(robot, "#training-source", "sine");
        waitUntil(() -> shown().equals(List.of("loss", "fit", "network", "prediction")));
        choose(robot, "#training-source", "digits");
        waitUntil(() -> shown().equals(List.of("loss", "boundary", "network", "accuracy")));
        robot.clickOn("#training-arrangement-2");
        assertEquals(List.of("loss", "boundary"), shown());
        robot.clickOn("#training-boundary-choose");
        robot.clickOn("#training-boundary-choose-mistakes");
        assertEquals(List.of("loss", "mistakes"), shown());
        robot.clickOn("#training-arrangement-3");
        assertEquals(List.of("loss"), shown());
    }

    private List<String> shown() {
        return lab.charts().stream()
                .map(card -> card.getId().substring("training-".length()))
                .toList();
    }

    @Test
    void editsLayersOnTheDrawnNetwork(FxRobot robot) throws TimeoutException {
        waitUntil(() -> robot.lookup("#training-network-more-1").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#training-network-more-1").queryButton().fire());
        robot.interact(() -> robot.lookup("#training-network-add").queryButton().fire());
        assertEquals(List.of(9, 8, 8), experiment().network().hidden());
        robot.interact(() -> lab.parts().undo().undo());
        assertEquals(List.of(9, 8), experiment().network().hidden());
    }

    @Test
    void opensCustomTableAndSelectsItsTarget(FxRobot robot, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("own.csv");
        Files.writeString(file, "a,kind,b\n1,x,2\n2,y,1\n3,x,4\n4,y,3\n5,x,6\n");
        window.pickedFile = Optional.of(file);
        robot.clickOn("#training-open-csv");
        useTable(robot);
        waitUntil(() -> experiment().data().csv() != null);
        assertEquals(List.of("a", "kind"), experiment().data().csv().features());
        assertEquals(List.of("kind"), experiment().data().csv().categories());
        assertFalse(robot.lookup("#training-draw-points").query().isVisible(), "it would replace the table");
        assertTrue(robot.lookup("#training-edit-table-icon").query().isVisible());
        ComboBox<String> target = robot.lookup("#training-target").queryComboBox();
        assertEquals("b", target.getValue());
        robot.clickOn("#training-target");
        robot.interact(() -> target.setValue("kind"));
        waitUntil(() -> "3 + 1".equals(text(robot, "#training-sample-count")));
        assertEquals(List.of(), window.notices);
    }

    @Test
    void countsNoSamplesWithoutPoints(FxRobot robot) throws Exception {
        waitUntil(() -> "400 + 100".equals(text(robot, "#training-sample-count")));
        robot.interact(() -> lab.open(new Document.OfExperiment(
                Experiment.DEFAULT.withData(DataSettings.DEFAULT.withPoints(PointSet.EMPTY)))));
        waitUntil(() -> text(robot, "#training-sample-count").isEmpty());
        assertEquals("", text(robot, "#training-steps-per-epoch"));
        robot.interact(() -> lab.open(new Document.OfExperiment(Experiment.DEFAULT)));
        waitUntil(() -> "400 + 100".equals(text(robot, "#training-sample-count")));
    }

    @Test
    void rejectsUnreadableTableWithoutChangingState(FxRobot robot, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("empty.csv");
        Files.writeString(file, "");
        window.pickedFile = Optional.of(file);
        robot.clickOn("#training-open-csv");
        waitUntil(() -> window.notices.size() == 1);
        assertEquals(Experiment.DEFAULT, experiment());
    }

    /** A second table can be undone, and then the first. */
    @Test
    void undoReachesTheStateBeforeTheFirstTable(FxRobot robot, @TempDir Path folder) throws Exception {
        for (String name : List.of("first.csv", "second.csv")) {
            Path file = Files.writeString(folder.resolve(name), "a,kind\n1,x\n2,y\n3,x\n4,y\n5,x\n");
            robot.interact(() -> assertTrue(((AcceptsDrop) lab).openTable(file)));
            useTable(robot);
            waitUntil(() -> experiment().data().csv() != null
                    && experiment().data().csv().file().endsWith(name));
        }
        ComboBox<String> source = robot.lookup("#training-source").queryComboBox();
        assertEquals("csv", source.getValue());
        assertTrue(source.getItems().contains("csv"));
        robot.interact(() -> lab.parts().undo().undo());
        assertTrue(experiment().data().csv().file().endsWith("first.csv"));
        robot.interact(() -> lab.parts().undo().undo());
        assertEquals(Experiment.DEFAULT, experiment());
        assertFalse(source.getItems().contains("csv"));
    }

    private static void useTable(FxRobot robot) throws TimeoutException {
        waitUntil(() -> robot.lookup("#table-use")
                .tryQuery()
                .filter(button -> !button.isDisabled())
                .isPresent());
        robot.interact(() -> robot.lookup("#table-use").queryButton().fire());
    }

    @Test
    void missingTableMessageReplacesChartsAndOffersAWayBack(FxRobot robot) throws TimeoutException {
        Experiment lost = Experiment.DEFAULT.withData(DataEdits.withCsv(
                Experiment.DEFAULT.data(), new hyperlab.data.CsvSettings("lost.csv", "kind", List.of(), null, false)));
        robot.interact(() -> lab.open(new Document.OfExperiment(lost)));
        waitUntil(() -> robot.lookup("#training-failed").tryQuery().isPresent());
        robot.clickOn("#training-failed-remedy");
        waitUntil(() -> robot.lookup("#training-failed").tryQuery().isEmpty());
        assertEquals("moons", experiment().data().source());
    }

    @Test
    void everyTextFollowsTheLanguage(FxRobot robot) {
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertEquals("두 초승달, ReLU 8–8", lab.parts().subtitle().getValue());
        assertEquals("손실", lab.charts().get(0).title());
        robot.interact(() -> window.appearance.themeProperty().set(Theme.DARK));
    }

    @Test
    void chartAddedAfterTheLabIsShownCanBeExported(FxRobot robot) throws TimeoutException {
        List<ChartRequest> asked = new ArrayList<>();
        robot.interact(() -> lab.parts().stage().addEventHandler(ChartRequest.REQUESTED, asked::add));
        choose(robot, "#training-source", "diabetes");
        waitUntil(() -> !shown().contains("accuracy"));
        choose(robot, "#training-source", "moons");
        waitUntil(() -> shown().contains("accuracy"));
        robot.clickOn("#training-accuracy-menu");
        robot.clickOn("#training-accuracy-png-3");
        assertEquals(lab.charts().get(ACCURACY), asked.get(0).card());
        assertEquals(
                new ChartRequest.FileExport(FigureOptions.png(3)), asked.get(0).kind());
    }

    private Curve curve(int card) {
        ChartCard shown = lab.charts().get(card);
        CurveDataset dataset = (CurveDataset) shown.chart().getXYPlot().getDataset();
        return dataset.curve(dataset.getSeriesCount() - TRAIN);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
