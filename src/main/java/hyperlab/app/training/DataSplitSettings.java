package hyperlab.app.training;

import hyperlab.data.Parting;
import hyperlab.text.NumberFormats;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the split: the test set, the seed of the split, and cross-validation folds as an alternative to a
 * training fraction.
 */
final class DataSplitSettings {
    private final Setting<Double> testFraction;
    private final Setting<Boolean> separateSeed;
    private final Setting<Long> splitSeed;
    private final Setting<Integer> folds;
    private final Setting<Integer> fold;

    DataSplitSettings(SettingFactory factory) {
        testFraction = setting(
                factory,
                "training.testFraction",
                Parting::testFraction,
                Parting::withTestFraction,
                share -> LocalizedText.literal(NumberFormats.format(100 * share) + "\u00a0%"));
        separateSeed = factory.setting(
                "training.ownSplit",
                e -> e.data().parting().splitSeed() != null,
                (e, separate) -> e.withData(
                        e.data().withParting(e.data().parting().withSplitSeed(separate ? (Long) e.seed() : null))),
                LocalizedText::onOrOff);
        splitSeed = setting(
                factory,
                "training.splitSeed",
                Parting::splitSeed,
                (split, seed) -> split.splitSeed() == null ? split : split.withSplitSeed(seed),
                seed -> LocalizedText.literal(seed.toString()));
        folds = setting(
                factory,
                "training.folds",
                Parting::folds,
                (split, count) -> split.withFold(count, split.fold() < count ? split.fold() : 0),
                count -> count == 0 ? LocalizedText.of("training.folds.none") : LocalizedText.literal(count.toString()));
        fold = setting(
                factory,
                "training.fold",
                split -> split.folds() == 0 ? null : (Integer) split.fold(),
                (split, index) -> split.folds() == 0 ? split : split.withFold(split.folds(), index),
                index -> LocalizedText.literal(index.toString()));
    }

    private static <T> Setting<T> setting(
            SettingFactory factory,
            String nameKey,
            Function<Parting, @Nullable T> get,
            BiFunction<Parting, T, Parting> with,
            Function<T, LocalizedText> describe) {
        return factory.data(
                nameKey,
                data -> get.apply(data.parting()),
                (data, value) -> data.withParting(with.apply(data.parting(), value)),
                describe);
    }

    /** The fraction of rows in the test set; 0 for none. */
    Setting<Double> testFraction() {
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
