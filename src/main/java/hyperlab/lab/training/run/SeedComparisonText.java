package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.LocalizedText;
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
public record SeedComparisonText(
        SeedStudyViewModel.SeedComparison comparison, LocalizedText first, LocalizedText second) {
    private static final String LOSS = "training.seeds";
    private static final String ACCURACY = "training.seeds.accuracy";

    /** The comparison of losses and, for classification, accuracies. */
    public List<LocalizedText> all() {
        List<LocalizedText> statements = new ArrayList<>(losses());
        statements.addAll(accuracies());
        statements.addAll(diverged());
        return statements;
    }

    /** The comparison of the quantity that the chart shows; empty for charts other than loss and accuracy. */
    public List<LocalizedText> forChart(StageChart chart) {
        if (chart != StageChart.LOSS && chart != StageChart.ACCURACY) {
            return List.of();
        }
        List<LocalizedText> statements = new ArrayList<>(chart == StageChart.LOSS ? losses() : accuracies());
        statements.addAll(diverged());
        return statements;
    }

    private List<LocalizedText> losses() {
        PairedDifference loss = comparison.loss();
        return loss == null ? List.of() : statements(LOSS, loss, loss.lowerCount(), 1, loss.mean() < 0);
    }

    /** In percentage points. */
    private List<LocalizedText> accuracies() {
        PairedDifference accuracy = comparison.accuracy();
        return accuracy == null
                ? List.of()
                : statements(ACCURACY, accuracy, accuracy.higherCount(), 100, accuracy.mean() > 0);
    }

    private List<LocalizedText> statements(
            String key, PairedDifference difference, int wins, double unit, boolean secondWins) {
        boolean settled = difference.isSignificant();
        // Of a settled difference, the sentence names the better one, and the numbers say by how much.
        double factor = settled ? Math.signum(difference.mean()) * unit : unit;
        double from = factor * difference.from();
        double to = factor * difference.to();
        return List.of(
                LocalizedText.of(
                        key + ".wins", second, first, Integer.toString(wins), Integer.toString(difference.pairs())),
                LocalizedText.of(
                        key + (settled ? ".settled" : ".open"),
                        secondWins ? second : first,
                        second,
                        first,
                        number(factor * difference.mean()),
                        number(Math.min(from, to)),
                        number(Math.max(from, to))));
    }

    private List<LocalizedText> diverged() {
        return comparison.firstDiverged() + comparison.secondDiverged() == 0
                ? List.of()
                : List.of(LocalizedText.of(
                        "training.seeds.diverged",
                        first,
                        Integer.toString(comparison.firstDiverged()),
                        second,
                        Integer.toString(comparison.secondDiverged()),
                        Integer.toString(comparison.pairs())));
    }

    private static LocalizedText number(double value) {
        return LocalizedText.literal(NumberFormats.format(value, 3));
    }
}
