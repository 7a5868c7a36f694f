package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.EscapeSettings;
import hyperlab.batch.TargetSettings;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.BatchSize;
import hyperlab.ui.SettingsState;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of the lab, each as a property. Together they form one {@link BatchSetup}. */
public final class BatchSizeSettings {
    private static final String ESCAPE = "batch-size.undo.escape";
    private static final String TARGET = "batch-size.undo.target";

    private final SettingsState<BatchSetup> settingsState;
    private final Consumer<TwoWeightModelSettings> check;
    private final ObjectProperty<String> x;
    private final ObjectProperty<String> y;
    private final ObjectProperty<String> target;
    private final DoubleProperty oddSample;
    private final ObjectProperty<BatchSize> batchSize;
    private final ObjectProperty<Boolean> shuffle;
    private final ObjectProperty<Boolean> dropLast;
    private final DoubleProperty learningRate;
    private final ObjectProperty<Boolean> scaling;
    private final DoubleProperty scaledFrom;
    private final ObjectProperty<ComparisonBasis> equal;
    private final DoubleProperty steps;
    private final DoubleProperty epochs;
    private final ObjectProperty<List<Double>> start;
    private final DoubleProperty startX;
    private final DoubleProperty startY;
    private final DoubleProperty seed;
    private final DoubleProperty targetShare;
    private final ObjectProperty<Boolean> bestRate;
    private final DoubleProperty targetSeeds;
    private final DoubleProperty escapeNoise;
    private final DoubleProperty escapeTilt;
    private final DoubleProperty escapeSteps;
    private final DoubleProperty escapeRuns;

    /** @param check throws a {@link InvalidInputException} if the columns are invalid */
    BatchSizeSettings(SettingsState<BatchSetup> settingsState, Consumer<TwoWeightModelSettings> check) {
        this.settingsState = settingsState;
        this.check = check;
        x = column("batch-size.undo.x", TwoWeightModelSettings::x, BatchSizeSettings::withX);
        y = column("batch-size.undo.y", TwoWeightModelSettings::y, BatchSizeSettings::withY);
        target = column("batch-size.undo.targetColumn", TwoWeightModelSettings::target, BatchSizeSettings::withTarget);
        oddSample = settingsState.number(
                "batch-size.undo.oddSample",
                setup -> setup.model().outlier(),
                (setup, odd) -> setup.withModel(setup.model().withOutlier(odd)));
        batchSize = training("batch-size.undo.batchSize", BatchSettings::batchSize, BatchSettings::withBatchSize);
        shuffle = training("batch-size.undo.shuffle", BatchSettings::shuffle, BatchSettings::withShuffle);
        dropLast = training("batch-size.undo.dropLast", BatchSettings::dropLast, BatchSettings::withDropLast);
        learningRate = settingsState.number(
                "batch-size.undo.learningRate",
                setup -> setup.training().learningRate(),
                (setup, rate) -> setup.withTraining(setup.training().withLearningRate(rate)));
        scaling = training(
                "batch-size.undo.scaling",
                BatchSettings::linearScaling,
                (training, on) -> training.withScaling(on, training.referenceBatchSize()));
        scaledFrom = settingsState.number(
                "batch-size.undo.scaledFrom",
                setup -> (double) setup.training().referenceBatchSize(),
                (setup, from) -> setup.withTraining(
                        setup.training().withScaling(setup.training().linearScaling(), from.intValue())));
        equal = settingsState.part(
                "batch-size.undo.equal", BatchSetup::comparisonBasis, BatchSetup::withComparisonBasis);
        steps = settingsState.number(
                "batch-size.undo.steps", setup -> (double) setup.steps(), (setup, n) -> setup.withSteps(n.intValue()));
        epochs = settingsState.number(
                "batch-size.undo.epochs",
                setup -> (double) setup.epochs(),
                (setup, n) -> setup.withEpochs(n.intValue()));
        start = settingsState.part(
                "batch-size.undo.start",
                BatchSetup::start,
                (setup, weights) -> setup.withStart(weights.get(0), weights.get(1)));
        startX = settingsState.number(
                "batch-size.undo.start", BatchSetup::startX, (setup, w) -> setup.withStart(w, setup.startY()));
        startY = settingsState.number(
                "batch-size.undo.start", BatchSetup::startY, (setup, w) -> setup.withStart(setup.startX(), w));
        seed = settingsState.number(
                "batch-size.undo.seed", setup -> (double) setup.seed(), (setup, n) -> setup.withSeed(n.longValue()));
        targetShare = settingsState.number(
                TARGET,
                setup -> setup.target().lossFraction(),
                (setup, share) -> setup.withTarget(new TargetSettings(
                        share, setup.target().bestRate(), setup.target().seeds())));
        bestRate = settingsState.part(
                TARGET,
                setup -> setup.target().bestRate(),
                (setup, best) -> setup.withTarget(new TargetSettings(
                        setup.target().lossFraction(), best, setup.target().seeds())));
        targetSeeds = settingsState.number(
                TARGET,
                setup -> (double) setup.target().seeds(),
                (setup, n) -> setup.withTarget(new TargetSettings(
                        setup.target().lossFraction(), setup.target().bestRate(), n.intValue())));
        escapeNoise = escape(
                EscapeSettings::noise, (old, noise) -> new EscapeSettings(noise, old.tilt(), old.steps(), old.runs()));
        escapeTilt = escape(
                EscapeSettings::tilt, (old, tilt) -> new EscapeSettings(old.noise(), tilt, old.steps(), old.runs()));
        escapeSteps = escape(
                old -> (double) old.steps(),
                (old, n) -> new EscapeSettings(old.noise(), old.tilt(), n.intValue(), old.runs()));
        escapeRuns = escape(
                old -> (double) old.runs(),
                (old, n) -> new EscapeSettings(old.noise(), old.tilt(), old.steps(), n.intValue()));
    }

    private ObjectProperty<String> column(
            String undoKey,
            Function<TwoWeightModelSettings, String> getter,
            BiFunction<TwoWeightModelSettings, String, TwoWeightModelSettings> setter) {
        return settingsState.part(undoKey, setup -> getter.apply(setup.model()), (setup, name) -> {
            TwoWeightModelSettings chosen = setter.apply(setup.model(), name);
            check.accept(chosen);
            return setup.withModel(chosen);
        });
    }

    private <T> ObjectProperty<T> training(
            String undoKey, Function<BatchSettings, T> getter, BiFunction<BatchSettings, T, BatchSettings> setter) {
        return settingsState.part(
                undoKey,
                setup -> getter.apply(setup.training()),
                (setup, value) -> setup.withTraining(setter.apply(setup.training(), value)));
    }

    private DoubleProperty escape(
            Function<EscapeSettings, Double> getter, BiFunction<EscapeSettings, Double, EscapeSettings> setter) {
        return settingsState.number(
                ESCAPE,
                setup -> getter.apply(setup.escape()),
                (setup, value) -> setup.withEscape(setter.apply(setup.escape(), value)));
    }

    /** If the column is already used elsewhere, the two columns are swapped. */
    private static TwoWeightModelSettings withX(TwoWeightModelSettings old, String name) {
        return old.withColumns(
                name, name.equals(old.y()) ? old.x() : old.y(), name.equals(old.target()) ? old.x() : old.target());
    }

    private static TwoWeightModelSettings withY(TwoWeightModelSettings old, String name) {
        return old.withColumns(
                name.equals(old.x()) ? old.y() : old.x(), name, name.equals(old.target()) ? old.y() : old.target());
    }

    private static TwoWeightModelSettings withTarget(TwoWeightModelSettings old, String name) {
        return old.withColumns(
                name.equals(old.x()) ? old.target() : old.x(), name.equals(old.y()) ? old.target() : old.y(), name);
    }

    public SettingsState<BatchSetup> settingsState() {
        return settingsState;
    }

    /** The column of the first weight. */
    public ObjectProperty<String> xProperty() {
        return x;
    }

    /** The column of the second weight. */
    public ObjectProperty<String> yProperty() {
        return y;
    }

    /** The target column. */
    public ObjectProperty<String> targetProperty() {
        return target;
    }

    /** The size of the artificial outlier; 0 for none. */
    public DoubleProperty oddSampleProperty() {
        return oddSample;
    }

    public ObjectProperty<BatchSize> batchSizeProperty() {
        return batchSize;
    }

    public ObjectProperty<Boolean> shuffleProperty() {
        return shuffle;
    }

    public ObjectProperty<Boolean> dropLastProperty() {
        return dropLast;
    }

    public DoubleProperty learningRateProperty() {
        return learningRate;
    }

    /** Whether the learning rate is scaled with the batch size. */
    public ObjectProperty<Boolean> scalingProperty() {
        return scaling;
    }

    /** The batch size at which the learning rate applies without scaling. */
    public DoubleProperty scaledFromProperty() {
        return scaledFrom;
    }

    public ObjectProperty<ComparisonBasis> equalProperty() {
        return equal;
    }

    public DoubleProperty stepsProperty() {
        return steps;
    }

    public DoubleProperty epochsProperty() {
        return epochs;
    }

    /** Both weights at which descents start. */
    public ObjectProperty<List<Double>> startProperty() {
        return start;
    }

    /** w₁ at which descents start. */
    public DoubleProperty startXProperty() {
        return startX;
    }

    /** w₂ at which descents start. */
    public DoubleProperty startYProperty() {
        return startY;
    }

    public DoubleProperty seedProperty() {
        return seed;
    }

    /** The target's excess loss as a share of the excess loss at the start. */
    public DoubleProperty targetShareProperty() {
        return targetShare;
    }

    /** Whether each batch size uses its best learning rate. */
    public ObjectProperty<Boolean> bestRateProperty() {
        return bestRate;
    }

    public DoubleProperty targetSeedsProperty() {
        return targetSeeds;
    }

    public DoubleProperty escapeNoiseProperty() {
        return escapeNoise;
    }

    public DoubleProperty escapeTiltProperty() {
        return escapeTilt;
    }

    public DoubleProperty escapeStepsProperty() {
        return escapeSteps;
    }

    public DoubleProperty escapeRunsProperty() {
        return escapeRuns;
    }
}
