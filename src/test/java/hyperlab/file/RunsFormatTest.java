package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.rule.Refusal;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsFormatTest {
    private static final EpochReport FIRST = new EpochReport(0, 0, 1.5, 2.5, Double.NaN, Double.NaN, 0.03, 0, 0.001);
    private static final EpochReport LAST = new EpochReport(4, 52, 1e-9, 0.1 + 0.2, 0.5, 1, 0.03, 0.25, 0.5);

    private static SavedRun run(PlaygroundExperiment original, TrainingOutcome outcome) {
        return new SavedRun(
                "느린 run",
                5,
                false,
                true,
                Experiment.DEFAULT.withSeed(9),
                original,
                4,
                List.of(FIRST, LAST),
                LAST,
                outcome);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        List<SavedRun> runs = List.of(
                run(null, null),
                run(
                        new PlaygroundExperiment(PlaygroundLink.parse("#seed=0.5&noise=10", () -> 0), 7),
                        new TrainingOutcome.Completed(4, 3, true)),
                run(null, new TrainingOutcome.Stopped(4, 4)),
                run(null, new TrainingOutcome.Diverged(4, 1, Double.NaN)));
        assertEquals(runs, RunsFormat.parse(RunsFormat.write(runs), "runs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\": \"hyperlab-experiment/1\"}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [3]}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [{\"rows\": []}]}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [{\"rows\": [[1, 2]]}]}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [{\"rows\": [[0,0,1,1,1,1,1,0,0]]}]}"
            })
    void anythingElseIsRefused(String text) {
        assertThrows(Refusal.class, () -> RunsFormat.parse(text, "runs"));
    }
}
