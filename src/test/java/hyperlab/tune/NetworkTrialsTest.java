package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrialsTest {
    private static final DataSettings IRIS =
            new DataSettings("iris", null, 0, 0.5, DataSettings.DEFAULT.split(), false, null, null);
    private static final DataSettings CSV = new DataSettings(
            DataSettings.CSV,
            null,
            0,
            0.5,
            DataSettings.DEFAULT.split(),
            false,
            CsvSettings.withLastColumnAsTarget("table.csv", List.of("x", "y")),
            null);

    @TempDir
    Path folder;

    @Test
    void eachTrialPartsTheRowsByItsOwnSettingsAndSeed() {
        NetworkTrials trials = trials(IRIS, null);
        for (String fraction : List.of("0.5", "0.8")) {
            for (String standardized : List.of("false", "true")) {
                for (int trial = 0; trial < 2; trial++) {
                    Map<String, String> values = Map.of("fraction", fraction, "standardize", standardized);
                    Result result =
                            Objects.requireNonNull(trials.begin(trial, values).bring(3, report -> {}, () -> false));
                    Experiment own = trials.experiment(trial, values);
                    assertEquals(validationLoss(own), result.value());
                }
            }
        }
    }

    @Test
    void otherRowsAreReadAnew() {
        NetworkTrials trials = trials(IRIS, null);
        Map<String, String> all = Map.of();
        Map<String, String> fewer = Map.of("samples", "120");
        trials.begin(0, all);
        Result result = Objects.requireNonNull(trials.begin(0, fewer).bring(3, report -> {}, () -> false));
        assertEquals(validationLoss(trials.experiment(0, fewer)), result.value());
    }

    @Test
    void aFileIsReadOnceForAllTrials() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n");
        NetworkTrials trials = trials(CSV, folder);
        trials.refuseUnfit();
        Files.delete(table);
        assertEquals(3, bring(trials, 1));
        assertThrows(InvalidInputException.class, () -> trials(CSV, folder).begin(1, Map.of()));
    }

    private static int bring(NetworkTrials trials, int trial) {
        return Objects.requireNonNull(trials.begin(trial, Map.of()).bring(3, report -> {}, () -> false))
                .epochs();
    }

    private static double validationLoss(Experiment experiment) {
        TrainingRun run = new TrainingRun(experiment, DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null), null);
        EpochReport report = run.report();
        while (run.outcome() == null) {
            run.step();
            report = run.report();
        }
        return report.validationLoss();
    }

    private static NetworkTrials trials(DataSettings data, @Nullable Path folder) {
        Experiment base = Experiment.DEFAULT.withData(data).withTraining(TrainingSettings.DEFAULT.withEpochs(3));
        Study study = new Study(
                base,
                null,
                new SearchSpace(List.of(new SearchSpace.Parameter("fraction", new Axis.Linear(0.1, 0.9)))),
                new Method.RandomSearch(),
                Objective.VALIDATION_LOSS,
                4,
                7,
                1);
        return new NetworkTrials(study, NetworkTrialsTest::set, folder);
    }

    private static Experiment set(Experiment experiment, Map<String, String> values) {
        DataSettings data = experiment.data();
        if (values.containsKey("fraction")) {
            data = data.withTrainFraction(Double.parseDouble(values.get("fraction")))
                    .withStandardize(Boolean.parseBoolean(values.get("standardize")));
        }
        if (values.containsKey("samples")) {
            data = data.withSamples(Integer.parseInt(values.get("samples")));
        }
        return experiment.withData(data);
    }
}
