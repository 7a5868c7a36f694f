package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.CsvFormat;
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

class NetworkTrialFactoryTest {
    private static final DataSettings IRIS =
            new DataSettings("iris", null, 0, 0.5, DataSettings.DEFAULT.split(), false, null, null);
    private static final DataSettings CSV = new DataSettings(
            DataSettings.CSV,
            null,
            0,
            0.5,
            DataSettings.DEFAULT.split(),
            false,
            CsvSettings.withLastColumnAsTarget("table.csv", CsvFormat.DEFAULT, List.of("x", "y")),
            null);

    @TempDir
    Path folder;

    @Test
    void eachTrialSplitsTheRowsByItsOwnSettingsAndSeed() {
        NetworkTrialFactory trials = trials(IRIS, null);
        for (String fraction : List.of("0.5", "0.8")) {
            for (String standardized : List.of("false", "true")) {
                for (int trial = 0; trial < 2; trial++) {
                    Map<String, String> values = Map.of("fraction", fraction, "standardize", standardized);
                    JobResult result =
                            Objects.requireNonNull(trials.create(trial, values).runTo(3, report -> {}, () -> false));
                    Experiment own = trials.experiment(trial, values);
                    assertEquals(validationLoss(own), result.value());
                }
            }
        }
    }

    @Test
    void reloadsDifferentData() {
        NetworkTrialFactory trials = trials(IRIS, null);
        Map<String, String> all = Map.of();
        Map<String, String> fewer = Map.of("samples", "120");
        trials.create(0, all);
        JobResult result = Objects.requireNonNull(trials.create(0, fewer).runTo(3, report -> {}, () -> false));
        assertEquals(validationLoss(trials.experiment(0, fewer)), result.value());
    }

    @Test
    void readsAFileOnceForAllTrials() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n");
        NetworkTrialFactory trials = trials(CSV, folder);
        trials.validate();
        Files.delete(table);
        assertEquals(3, runTrial(trials, 1));
        assertThrows(InvalidInputException.class, () -> trials(CSV, folder).create(1, Map.of()));
    }

    private static int runTrial(NetworkTrialFactory trials, int trial) {
        return Objects.requireNonNull(trials.create(trial, Map.of()).runTo(3, report -> {}, () -> false))
                .epochs();
    }

    private static double validationLoss(Experiment experiment) {
        TrainingRun run = new TrainingRun(
                experiment, DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null), null);
        EpochReport report = run.report();
        while (run.outcome() == null) {
            run.step();
            report = run.report();
        }
        return report.validationLoss();
    }

    private static NetworkTrialFactory trials(DataSettings data, @Nullable Path folder) {
        Experiment base = Experiment.DEFAULT.withData(data).withTraining(TrainingSettings.DEFAULT.withEpochs(3));
        TuningStudy study = new TuningStudy(
                base,
                null,
                new SearchSpace(List.of(
                        new SearchSpace.Hyperparameter("fraction", new SearchDimension.LinearDimension(0.1, 0.9)))),
                new SearchMethod.RandomSearch(),
                TuningObjective.VALIDATION_LOSS,
                4,
                7,
                1);
        return new NetworkTrialFactory(study, NetworkTrialFactoryTest::set, folder);
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
