package hyperlab.lesson.readout;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.EscapeStudy;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.SgdPath;
import hyperlab.batch.TwoWeightModel;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.train.BatchSize;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The descents and the gradient noise of the Batch size lab. A selector with a number is a batch size. */
final class BatchValues implements LabValues {
    private final BatchSetup setup;
    private final TwoWeightModel model;
    private final Map<Integer, SgdPath> paths = new HashMap<>();
    private final Map<Integer, Double> escaped = new HashMap<>();

    BatchValues(BatchSetup setup, @Nullable Path folder) {
        this.setup = setup;
        model = TwoWeightModel.of(setup.model(), setup.model().load(folder));
    }

    /** The batch size of a run; 0 if there is none. */
    private int batchSize(RunSelector run) {
        if (run instanceof RunSelector.OfNumber of) {
            boolean whole = of.number() == Math.rint(of.number()) && of.number() >= 1;
            return whole ? (int) Math.min(of.number(), model.samples()) : 0;
        }
        return run instanceof RunSelector.First ? setup.training().batchSize().effective(model.samples()) : 0;
    }

    private EpochBatches epoch(int batchSize) {
        return new EpochBatches(model.samples(), batchSize, setup.training().dropLast());
    }

    private int steps(int batchSize) {
        int perEpoch = epoch(batchSize).steps();
        return setup.comparisonBasis() == ComparisonBasis.EPOCHS ? perEpoch * setup.epochs() : setup.steps();
    }

    private SgdPath path(int batchSize) {
        return paths.computeIfAbsent(
                batchSize,
                size -> SgdPath.of(
                        model,
                        setup.training().withBatchSize(new BatchSize(size)),
                        setup.startX(),
                        setup.startY(),
                        steps(size),
                        setup.seed()));
    }

    private GradientNoise noiseAtStart() {
        return GradientNoise.at(model, setup.startX(), setup.startY());
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        int size = batchSize(run);
        if (size == 0) {
            return Double.NaN;
        }
        EpochBatches epoch = epoch(size);
        return switch (name) {
            case "step" -> index;
            case "steps" -> steps(size);
            case "batchSize" -> size;
            case "learningRate" -> setup.training().rateFor(size);
            case "samples" -> model.samples();
            case "stepsPerEpoch" -> epoch.steps();
            case "lastBatch" -> epoch.sizeOf(epoch.steps() - 1);
            case "sampleNoise" -> Math.sqrt(noiseAtStart().trace());
            case "gradientNorm" -> Math.sqrt(noiseAtStart().squaredNorm());
            case "criticalBatchSize" -> noiseAtStart().criticalBatchSize();
            case "diverged" ->
                LabValues.flag(path(size).diverged() && index == path(size).steps());
            case "finished" -> LabValues.flag(index == path(size).steps());
            default -> Double.NaN;
        };
    }

    @Override
    public double[] series(String name, RunSelector run) {
        int size = batchSize(run);
        if (size == 0) {
            return NONE;
        }
        SgdPath path = path(size);
        return switch (name) {
            case "loss" -> rows(path, path::excessLoss);
            case "w1" -> rows(path, path::x);
            case "w2" -> rows(path, path::y);
            default -> NONE;
        };
    }

    private static double[] rows(SgdPath path, IntToDoubleFunction value) {
        return IntStream.rangeClosed(0, path.steps()).mapToDouble(value).toArray();
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        if (!(argument >= 1)) {
            return Double.NaN;
        }
        return switch (name) {
            case "noise" -> noiseAtStart().deviationWithoutReplacement(argument);
            case "noiseWithReplacement" -> noiseAtStart().deviationWithReplacement(argument);
            case "escaped" -> argument == Math.rint(argument) ? escaped((int) argument) : Double.NaN;
            default -> Double.NaN;
        };
    }

    /** The share of the descents with this batch size that leave the shallower well. */
    private double escaped(int batchSize) {
        return escaped.computeIfAbsent(batchSize, size -> {
            EscapeStudy study = new EscapeStudy(setup.training(), setup.escape(), setup.seed());
            long count = IntStream.range(0, setup.escape().runs())
                    .filter(run -> study.hasEscaped(study.descend(1, size, run)))
                    .count();
            return (double) count / setup.escape().runs();
        });
    }

    @Override
    public int lastIndex(RunSelector run) {
        int size = batchSize(run);
        return size == 0 ? 0 : path(size).steps();
    }

    @Override
    public boolean changesDuringRun() {
        return true;
    }
}
