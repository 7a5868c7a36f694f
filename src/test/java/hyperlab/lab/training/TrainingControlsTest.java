package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.file.WeightsFile;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.optim.L1Method;
import hyperlab.optim.Schedule;
import hyperlab.text.Language;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.ui.control.WrappedText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class TrainingControlsTest extends TrainingLabTest {
    private static void groupsFold(FxRobot robot) {
        Node patience = robot.lookup("#training-patience").query();
        assertTrue(isSeen(patience));
        robot.interact(
                () -> robot.lookup("#training-schedule-group-head").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertFalse(isSeen(patience));
        robot.type(KeyCode.SPACE);
        assertTrue(isSeen(patience));
    }

    @Test
    void everySettingOfTheFileHasAControl(FxRobot robot) {
        choose(robot, "#training-split", "sequential");
        choose(robot, "#training-initializer", "uniform");
        typeAndEnter(robot, "#training-initializer-range", "0.3");
        choose(robot, "#training-schedule", "cosine");
        typeAndEnter(robot, "#training-schedule-floor", "0.001");
        typeAndEnter(robot, "#training-warmup", "2");
        choose(robot, "#training-loss-function", "squaredError");
        robot.interact(() -> robot.lookup("#training-shuffle").query().requestFocus());
        robot.type(KeyCode.SPACE);
        Experiment now = experiment();
        assertEquals(SplitOrder.SEQUENTIAL, now.data().split());
        assertEquals("uniform", now.network().initializer().name());
        assertEquals(new Schedule.CosineAnnealing(0.001, 2), now.training().schedule());
        Node method = robot.lookup("#training-l1-method").query();
        Node row = method.getParent().getParent();
        assertTrue(method.isDisabled());
        assertFalse(row.isDisabled());
        assertTrue(row.getAccessibleHelp().startsWith("The method has no effect while the L1 penalty is 0."));
        typeAndEnter(robot, "#training-l1-field", "0.01");
        assertFalse(method.isDisabled());
        assertTrue(row.getAccessibleHelp().startsWith("How a step applies L1."));
        choose(robot, "#training-l1-method", "proximal");
        assertEquals(L1Method.PROXIMAL, experiment().training().penalty().method());
        choose(robot, "#training-optimizer", "sgd");
        Node nesterov = robot.lookup("#training-nesterov").query();
        assertTrue(nesterov.isDisabled());
        assertTrue(nesterov.getParent()
                .getParent()
                .getAccessibleHelp()
                .startsWith("Nesterov momentum has no effect while"));
        typeAndEnter(robot, "#training-momentum", "0.9");
        assertFalse(nesterov.isDisabled());
        assertTrue(nesterov.getParent().getParent().getAccessibleHelp().startsWith("Looks ahead"));
        assertFalse(now.training().shuffle());
        typeAndEnter(robot, "#training-samples", "1");
        assertEquals(null, experiment().data().samples());
        choose(robot, "#training-source", "iris");
        typeAndEnter(robot, "#training-samples", "60");
        assertEquals(60, experiment().data().samples());
        typeAndEnter(robot, "#training-samples", "all");
        assertEquals(null, experiment().data().samples());
    }

    @Test
    void holdsOutFoldsAndSplitsRowsWithASeparateSeed(FxRobot robot) throws TimeoutException {
        typeAndEnter(robot, "#training-test-share", "0.2");
        waitUntil(() ->
                robot.lookup("#training-test").queryAs(WrappedText.class).text().startsWith("Samples set aside: 100."));
        typeAndEnter(robot, "#training-test-share", "1");
        assertEquals(0.2, experiment().data().splitSettings().testFraction());
        assertFalse(isSeen(robot.lookup("#training-split-seed").query()));
        robot.interact(() -> robot.lookup("#training-own-split").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertTrue(isSeen(robot.lookup("#training-split-seed").query()));
        typeAndEnter(robot, "#training-split-seed", "7");
        assertFalse(isSeen(robot.lookup("#training-fold").query()));
        typeAndEnter(robot, "#training-folds", "1");
        assertEquals(0, experiment().data().splitSettings().folds());
        typeAndEnter(robot, "#training-folds", "5");
        typeAndEnter(robot, "#training-fold", "5");
        typeAndEnter(robot, "#training-fold", "4");
        assertEquals(new SplitSettings(0.2, 7L, 5, 4), experiment().data().splitSettings());
        assertFalse(isSeen(robot.lookup("#training-share").query()));
        typeAndEnter(robot, "#training-folds", "none");
        assertTrue(isSeen(robot.lookup("#training-share").query()));
        typeAndEnter(robot, "#training-epochs", "1");
        robot.interact(lab.parts().playback()::stepForward);
        waitUntil(() ->
                robot.lookup("#training-test").queryAs(WrappedText.class).text().startsWith("Test loss "));
        typeAndEnter(robot, "#training-samples", "3");
        robot.interact(lab.parts().playback()::reset);
        waitUntil(() -> isSeen(robot.lookup("#training-data-refused").query()));
    }

    @Test
    void convolutionsCanBeAddedEditedAndRemoved(FxRobot robot) throws TimeoutException {
        assertFalse(isSeen(robot.lookup("#training-convolution-add").query()));
        choose(robot, "#training-source", "digits");
        press(robot, "#training-convolution-add");
        assertEquals(List.of(ConvolutionSpec.DEFAULT), experiment().network().convolutions());
        typeAndEnter(robot, "#training-convolution-1-filters", "4");
        typeAndEnter(robot, "#training-convolution-1-pool", "1");
        assertEquals(
                List.of(new ConvolutionSpec(4, 3, 1, 1, 1)),
                experiment().network().convolutions());
        typeAndEnter(robot, "#training-convolution-1-kernel", "31");
        waitUntil(() -> isSeen(robot.lookup("#training-network-refused").query()));
        typeAndEnter(robot, "#training-convolution-1-kernel", "5");
        waitUntil(() -> !isSeen(robot.lookup("#training-network-refused").query()));
        press(robot, "#training-convolution-1-remove");
        assertEquals(List.of(), experiment().network().convolutions());
    }

    @Test
    void loadsMatchingWeightsFromFileAndRejectsOthersInline(@TempDir Path folder, FxRobot robot)
            throws TimeoutException {
        Path file = folder.resolve("weights.json");
        TrainingRun given = new TrainingRun(
                Experiment.DEFAULT.withSeed(7), DataSplitter.loadAndSplit(DataSettings.DEFAULT, 7, null), null);
        WeightsFile.write(file, given.network().weights());
        window.pickedFile = Optional.of(file);
        robot.interact(() -> robot.lookup("#training-weights").queryButton().fire());
        assertEquals(file.toString(), experiment().network().initialWeights());
        assertEquals(
                "weights.json", robot.lookup("#training-weights").queryButton().getText());
        assertFalse(isSeen(robot.lookup("#training-initializer").query()));
        waitUntil(() -> !isSeen(robot.lookup("#training-weights-refused").query()));
        typeAndEnter(robot, "#training-hidden", "4");
        waitUntil(() -> isSeen(robot.lookup("#training-weights-refused").query()));
        assertEquals(
                "network.initialWeights.layers must be 2 layers, got 3",
                robot.lookup("#training-weights-refused")
                        .queryAs(WrappedText.class)
                        .text());
        assertFalse(isSeen(robot.lookup("#training-network-refused").query()));
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertTrue(robot.lookup("#training-weights-refused")
                .queryAs(WrappedText.class)
                .text()
                .endsWith("층이 2개여야 해요. 지금은 3개"));
        window.pickedFile = Optional.of(folder.resolve("none.json"));
        robot.interact(() -> robot.lookup("#training-weights").queryButton().fire());
        waitUntil(() -> robot.lookup("#training-weights-refused")
                .queryAs(WrappedText.class)
                .text()
                .contains("none.json"));
        robot.interact(
                () -> robot.lookup("#training-weights-clear").queryButton().fire());
        assertEquals(null, experiment().network().initialWeights());
        waitUntil(() -> !isSeen(robot.lookup("#training-weights-refused").query()));
        assertTrue(isSeen(robot.lookup("#training-initializer").query()));
        assertFalse(isSeen(robot.lookup("#training-weights-clear").query()));
    }

    @Test
    void groupsCollapseByKeyboardAndReportConflicts(FxRobot robot) throws TimeoutException {
        groupsFold(robot);
        choose(robot, "#training-source", "sine");
        robot.interact(() ->
                robot.lookup("#training-optimizer-group-head").queryButton().fire());
        choose(robot, "#training-loss-function", "crossEntropy");
        waitUntil(() -> isSeen(robot.lookup("#training-optimizer-refused").query()));
        choose(robot, "#training-loss-function", "auto");
        waitUntil(() -> !isSeen(robot.lookup("#training-optimizer-refused").query()));
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
