package hyperlab.lab.training.settings;

import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PointSet;
import hyperlab.data.SplitOrder;
import hyperlab.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** The settings of the samples: the data source, number of samples, noise and split. */
public final class SampleSettings {
    /** The name key of the drawn points. */
    static final String POINTS = "training.points";

    static final String SAMPLES = "training.samples";

    /** The value of the sample setting that means the source's default number. */
    static final int SOURCE_DEFAULT = Integer.MAX_VALUE;

    private final Setting<String> source;
    private final Setting<PointSet> points;
    private final Setting<Integer> samples;
    private final Setting<Double> noise;
    private final Setting<Double> trainFraction;
    private final Setting<SplitOrder> split;
    private final Setting<Boolean> standardize;
    private final DataSplitSettings splitSettings;

    SampleSettings(SettingFactory factory) {
        source = factory.setting(
                "training.source", e -> e.data().source(), DataEdits::withSource, SampleSettings::sourceText);
        points = factory.setting(
                POINTS,
                e -> e.data().points(),
                DataEdits::withPoints,
                drawn -> LocalizedText.literal(Integer.toString(drawn.size())));
        samples = factory.data(
                SAMPLES,
                DataSettings::samples,
                (data, n) -> data.withSamples(n == SOURCE_DEFAULT ? null : n),
                n -> LocalizedText.literal(n.toString()));
        noise = factory.data("training.noise", DataSettings::noise, DataSettings::withNoise, LocalizedText::number);
        trainFraction = factory.data(
                "training.trainFraction",
                DataSettings::trainFraction,
                DataSettings::withTrainFraction,
                share -> LocalizedText.literal(NumberFormats.format(100 * share) + " %"));
        split = factory.data(
                "training.split",
                DataSettings::split,
                DataSettings::withSplit,
                order -> LocalizedText.of("training.split." + order.fileName()));
        standardize = factory.data(
                "training.standardize",
                DataSettings::standardize,
                DataSettings::withStandardize,
                LocalizedText::onOrOff);
        splitSettings = new DataSplitSettings(factory);
    }

    public Setting<String> source() {
        return source;
    }

    /** The points that were drawn; null unless the source is {@code points}. Setting them makes them the source. */
    public Setting<PointSet> points() {
        return points;
    }

    /** The number of samples; null for the source's default. */
    public Setting<Integer> samples() {
        return samples;
    }

    public Setting<Double> noise() {
        return noise;
    }

    public Setting<Double> trainFraction() {
        return trainFraction;
    }

    Setting<SplitOrder> split() {
        return split;
    }

    public Setting<Boolean> standardize() {
        return standardize;
    }

    /** Test set, folds and split seed. */
    public DataSplitSettings splitSettings() {
        return splitSettings;
    }

    /**
     * The difference in the number of samples. Null if there is none: the default of a source belongs to the source, and
     * drawn points have no number of their own.
     */
    static @Nullable SettingDifference countDifference(DataSettings before, DataSettings after) {
        boolean sameSource = before.source().equals(after.source());
        boolean defaults = hasDefaultCount(before) && hasDefaultCount(after);
        boolean drawn = before.points() != null || after.points() != null;
        if (!sameSource && (defaults || drawn)) {
            return null;
        }
        LocalizedText old = countText(before);
        LocalizedText now = countText(after);
        return old.equals(now) ? null : new SettingDifference(SAMPLES, old, now);
    }

    private static boolean hasDefaultCount(DataSettings data) {
        Integer count = data.samples();
        return count == null || (DataSplitter.isGenerated(data) && count == DataGenerator.DEFAULT_SAMPLES);
    }

    /** The number of samples in words: that of the source if none is chosen. */
    static LocalizedText countText(DataSettings data) {
        Integer count = data.samples();
        if (count != null) {
            return LocalizedText.literal(count.toString());
        }
        return DataSplitter.isGenerated(data)
                ? LocalizedText.literal(Integer.toString(DataGenerator.DEFAULT_SAMPLES))
                : LocalizedText.of("training.samples.all");
    }

    static LocalizedText sourceText(String source) {
        return LocalizedText.of("training.source." + source);
    }
}
