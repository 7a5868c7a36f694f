package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.map.MapAxis;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.train.Experiment;
import hyperlab.ui.WindowTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The ways from other labs to the Map lab. */
@WindowTest
class MapInWindowTest {
    private static final String EXPERIMENT = """
            {"format": "hyperlab-experiment/1", "data": {"samples": 40}, "network": {"hidden": [3]},
             "training": {"epochs": 2, "learningRate": 0.07, "batchSize": 8, "optimizer": {"name": "sgd", "momentum": 0.5}}}
            """;

    private static final String STUDY = """
            {"format": "hyperlab-study/1", "experiment": %s,
             "space": {"training.learningRate": {"type": "log", "low": 0.001, "high": 1},
                       "training.batchSize": {"type": "integer", "low": 2, "high": 16}},
             "method": {"name": "random"}, "trials": 3, "seed": 4, "parallel": 1}
            """.formatted(EXPERIMENT);

    @TempDir
    private Path folder;

    private TestWindow window;
    private HyperlabWindow.Wiring wiring;

    @Start
    void open(Stage newStage) {
        window = new TestWindow(newStage, folder, "--language", "en", "--lab", "training");
        wiring = window.wiring();
        newStage.show();
    }

    @Stop
    void close() {
        wiring.close();
    }

    private Node node(String id) {
        return window.node(id);
    }

    private void openDocument(FxRobot robot, String text) {
        robot.interact(() -> wiring.documentController().openUnsaved(Documents.parse(text, "text"), null, ""));
    }

    private Document.OfMap openMap() throws Exception {
        LabTestWindow.waitUntil(() -> wiring.lessons().currentLab().name() == LabName.MAP
                && ((Labeled) node("lab-title")).getText().equals("Map"));
        return assertInstanceOf(
                Document.OfMap.class, wiring.lessons().currentLab().document());
    }

    private static List<String> keys(MapSpecification map) {
        return List.of(map.x().key(), map.y().key());
    }

    @Test
    void menuOfTrainingMapsTheSurroundingsOfTheRun(FxRobot robot) throws Exception {
        Experiment experiment = ((Document.OfExperiment) Documents.parse(EXPERIMENT, "text")).experiment();
        for (String key : List.of("training.batchSize", "training.optimizer.momentum")) {
            openDocument(robot, EXPERIMENT);
            LabTestWindow.waitUntil(() -> wiring.lessons().currentLab().name() == LabName.TRAINING);
            MenuButton menu = (MenuButton) node("training-map");
            robot.interact(menu::show);
            MenuItem item = menu.getItems().stream()
                    .filter(each ->
                            Objects.equals(each.getId(), "training-map-" + key.substring(key.lastIndexOf('.') + 1)))
                    .findFirst()
                    .orElseThrow();
            robot.interact(item::fire);
            MapSpecification map = openMap().map();
            assertEquals(new MapSubject.OfExperiment(experiment), map.subject());
            assertEquals(List.of("training.learningRate", key), keys(map));
            MapAxis rates = map.x();
            assertEquals(0.07, Math.sqrt(rates.low() * rates.high()), 1e-9, "the rate of the run is in the middle");
        }
    }

    @Test
    void buttonOfTuningMapsTheSearchWithItsTrials(FxRobot robot) throws Exception {
        openDocument(robot, STUDY);
        LabTestWindow.waitUntil(() -> wiring.lessons().currentLab().name() == LabName.TUNING);
        robot.interact(() -> ((Button) node("tuning-run")).fire());
        LabTestWindow.waitUntil(() -> wiring.lessons().currentLab().document() instanceof Document.OfStudy study
                && study.results().size() == 3
                && !node("tuning-open-map").isDisabled());
        robot.interact(() -> ((Button) node("tuning-open-map")).fire());
        Document.OfMap map = openMap();
        assertEquals(List.of("training.learningRate", "training.batchSize"), keys(map.map()));
        assertEquals(0.001, map.map().x().low());
        assertEquals(16, map.map().y().high());
        assertEquals(3, map.display().trials().size(), "the trials are on the map");
    }
}
