package hyperlab.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.io.CommandOutput;
import hyperlab.file.RunLoader;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class TrainProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TrainProgress progress = new TrainProgress(
            new CommandOutput(new PrintStream(bytes, true, StandardCharsets.UTF_8)), Texts.in(Language.ENGLISH));

    @Test
    void saysWhatIsDoneBeforeAndAfterTraining() {
        assertTrue(progress.line().matches("Preparing the data and the network, for \\d+ s"), progress.line());
        progress.writing(new TrainingOutcome.Completed(10, 9, false));
        assertTrue(progress.line().startsWith("Writing the results, for "), progress.line());
        progress.writing(new TrainingOutcome.Stopped(10, 9));
        assertTrue(
                progress.line().matches("Stopped; writing the results, for \\d+ s \\(Ctrl-C again .*"),
                progress.line());
    }

    @Test
    void countsTheStepsWithinAnEpoch() {
        TrainingRun run = new RunLoader(null).open(Experiment.DEFAULT);
        progress.training(2, 13);
        assertEquals("Epoch 1 of 2: step 0 of 13", progress.line());
        BooleanSupplier asked = progress.counting(run, () -> false);
        for (int step = 0; step < 13; step++) {
            run.step();
        }
        assertFalse(asked.getAsBoolean());
        assertTrue(progress.line().matches("Epoch 1 of 2: step 13 of 13, \\d+ s left"), progress.line());
        run.step();
        assertFalse(asked.getAsBoolean());
        assertTrue(progress.line().matches("Epoch 2 of 2: step 1 of 13, \\d+ s left"), progress.line());
    }

    @Test
    void saysNothingIfTheCommandIsNotSilent() {
        progress.start().close();
        assertEquals("", bytes.toString(StandardCharsets.UTF_8));
    }
}
