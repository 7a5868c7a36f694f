package hyperlab.lab.map;

import hyperlab.data.BundledDataSet;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.descent.DescentSetup;
import hyperlab.file.ExperimentOverrides;
import hyperlab.map.DescentKeys;
import hyperlab.map.ExperimentKeys;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldPixelTrainer;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchDimension.CategoricalDimension;
import hyperlab.tune.SearchDimension.IntegerDimension;
import hyperlab.tune.SearchDimension.LinearDimension;
import hyperlab.tune.SearchDimension.LogDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hyperparameters that an axis can have, with the ranges and scales that they start with. */
final class AxisKeys {
    private static final String SCHEDULE = "schedule.";

    private AxisKeys() {}

    /** The keys that exist for a subject. */
    static List<String> of(MapSubject subject) {
        if (subject instanceof MapSubject.OfDescent of) {
            return DescentKeys.of(of.setup());
        }
        if (subject instanceof MapSubject.OfExperiment of) {
            return ExperimentKeys.all().stream()
                    .filter(key -> exists(of.experiment(), key))
                    .toList();
        }
        return MeanFieldPixelTrainer.KEYS;
    }

    private static boolean exists(Experiment experiment, String key) {
        try {
            ExperimentOverrides.with(experiment, key, axis(key, 2).values().get(1));
            return hasEffect(experiment, key);
        } catch (InvalidInputException missing) {
            return false;
        }
    }

    /** Only generated data have noise, and only hidden layers have dropout. */
    private static boolean hasEffect(Experiment experiment, String key) {
        return switch (key) {
            case "data.noise" -> DataSplitter.isGenerated(experiment.data());
            case "network.dropout" -> !experiment.network().hidden().isEmpty();
            default -> true;
        };
    }

    /** The axis that a key starts with. */
    static MapAxis axis(String key, int count) {
        return ExperimentKeys.axis(key, count).orElseGet(() -> otherAxis(key, count));
    }

    private static MapAxis otherAxis(String key, int count) {
        return switch (key) {
            case "learningRate" -> new MapAxis(key, new LogDimension(0.01, 4), count);
            case "steps" -> new MapAxis(key, new IntegerDimension(1, 100), count);
            case "parameters.tilt" -> new MapAxis(key, new LinearDimension(0, 0.35), count);
            case "parameters.condition" -> new MapAxis(key, new LogDimension(1, 100), count);
            case "schedule.every" -> new MapAxis(key, new IntegerDimension(1, 50), count);
            case "schedule.warmup" -> new MapAxis(key, new IntegerDimension(0, 50), count);
            case "schedule.factor" -> new MapAxis(key, new LinearDimension(0.1, 1), count);
            case "optimizer.epsilon" -> new MapAxis(key, new LogDimension(1e-10, 1), count);
            case "layerRates.0", "layerRates.1" -> new MapAxis(key, new LogDimension(1, 1e4), count);
            default -> new MapAxis(key, bounds(key), count);
        };
    }

    private static SearchDimension bounds(String key) {
        if (key.startsWith("start.")) {
            return new LinearDimension(-4, 4);
        }
        if (key.startsWith("parameters.")) {
            return new LogDimension(0.1, 10);
        }
        return new LinearDimension(0, 0.99);
    }

    /** The scales that an axis can have. */
    static List<AxisScale> scales(MapAxis axis) {
        SearchDimension dimension = axis(axis.key(), 2).dimension();
        if (dimension instanceof IntegerDimension) {
            return List.of(AxisScale.INTEGER, AxisScale.INTEGER_LOG, AxisScale.LIST);
        }
        return dimension instanceof CategoricalDimension
                ? List.of(AxisScale.LIST)
                : List.of(AxisScale.LINEAR, AxisScale.LOG, AxisScale.LIST);
    }

    /** The data sets that a network can learn from, apart from files. */
    static final List<String> SOURCES = Stream.concat(DataSources.generators().stream(), DataSources.bundled().stream())
            .toList();

    /**
     * Whether data have classes as their target.
     *
     * @param known what the target of a table is; null as long as the table has not been read
     */
    static boolean hasClasses(DataSettings data, @Nullable PredictionTask known) {
        CsvSettings csv = data.csv();
        if (csv != null) {
            PredictionTask wanted = csv.task();
            return (wanted == null ? known : wanted) == PredictionTask.CLASSIFICATION;
        }
        Optional<PredictionTask> generated = DataGenerator.named(data.source()).map(DataGenerator::task);
        Optional<PredictionTask> bundled = BundledDataSet.named(data.source()).map(BundledDataSet::task);
        return generated.or(() -> bundled).orElse(PredictionTask.CLASSIFICATION) == PredictionTask.CLASSIFICATION;
    }

    /**
     * The quantities that the color can show.
     *
     * @param known what the target of a table is; null as long as the table has not been read
     */
    static List<MapColor> colors(MapSpecification map, @Nullable PredictionTask known) {
        // The closed form is that of a constant rate.
        return map.x().key().startsWith(SCHEDULE) || map.y().key().startsWith(SCHEDULE)
                ? colors(map.subject(), known).stream()
                        .filter(color -> color != MapColor.SPECTRAL_RADIUS)
                        .toList()
                : colors(map.subject(), known);
    }

    private static List<MapColor> colors(MapSubject subject, @Nullable PredictionTask known) {
        if (subject instanceof MapSubject.OfExperiment of) {
            return colors(of.experiment(), known);
        }
        if (subject instanceof MapSubject.OfDescent of) {
            return hasClosedForm(of.setup())
                    ? List.of(
                            MapColor.SPECTRAL_RADIUS, MapColor.TRAIN_LOSS, MapColor.EPOCHS_TO_TARGET, MapColor.OUTCOME)
                    : List.of(MapColor.TRAIN_LOSS, MapColor.EPOCHS_TO_TARGET, MapColor.OUTCOME);
        }
        return List.of(MapColor.TRAIN_LOSS, MapColor.OUTCOME);
    }

    private static List<MapColor> colors(Experiment experiment, @Nullable PredictionTask known) {
        List<MapColor> colors =
                new ArrayList<>(List.of(MapColor.TRAIN_LOSS, MapColor.VALIDATION_LOSS, MapColor.GENERALIZATION_GAP));
        if (hasClasses(experiment.data(), known)) {
            colors.add(MapColor.TRAIN_ACCURACY);
            colors.add(MapColor.VALIDATION_ACCURACY);
        }
        colors.addAll(List.of(MapColor.EPOCHS_TO_TARGET, MapColor.DEAD_UNITS, MapColor.OUTCOME));
        return List.copyOf(colors);
    }

    /** Whether the descents of a map are known in closed form: SGD at a constant rate on a parabola or a bowl. */
    static boolean hasClosedForm(MapSubject subject) {
        return subject instanceof MapSubject.OfDescent of && hasClosedForm(of.setup());
    }

    private static boolean hasClosedForm(DescentSetup setup) {
        DescentSetup.Racer racer = setup.racers().get(0);
        return List.of("parabola", "bowl").contains(setup.function())
                && racer.optimizer() instanceof Sgd
                && racer.schedule().isConstant();
    }
}
