package hyperlab.lab.training;

import hyperlab.file.Document;
import hyperlab.lab.LabTestWindow;
import hyperlab.train.Experiment;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.CollapsibleSection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The Training lab in its own window, created anew for each test. */
@WindowTest
abstract class TrainingLabTest {
    LabTestWindow<TrainingView> window;
    TrainingView lab;

    @Start
    void open(Stage stage) {
        window = new LabTestWindow<>(stage, TrainingView::new);
        lab = window.lab;
        lab.restoreExtras("stage four loss boundary network accuracy\n");
        lab.parts()
                .controls()
                .lookupAll(".fold-section")
                .forEach(
                        section -> ((CollapsibleSection) section).openProperty().set(true));
    }

    @Stop
    void close() {
        window.close();
    }

    Experiment experiment() {
        return ((Document.OfExperiment) lab.document()).experiment();
    }

    static void choose(FxRobot robot, String id, String value) {
        ComboBox<String> choice = robot.lookup(id).queryComboBox();
        robot.interact(() -> choice.setValue(value));
    }

    /** Presses a button wherever it is, without waiting for the layout. */
    static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }
}
