package hyperlab.app.training;

import hyperlab.text.NumberFormats;
import hyperlab.train.PairedDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes the comparison of two experiments under the same seeds, the second relative to the first, without claiming
 * more than the numbers support.
 *
 * @param comparison the numbers
 * @param first name of the first experiment
 * @param second name of the second experiment
 */
record SeedWords(SeedRuns.Comparison comparison, Words first, Words second) {
    private static final String LOSS = "training.seeds";
    private static final String ACCURACY = "training.seeds.accuracy";

    /** The comparison of losses and, for classification, accuracies. */
    List<Words> all() {
        List<Words> said = new ArrayList<>(losses());
        said.addAll(accuracies());
        said.addAll(diverged());
        return said;
    }

    /** The comparison of the quantity that the chart shows; empty for charts other than loss and accuracy. */
    List<Words> of(StageChart chart) {
        if (chart != StageChart.LOSS && chart != StageChart.ACCURACY) {
            return List.of();
        }
        List<Words> said = new ArrayList<>(chart == StageChart.LOSS ? losses() : accuracies());
        said.addAll(diverged());
        return said;
    }

    private List<Words> losses() {
        PairedDifference loss = comparison.loss();
        return loss == null ? List.of() : said(LOSS, loss, loss.lower(), 1, loss.mean() < 0);
    }

    /** In percentage points. */
    private List<Words> accuracies() {
        PairedDifference accuracy = comparison.accuracy();
        return accuracy == null ? List.of() : said(ACCURACY, accuracy, accuracy.higher(), 100, accuracy.mean() > 0);
    }

    private List<Words> said(String key, PairedDifference difference, int wins, double unit, boolean secondWins) {
        return List.of(
                Words.of(key + ".wins", second, first, Integer.toString(wins), Integer.toString(difference.pairs())),
                Words.of(
                        key + ".interval",
                        shown(unit * difference.mean()),
                        shown(unit * difference.from()),
                        shown(unit * difference.to()),
                        second,
                        first),
                difference.isSettled()
                        ? Words.of(key + ".settled", secondWins ? second : first)
                        : Words.of(key + ".open"));
    }

    private List<Words> diverged() {
        return comparison.firstDiverged() + comparison.secondDiverged() == 0
                ? List.of()
                : List.of(Words.of(
                        "training.seeds.diverged",
                        first,
                        Integer.toString(comparison.firstDiverged()),
                        second,
                        Integer.toString(comparison.secondDiverged()),
                        Integer.toString(comparison.pairs())));
    }

    private static Words shown(double value) {
        return Words.plain(NumberFormats.format(value, 3));
    }
}
