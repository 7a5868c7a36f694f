package hyperlab.app.batch;

import hyperlab.app.UndoHistory;
import hyperlab.app.SettingsState;
import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.EscapeSettings;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.batch.TargetSettings;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.BatchSize;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of the lab, each as a property. Together they form one {@link BatchSetup}. */
public final class BatchSizeSettings {
    private static final String ESCAPE = "batch.undo.escape";
    private static final String TARGET = "batch.undo.target";

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

    /**
     * Creates settings with initial values.
     *
     * @param check throws a {@link InvalidInputException} if the columns are invalid
     * @param onInvalidInput receives each rejected input
     */
    BatchSizeSettings(BatchSetup first, UndoHistory undo, Consumer<TwoWeightModelSettings> check, Consumer<InvalidInputException> onInvalidInput) {
        settingsState = new SettingsState<>(first, undo, onInvalidInput);
        this.check = check;
        x = column("batch.undo.x", TwoWeightModelSettings::x, BatchSizeSettings::withX);
        y = column("batch.undo.y", TwoWeightModelSettings::y, BatchSizeSettings::withY);
        target = column("batch.undo.targetColumn", TwoWeightModelSettings::target, BatchSizeSettings::withTarget);
        oddSample = settingsState.number(
                "batch.undo.oddSample",
                setup -> setup.model().outlier(),
                (setup, odd) -> setup.withModel(setup.model().withOutlier(odd)));
        batchSize = training("batch.undo.batchSize", BatchSettings::batchSize, BatchSettings::withBatchSize);
        shuffle = training("batch.undo.shuffle", BatchSettings::shuffle, BatchSettings::withShuffle);
        dropLast = training("batch.undo.dropLast", BatchSettings::dropLast, BatchSettings::withDropLast);
        learningRate = settingsState.number(
                "batch.undo.learningRate",
                setup -> setup.training().learningRate(),
                (setup, rate) -> setup.withTraining(setup.training().withLearningRate(rate)));
        scaling = training(
                "batch.undo.scaling",
                BatchSettings::linearScaling,
                (training, on) -> training.withScaling(on, training.referenceBatchSize()));
        scaledFrom = settingsState.number(
                "batch.undo.scaledFrom",
                setup -> (double) setup.training().referenceBatchSize(),
                (setup, from) -> setup.withTraining(
                        setup.training().withScaling(setup.training().linearScaling(), from.intValue())));
        equal = settingsState.part("batch.undo.equal", BatchSetup::comparisonBasis, BatchSetup::withComparisonBasis);
        steps = settingsState.number(
                "batch.undo.steps", setup -> (double) setup.steps(), (setup, n) -> setup.withSteps(n.intValue()));
        epochs = settingsState.number(
                "batch.undo.epochs", setup -> (double) setup.epochs(), (setup, n) -> setup.withEpochs(n.intValue()));
        start = settingsState.part(
                "batch.undo.start",
                BatchSetup::start,
                (setup, weights) -> setup.withStart(weights.get(0), weights.get(1)));
        startX = settingsState.number("batch.undo.start", BatchSetup::startX, (setup, w) -> setup.withStart(w, setup.startY()));
        startY = settingsState.number("batch.undo.start", BatchSetup::startY, (setup, w) -> setup.withStart(setup.startX(), w));
        seed = settingsState.number(
                "batch.undo.seed", setup -> (double) setup.seed(), (setup, n) -> setup.withSeed(n.longValue()));
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
            String undoKey, Function<TwoWeightModelSettings, String> getter, BiFunction<TwoWeightModelSettings, String, TwoWeightModelSettings> setter) {
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
    public ObjectProperty<String> x() {
        return x;
    }

    /** The column of the second weight. */
    public ObjectProperty<String> y() {
        return y;
    }

    /** The target column. */
    public ObjectProperty<String> target() {
        return target;
    }

    /** The size of the artificial outlier; 0 for none. */
    public DoubleProperty oddSample() {
        return oddSample;
    }

    public ObjectProperty<BatchSize> batchSize() {
        return batchSize;
    }

    public ObjectProperty<Boolean> shuffle() {
        return shuffle;
    }

    public ObjectProperty<Boolean> dropLast() {
        return dropLast;
    }

    public DoubleProperty learningRate() {
        return learningRate;
    }

    /** Whether the learning rate is scaled with the batch size. */
    public ObjectProperty<Boolean> scaling() {
        return scaling;
    }

    /** The batch size at which the learning rate applies without scaling. */
    public DoubleProperty scaledFrom() {
        return scaledFrom;
    }

    public ObjectProperty<ComparisonBasis> equal() {
        return equal;
    }

    public DoubleProperty steps() {
        return steps;
    }

    public DoubleProperty epochs() {
        return epochs;
    }

    /** Both weights at which descents start. */
    public ObjectProperty<List<Double>> start() {
        return start;
    }

    /** w₁ at which descents start. */
    public DoubleProperty startX() {
        return startX;
    }

    /** w₂ at which descents start. */
    public DoubleProperty startY() {
        return startY;
    }

    public DoubleProperty seed() {
        return seed;
    }

    /** The target's excess loss as a share of the excess loss at the start. */
    public DoubleProperty targetShare() {
        return targetShare;
    }

    /** Whether each batch size uses its best learning rate. */
    public ObjectProperty<Boolean> bestRate() {
        return bestRate;
    }

    public DoubleProperty targetSeeds() {
        return targetSeeds;
    }

    public DoubleProperty escapeNoise() {
        return escapeNoise;
    }

    public DoubleProperty escapeTilt() {
        return escapeTilt;
    }

    public DoubleProperty escapeSteps() {
        return escapeSteps;
    }

    public DoubleProperty escapeRuns() {
        return escapeRuns;
    }
}
