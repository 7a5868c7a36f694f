package hyperlab.cases;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.List;

/** Small experiments with held-out test data. */
final class CaseFixtures {
    static final String RATE = "training.learningRate";

    private CaseFixtures() {}

    static Experiment experiment(String source, double rate, int epochs) {
        DataSettings data = new DataSettings(source, null, 0, 0.7, SplitOrder.SHUFFLED, true, null, null)
                .withSplitSettings(new SplitSettings(0.25, 1L, 0, 0));
        return Experiment.DEFAULT
                .withSeed(1)
                .withData(data)
                .withTraining(TrainingSettings.DEFAULT.withLearningRate(rate).withEpochs(epochs));
    }

    static CasePlan plan(int seeds, int folds) {
        Experiment before = experiment("iris", 0.001, 3);
        Experiment after = experiment("iris", 0.05, 3);
        return new CasePlan(before, after, List.of(new CasePlan.SingleChange(RATE, after, before)), null, seeds, folds);
    }

    static TuningStudy study(Experiment experiment, String key) {
        return new TuningStudy(
                experiment,
                null,
                new SearchSpace(List.of(new SearchSpace.Hyperparameter(
                        key, new SearchDimension.CategoricalDimension(List.of("1", "2"))))),
                new SearchMethod.RandomSearch(),
                TuningObjective.VALIDATION_LOSS,
                2,
                1,
                1);
    }

    static TrainingRun open(Experiment experiment) {
        return new TrainingRun(experiment, DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null), null);
    }
}
