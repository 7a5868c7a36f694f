package hyperlab.app.training;

import hyperlab.data.DataSettings;
import hyperlab.data.SplitOrder;
import hyperlab.text.NumberFormats;

/** The settings of the samples: the data source, number of samples, noise and split. */
final class SampleSettings {
    /** The value of the sample setting that means the source's default number. */
    static final int ALL = Integer.MAX_VALUE;

    private final Setting<String> source;
    private final Setting<Integer> samples;
    private final Setting<Double> noise;
    private final Setting<Double> trainFraction;
    private final Setting<SplitOrder> split;
    private final Setting<Boolean> standardize;
    private final PartingSettings parting;

    SampleSettings(SettingMaker maker) {
        source = maker.setting(
                "training.source", e -> e.data().source(), DataEdits::withSource, SampleSettings::saySource);
        samples = maker.data(
                "training.samples",
                DataSettings::samples,
                (data, n) -> data.withSamples(n == ALL ? null : n),
                n -> Words.plain(n.toString()));
        noise = maker.data("training.noise", DataSettings::noise, DataSettings::withNoise, Words::number);
        trainFraction = maker.data(
                "training.trainFraction",
                DataSettings::trainFraction,
                DataSettings::withTrainFraction,
                share -> Words.plain(NumberFormats.format(100 * share) + " %"));
        split = maker.data(
                "training.split",
                DataSettings::split,
                DataSettings::withSplit,
                order -> Words.of("training.split." + order.fileName()));
        standardize = maker.data(
                "training.standardize", DataSettings::standardize, DataSettings::withStandardize, Words::onOrOff);
        parting = new PartingSettings(maker);
    }

    Setting<String> source() {
        return source;
    }

    /** The number of samples; null for the source's default. */
    Setting<Integer> samples() {
        return samples;
    }

    Setting<Double> noise() {
        return noise;
    }

    Setting<Double> trainFraction() {
        return trainFraction;
    }

    Setting<SplitOrder> split() {
        return split;
    }

    Setting<Boolean> standardize() {
        return standardize;
    }

    /** Test set, folds and split seed. */
    PartingSettings parting() {
        return parting;
    }

    static Words saySource(String source) {
        return Words.of("training.source." + source);
    }
}
