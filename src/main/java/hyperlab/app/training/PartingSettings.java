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
final class PartingSettings {
    private final Setting<Double> testFraction;
    private final Setting<Boolean> ownSplit;
    private final Setting<Long> splitSeed;
    private final Setting<Integer> folds;
    private final Setting<Integer> fold;

    PartingSettings(SettingMaker maker) {
        testFraction = setting(
                maker,
                "training.testFraction",
                Parting::testFraction,
                Parting::withTestFraction,
                share -> Words.plain(NumberFormats.format(100 * share) + "\u00a0%"));
        ownSplit = maker.setting(
                "training.ownSplit",
                e -> e.data().parting().splitSeed() != null,
                (e, own) -> e.withData(
                        e.data().withParting(e.data().parting().withSplitSeed(own ? (Long) e.seed() : null))),
                Words::onOrOff);
        splitSeed = setting(
                maker,
                "training.splitSeed",
                Parting::splitSeed,
                (parting, seed) -> parting.splitSeed() == null ? parting : parting.withSplitSeed(seed),
                seed -> Words.plain(seed.toString()));
        folds = setting(
                maker,
                "training.folds",
                Parting::folds,
                (parting, count) -> parting.withFold(count, parting.fold() < count ? parting.fold() : 0),
                count -> count == 0 ? Words.of("training.folds.none") : Words.plain(count.toString()));
        fold = setting(
                maker,
                "training.fold",
                parting -> parting.folds() == 0 ? null : (Integer) parting.fold(),
                (parting, place) -> parting.folds() == 0 ? parting : parting.withFold(parting.folds(), place),
                place -> Words.plain(place.toString()));
    }

    private static <T> Setting<T> setting(
            SettingMaker maker,
            String nameKey,
            Function<Parting, @Nullable T> get,
            BiFunction<Parting, T, Parting> with,
            Function<T, Words> say) {
        return maker.data(
                nameKey,
                data -> get.apply(data.parting()),
                (data, value) -> data.withParting(with.apply(data.parting(), value)),
                say);
    }

    /** The fraction of rows in the test set; 0 for none. */
    Setting<Double> testFraction() {
        return testFraction;
    }

    /** Whether the split uses its own seed instead of the experiment's. */
    Setting<Boolean> ownSplit() {
        return ownSplit;
    }

    /** The seed of the split; null unless the split uses its {@link #ownSplit own}. */
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
