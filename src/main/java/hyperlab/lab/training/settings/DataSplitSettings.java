package hyperlab.lab.training.settings;

import hyperlab.data.SplitSettings;
import hyperlab.text.NumberFormats;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the split: the test set, the seed of the split, and cross-validation folds as an alternative to a
 * training fraction.
 */
public final class DataSplitSettings {
    private final Setting<Double> testFraction;
    private final Setting<Boolean> separateSeed;
    private final Setting<Long> splitSeed;
    private final Setting<Integer> folds;
    private final Setting<Integer> fold;

    DataSplitSettings(SettingFactory factory) {
        testFraction = setting(
                factory,
                "training.testFraction",
                SplitSettings::testFraction,
                SplitSettings::withTestFraction,
                share -> LocalizedText.literal(NumberFormats.format(100 * share) + "\u00a0%"));
        separateSeed = factory.setting(
                "training.ownSplit",
                e -> e.data().splitSettings().splitSeed() != null,
                (e, separate) -> e.withData(e.data()
                        .withSplitSettings(e.data().splitSettings().withSplitSeed(separate ? (Long) e.seed() : null))),
                LocalizedText::onOrOff);
        splitSeed = setting(
                factory,
                "training.splitSeed",
                SplitSettings::splitSeed,
                (split, seed) -> split.splitSeed() == null ? split : split.withSplitSeed(seed),
                seed -> LocalizedText.literal(seed.toString()));
        folds = setting(
                factory,
                "training.folds",
                SplitSettings::folds,
                (split, count) -> split.withFolds(count, split.fold() < count ? split.fold() : 0),
                count ->
                        count == 0 ? LocalizedText.of("training.folds.none") : LocalizedText.literal(count.toString()));
        fold = setting(
                factory,
                "training.fold",
                split -> split.folds() == 0 ? null : (Integer) split.fold(),
                (split, index) -> split.folds() == 0 ? split : split.withFolds(split.folds(), index),
                index -> LocalizedText.literal(index.toString()));
    }

    private static <T> Setting<T> setting(
            SettingFactory factory,
            String nameKey,
            Function<SplitSettings, @Nullable T> get,
            BiFunction<SplitSettings, T, SplitSettings> with,
            Function<T, LocalizedText> describe) {
        return factory.data(
                nameKey,
                data -> get.apply(data.splitSettings()),
                (data, value) -> data.withSplitSettings(with.apply(data.splitSettings(), value)),
                describe);
    }

    /** The fraction of rows in the test set; 0 for none. */
    public Setting<Double> testFraction() {
        return testFraction;
    }

    /** Whether the split uses its own seed instead of the experiment's. */
    Setting<Boolean> separateSeed() {
        return separateSeed;
    }

    /** The seed of the split; null unless the split uses its {@link #separateSeed own}. */
    Setting<Long> splitSeed() {
        return splitSeed;
    }

    /** The number of folds; 0 for none. */
    Setting<Integer> folds() {
        return folds;
    }

    /** The index of the validation fold, from 0; null without folds. */
    Setting<Integer> fold() {
        return fold;
    }
}
