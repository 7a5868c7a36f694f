package hyperlab.activation;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.BaselineLoss;
import hyperlab.nn.Activation;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Trains the same network on the same data with several activation functions, each with the same seeds, and records
 * losses and accuracy by epoch. In the losses, a diverged training counts as worse than all others.
 *
 * @param settings data, network and training
 * @param functions the activation functions to compare
 * @param seed of the first training for each function; later ones use consecutive seeds
 * @param threads maximum number of trainings that run at the same time
 * @param executor provides the threads in addition to the calling thread
 */
public record ActivationRaceStudy(
        ActivationTrainingSettings settings, List<Activation> functions, long seed, int threads, Executor executor)
        implements IncrementalStudy<ActivationRaceStudy.FunctionCurves> {
    public ActivationRaceStudy {
        functions = List.copyOf(functions);
    }

    /**
     * The results of one function, from epoch 0 to the latest finished epoch.
     *
     * @param trainLoss on the whole training data
     * @param validationLoss on the validation data
     * @param accuracy on the validation data, in [0, 1]; NaN for regression
     * @param diverged number of trainings that have diverged by each epoch
     * @param baselineLoss baseline training loss of always predicting the class frequencies, or the mean: the loss of a
     *     network that has learned nothing from its inputs
     */
    public record FunctionCurves(
            Activation function,
            List<Quantiles> trainLoss,
            List<Quantiles> validationLoss,
            List<Quantiles> accuracy,
            List<Integer> diverged,
            double baselineLoss) {
        public FunctionCurves {
            trainLoss = List.copyOf(trainLoss);
            validationLoss = List.copyOf(validationLoss);
            accuracy = List.copyOf(accuracy);
            diverged = List.copyOf(diverged);
        }

        /** The number of finished epochs. */
        public int epochs() {
            return trainLoss.size() - 1;
        }
    }

    @Override
    public void run(PartialResultsListener<FunctionCurves> listener, BooleanSupplier cancelled) {
        ParallelTrainings runs = new ParallelTrainings(settings, functions, seed, threads, executor);
        DataSet train = runs.partition(0).train();
        double baselineLoss = BaselineLoss.of(train, train, TrainingSettings.DEFAULT.lossFor(train.task()));
        List<FunctionCurvesBuilder> builders = IntStream.range(0, functions.size())
                .mapToObj(FunctionCurvesBuilder::new)
                .toList();
        for (int epoch = 0; epoch <= settings.epochs(); epoch++) {
            if (epoch > 0) {
                runs.trainEpoch(cancelled);
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            builders.forEach(builder -> builder.add(runs));
            listener.resultsChanged(
                    builders.stream()
                            .map(builder -> builder.build(baselineLoss))
                            .toList(),
                    (double) epoch / settings.epochs());
        }
    }

    private final class FunctionCurvesBuilder {
        private final int functionIndex;
        private final List<Quantiles> trainLoss = new ArrayList<>();
        private final List<Quantiles> validationLoss = new ArrayList<>();
        private final List<Quantiles> accuracy = new ArrayList<>();
        private final List<Integer> diverged = new ArrayList<>();

        FunctionCurvesBuilder(int functionIndex) {
            this.functionIndex = functionIndex;
        }

        void add(ParallelTrainings runs) {
            trainLoss.add(
                    Quantiles.of(runs.values(functionIndex, run -> run.report().trainLoss())));
            validationLoss.add(
                    Quantiles.of(runs.values(functionIndex, run -> run.report().validationLoss())));
            accuracy.add(Quantiles.of(runs.runsOf(functionIndex).stream()
                    .mapToDouble(run -> run.report().validationAccuracy())
                    .toArray()));
            diverged.add(runs.countDiverged(functionIndex));
        }

        FunctionCurves build(double baselineLoss) {
            return new FunctionCurves(
                    functions.get(functionIndex), trainLoss, validationLoss, accuracy, diverged, baselineLoss);
        }
    }
}
