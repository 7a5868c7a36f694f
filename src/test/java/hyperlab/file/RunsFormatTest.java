package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.runs.ChangedSetting;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.log.LogAxis;
import hyperlab.log.LogFormat;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.SeedRunResult;
import hyperlab.train.TrainingOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                new SavedHistory(4, List.of(FIRST, LAST), LAST, outcome, 0, List.of()));
    }

    @Test
    void roundTripsRuns() {
        List<SavedRun> runs = List.of(
                run(null, null),
                run(
                        new PlaygroundExperiment(PlaygroundLink.parse("#seed=0.5&noise=10", () -> 0), 7),
                        new TrainingOutcome.Completed(4, 3, true)),
                run(null, new TrainingOutcome.Stopped(4, 4)),
                run(null, new TrainingOutcome.Diverged(4, 1, Double.NaN)));
        SavedRuns saved = new SavedRuns(runs, List.of());
        assertEquals(saved, RunsFormat.parse(RunsFormat.write(saved), "runs"));
        for (SavedRuns.Roles roles : List.of(new SavedRuns.Roles(3, 0), new SavedRuns.Roles(null, null))) {
            SavedRuns known = new SavedRuns(runs, List.of(), roles);
            assertEquals(known, RunsFormat.parse(RunsFormat.write(known), "runs"));
        }
    }

    @Test
    void roundTripsLogs() {
        LogSeries losses = new LogSeries(
                "loss", new double[] {0.5, 1, 2}, new double[] {4, 9, 19}, new double[] {3, 2, Double.NaN});
        TrainingLog log =
                new TrainingLog("a.csv", LogFormat.CSV, Map.of(LogQuantity.TRAIN_LOSS, losses), List.of(), false);
        SavedHistory history = SavedHistory.ofLog(log, LogAxis.EPOCH);
        assertEquals(
                List.of(0, 1), history.rows().stream().map(EpochReport::epoch).toList());
        assertEquals(2, history.rows().get(1).trainLoss());
        assertEquals(9, history.rows().get(1).step());
        assertEquals(new TrainingOutcome.Diverged(1, 0, Double.NaN), history.outcome());
        SavedRuns saved = new SavedRuns(
                List.of(new SavedRun("", 1, true, true, Experiment.DEFAULT, null, history, log)), List.of());
        assertEquals(saved, RunsFormat.parse(RunsFormat.write(saved), "runs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LEARNING_RATE|0.3",
                "BATCH_SIZE|\"full\"",
                "SCHEDULE|{\"name\":\"step\",\"every\":3,\"factor\":0.5,\"warmup\":1}",
                "DROPOUT|0.25",
                "L1|0.001",
                "L2|1.0E-4",
                "L1_METHOD|\"proximal\""
            })
    void aBranchKeepsWhereItBeganAndWhatWasChanged(ChangedSetting setting, String value) {
        String key = setting.key();
        Experiment before = Experiment.DEFAULT.withSeed(9);
        SavedHistory.SettingChange change =
                new SavedHistory.SettingChange(setting, 2.25, 29, before, ExperimentOverrides.with(before, key, value));
        SavedHistory history = new SavedHistory(1, List.of(FIRST, LAST), LAST, null, 2, List.of(change));
        SavedRuns saved = new SavedRuns(List.of(new SavedRun("", 0, true, true, before, null, history)), List.of());
        String json = RunsFormat.write(saved);
        assertEquals(saved, RunsFormat.parse(json, "runs"));
        assertTrue(json.contains("\"key\":\"" + key + "\"") && json.contains("\"after\":" + value), json);
    }

    @Test
    void roundTripsRunsOverSeeds() {
        SeedRunResult diverged =
                new SeedRunResult(0, 3, List.of(FIRST), FIRST, new TrainingOutcome.Diverged(1, 0, Double.NaN));
        SeedRunResult whole =
                new SeedRunResult(0, 4, List.of(FIRST, LAST), LAST, new TrainingOutcome.Completed(4, 3, false));
        SavedRuns saved = new SavedRuns(
                List.of(), List.of(new SavedRuns.MultiSeedRuns(Experiment.DEFAULT, List.of(diverged, whole))));
        assertEquals(saved, RunsFormat.parse(RunsFormat.write(saved), "runs"));
    }

    @Test
    void experimentsResolveSameFilesFromOtherFolder() {
        Experiment table = ExperimentOverrides.with(
                Experiment.DEFAULT, List.of("data.source=csv", "data.file=t.csv", "data.target=y"));
        SavedHistory history = new SavedHistory(
                1,
                List.of(FIRST),
                FIRST,
                null,
                0,
                List.of(new SavedHistory.SettingChange(ChangedSetting.LEARNING_RATE, 1, 9, table, table)));
        SavedRuns saved = new SavedRuns(
                List.of(new SavedRun("", 0, true, true, table, null, history)),
                List.of(new SavedRuns.MultiSeedRuns(
                        table,
                        List.of(new SeedRunResult(0, 0, List.of(FIRST), FIRST, new TrainingOutcome.Stopped(0, 0))))));
        Path folder = Path.of("a").toAbsolutePath();
        SavedRuns moved = RelativePaths.rebased(saved, folder, folder.resolve("b"));
        assertEquals("../t.csv", moved.runs().get(0).experiment().data().csv().file());
        SavedHistory.SettingChange change =
                moved.runs().get(0).history().changes().get(0);
        assertEquals("../t.csv", change.before().data().csv().file());
        assertEquals("../t.csv", change.after().data().csv().file());
        assertEquals("../t.csv", moved.seeds().get(0).experiment().data().csv().file());
    }

    @Test
    void rejectsSettingThatCannotChangeDuringRun() {
        Experiment before = Experiment.DEFAULT;
        SavedHistory.SettingChange change =
                new SavedHistory.SettingChange(ChangedSetting.DROPOUT, 1, 2, before, before);
        SavedHistory history = new SavedHistory(1, List.of(FIRST), FIRST, null, 0, List.of(change));
        String json = RunsFormat.write(
                new SavedRuns(List.of(new SavedRun("", 0, true, true, before, null, history)), List.of()));
        String other = json.replace("network.dropout", "network.hidden");
        assertThrows(InvalidInputException.class, () -> RunsFormat.parse(other, "runs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\": \"hyperlab-experiment/1\"}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [3]}",
                "{\"format\": \"hyperlab-runs/1\", \"roles\": {\"live\": 0}}",
                "{\"format\": \"hyperlab-runs/1\", \"roles\": 1}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [{\"rows\": []}]}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [{\"rows\": [[1, 2]]}]}",
                "{\"format\": \"hyperlab-runs/1\", \"runs\": [{\"rows\": [[0,0,1,1,1,1,1,0,0]]}]}",
                "{\"format\": \"hyperlab-runs/1\", \"seeds\": [{\"runs\": []}]}",
                "{\"format\": \"hyperlab-runs/1\", \"seeds\": [{\"runs\": [{\"rows\": []}]}]}"
            })
    void anythingElseIsRefused(String text) {
        assertThrows(InvalidInputException.class, () -> RunsFormat.parse(text, "runs"));
    }

    @Test
    void saysWhatIsMissingOrNoObject() {
        assertEquals("experiment must be given", refused("{\"rows\": []}"));
        assertEquals("runs must be an object, got 5", refused("5"));
        String refused = refused("\"" + "x".repeat(10_000) + "\"");
        assertTrue(refused.startsWith("runs must be an object, got \"xxx") && refused.length() < 120, refused);
    }

    private static String refused(String run) {
        return assertThrows(
                        InvalidInputException.class,
                        () -> RunsFormat.parse("{\"format\": \"hyperlab-runs/1\", \"runs\": [" + run + "]}", "figure"))
                .line();
    }
}
