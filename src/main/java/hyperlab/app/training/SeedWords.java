package hyperlab.app.training;

import hyperlab.text.Numbers;
import hyperlab.train.PairedDifference;
import java.util.ArrayList;
import java.util.List;

/** What two experiments under the same seeds come to, said as far as the numbers bear. */
final class SeedWords {
    private SeedWords() {}

    /**
     * The second against the first.
     *
     * @param first what the first is called
     * @param second what the second is called
     */
    static List<Words> say(SeedRuns.Comparison comparison, Words first, Words second) {
        List<Words> said = new ArrayList<>();
        PairedDifference loss = comparison.loss();
        if (loss != null) {
            said.add(Words.of(
                    "training.seeds.wins",
                    second,
                    first,
                    Integer.toString(loss.lower()),
                    Integer.toString(loss.pairs())));
            said.add(Words.of(
                    "training.seeds.interval",
                    signed(loss.mean()),
                    signed(loss.from()),
                    signed(loss.to()),
                    second,
                    first));
            said.add(
                    loss.isSettled()
                            ? Words.of("training.seeds.settled", loss.mean() < 0 ? second : first)
                            : Words.of("training.seeds.open"));
        }
        if (comparison.firstDiverged() + comparison.secondDiverged() > 0) {
            said.add(Words.of(
                    "training.seeds.diverged",
                    first,
                    Integer.toString(comparison.firstDiverged()),
                    second,
                    Integer.toString(comparison.secondDiverged()),
                    Integer.toString(comparison.pairs())));
        }
        return said;
    }

    private static Words signed(double value) {
        return Words.plain(Numbers.show(value, 3));
    }
}
