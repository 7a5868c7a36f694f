package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.lab.HasSlowMotion;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Sgd;
import hyperlab.text.NumberFormats;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.ui.control.WrappedText;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The stage, playback, diagnosis and measurements of the Training lab, found by node ids. */
class TrainingStageViewTest extends TrainingLabTest {
    private static final int FULL_SPEED = 6;

    private void open(FxRobot robot, Experiment experiment) throws TimeoutException {
        robot.interact(() -> {
            lab.open(new Document.OfExperiment(experiment));
            lab.setOnStage(true);
        });
        waitUntil(() -> robot.lookup("#training-noise-scale").tryQuery().isPresent());
    }

    private void play(FxRobot robot, int epochs) throws TimeoutException {
        robot.interact(() -> {
            lab.parts().playback().speedProperty().set(FULL_SPEED);
            lab.parts().playback().playPause();
        });
        waitUntil(() -> lab.parts().playback().completedProperty().get() == epochs
                && !lab.parts().playback().playingProperty().get());
    }

    private String networkSubtitle() {
        return lab.charts().stream()
                .filter(card -> "training-network".equals(card.getId()))
                .findFirst()
                .orElseThrow()
                .subtitle();
    }

    private static Experiment epochs(int epochs) {
        return Experiment.DEFAULT.withTraining(Experiment.DEFAULT.training().withEpochs(epochs));
    }

    @Test
    void slowMotionIsSteppedThroughByKeyboard(FxRobot robot) throws TimeoutException {
        open(robot, epochs(12));
        HasSlowMotion motion = (HasSlowMotion) lab;
        robot.interact(() -> motion.setSlowMotion(true));
        waitUntil(() -> robot.lookup("#training-step-motion").query().isFocused());
        // The data are read and the first step is computed on another thread; until then, the key does nothing.
        waitUntil(() -> !robot.lookup("#training-step-motion-next").query().isDisabled());
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> isCurrent(robot, "forward"));
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> isCurrent(robot, "loss"));
        robot.interact(() -> robot.lookup("#training-step-motion-next").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> isCurrent(robot, "backward"));
        assertTrue(robot.lookup("#training-step-motion-next").query().isFocused());
        robot.type(KeyCode.LEFT);
        waitUntil(() -> isCurrent(robot, "loss"));
        assertEquals(0, lab.parts().playback().positionProperty().get(), "no phase performs a step");
        robot.interact(() -> motion.setSlowMotion(false));
        assertFalse(motion.isInSlowMotion());
        assertTrue(lab.charts().size() > 1);
    }

    private static boolean isCurrent(FxRobot robot, String phase) {
        return robot.lookup("#training-step-motion-" + phase)
                .query()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("current"));
    }

    @Test
    void branchStartsAtThePlayHead(FxRobot robot) throws TimeoutException {
        open(robot, epochs(12));
        assertFalse(robot.lookup("#training-branch").query().getParent().isVisible());
        play(robot, 12);
        robot.interact(() -> lab.parts().playback().seek(5));
        waitUntil(() -> robot.lookup("#training-branch").query().getParent().isVisible());
        assertEquals(
                "Epoch 5 of 12",
                robot.lookup("#training-looking-back").queryAs(Label.class).getText());
        robot.clickOn("#training-branch");
        waitUntil(() -> lab.parts().playback().completedProperty().get() == 5);
        play(robot, 12);
        robot.interact(() -> lab.parts().playback().seek(7));
        robot.clickOn("#training-newest");
        assertEquals(12, lab.parts().playback().positionProperty().get());
    }

    /** A presentation has no readout, so the numbers of the current run are below the charts. */
    @Test
    void presentationHasTheNumbersAtThePlayHead(FxRobot robot) throws TimeoutException {
        open(robot, epochs(12));
        play(robot, 12);
        robot.interact(() -> lab.parts().playback().seek(5));
        WrappedText numbers = robot.lookup("#training-presented-numbers").queryAs(WrappedText.class);
        assertFalse(numbers.isVisible());
        robot.interact(() -> window.appearance.presentationProperty().set(true));
        waitUntil(() -> numbers.isVisible() && numbers.text().contains("Accuracy"));
        TrainingRun run = new TrainingRun(
                epochs(12),
                DataSplitter.loadAndSplit(epochs(12).data(), epochs(12).seed(), null),
                null);
        while (run.epoch() < 5) {
            run.step();
        }
        EpochReport fifth = run.report();
        assertEquals(
                "Loss: training %s, validation %s. Accuracy: training %s\u00a0%%, validation %s\u00a0%%."
                        .formatted(
                                NumberFormats.format(fifth.trainLoss(), 3),
                                NumberFormats.format(fifth.validationLoss(), 3),
                                NumberFormats.formatFixed(100 * fifth.trainAccuracy(), 1),
                                NumberFormats.formatFixed(100 * fifth.validationAccuracy(), 1)),
                numbers.text());
        robot.interact(() -> ((HasSlowMotion) lab).setSlowMotion(true));
        assertFalse(numbers.isVisible(), "slow motion has its own numbers");
    }

    @Test
    void doctorDiagnosesDivergenceAndItsRemedyCanBeUndone(FxRobot robot) throws TimeoutException {
        Experiment wild = epochs(8)
                .withTraining(
                        epochs(8).training().withOptimizer(new Sgd(0, false)).withLearningRate(500));
        open(robot, wild);
        robot.interact(() -> {
            lab.parts().playback().speedProperty().set(FULL_SPEED);
            lab.parts().playback().playPause();
        });
        waitUntil(() -> robot.lookup("#training-finding-1-remedy").tryQuery().isPresent());
        waitUntil(() -> !lab.parts().playback().playingProperty().get());
        robot.interact(() ->
                robot.lookup("#training-finding-1-remedy").queryAs(Button.class).fire());
        assertTrue(experiment().training().learningRate() < 500);
        waitUntil(() -> !lab.parts().playback().playingProperty().get());
        waitUntil(() -> robot.lookup("#training-take-back").query().isVisible());
        assertTrue(robot.lookup("#training-take-back").query().isFocused());
        robot.interact(
                () -> robot.lookup("#training-take-back").queryAs(Button.class).fire());
        assertEquals(500, experiment().training().learningRate());
    }

    @Test
    void remedyOfARemovedRunCannotBeUndone(FxRobot robot) throws TimeoutException {
        open(
                robot,
                epochs(8)
                        .withTraining(epochs(8)
                                .training()
                                .withOptimizer(new Sgd(0, false))
                                .withLearningRate(500)));
        robot.interact(() -> {
            lab.parts().playback().speedProperty().set(FULL_SPEED);
            lab.parts().playback().playPause();
        });
        waitUntil(() -> robot.lookup("#training-finding-1-remedy").tryQuery().isPresent());
        robot.interact(() ->
                robot.lookup("#training-finding-1-remedy").queryAs(Button.class).fire());
        waitUntil(() -> !lab.parts().playback().playingProperty().get());
        waitUntil(() -> robot.lookup("#training-take-back").query().isVisible());
        Experiment mended = experiment();
        robot.interact(() -> lab.open(new Document.OfExperiment(mended)));
        waitUntil(() -> !robot.lookup("#training-take-back").query().isVisible());
        assertEquals(mended, experiment());
    }

    @Test
    void doctorReportsNonFiniteStartAndItsRemedyCanBeUndone(FxRobot robot) throws TimeoutException {
        Experiment wild = epochs(3).withNetwork(epochs(3).network().withInitializer(new Initializer.Uniform(1e200)));
        robot.interact(() -> {
            lab.open(new Document.OfExperiment(wild));
            lab.setOnStage(true);
        });
        waitUntil(() -> robot.lookup("#training-finding-1-remedy").tryQuery().isPresent());
        String said = robot.lookup("#training-finding-1 .finding-text")
                .queryAs(WrappedText.class)
                .text();
        assertTrue(said.contains("before any step"), said);
        robot.interact(() ->
                robot.lookup("#training-finding-1-remedy").queryAs(Button.class).fire());
        assertEquals(Initializer.Auto.DEFAULT, experiment().network().initializer());
        waitUntil(() -> robot.lookup("#training-take-back").query().isVisible());
        robot.interact(
                () -> robot.lookup("#training-take-back").queryAs(Button.class).fire());
        assertEquals(wild, experiment());
    }

    @Test
    void testsRatesAndAppliesOne(FxRobot robot) throws TimeoutException {
        open(robot, epochs(3));
        robot.clickOn("#training-boundary-choose");
        robot.clickOn("#training-boundary-choose-rate_test");
        robot.clickOn("#training-rate-test-run");
        waitUntil(() -> robot.lookup("#training-rate-test-use").query().isVisible());
        robot.clickOn("#training-rate-test-use");
        assertTrue(experiment().training().learningRate() != 0.03);
        robot.interact(() -> lab.parts().undo().undo());
        assertEquals(0.03, experiment().training().learningRate());
    }

    @Test
    void navigatesTheNetworkAndArrangesChartsByKeyboard(FxRobot robot) throws TimeoutException {
        open(robot, epochs(3));
        robot.interact(() -> robot.lookup("#training-network").query().requestFocus());
        robot.press(KeyCode.ALT).push(KeyCode.RIGHT).release(KeyCode.ALT);
        waitUntil(() -> networkSubtitle().contains("layer 1, unit 1"));
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> !networkSubtitle().contains("unit"));
        robot.interact(() -> robot.lookup("#training-arrangement-3").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertEquals(
                List.of("training-loss"),
                lab.charts().stream().map(card -> card.getId()).toList());
    }
}
