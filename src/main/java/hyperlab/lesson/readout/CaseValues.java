package hyperlab.lesson.readout;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.train.Quantiles;
import java.util.Optional;

/** The recorded scores of a worked case; {@code hyperlab case} reruns them. A selector with a name is a tuned key. */
final class CaseValues implements LabValues {
    private final Case subject;

    CaseValues(Case subject) {
        this.subject = subject;
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        return switch (name) {
            case "before" -> median(Configuration.BEFORE);
            case "after" -> median(Configuration.AFTER);
            case "linear" -> median(Configuration.LINEAR);
            case "changedAlone" ->
                key(run).map(Configuration::changedAlone).map(this::median).orElse(Double.NaN);
            case "setBackAlone" ->
                key(run).map(Configuration::setBackAlone).map(this::median).orElse(Double.NaN);
            case "seeds" -> subject.recordedScores().seeds();
            case "wins" -> wins();
            default -> Double.NaN;
        };
    }

    /** The tuned key that a selector names by its end: {@code activation} is {@code network.activation.name}. */
    private Optional<String> key(RunSelector run) {
        return run instanceof RunSelector.OfName of
                ? subject.recordedScores().keys().stream()
                        .filter(key -> ("." + key.replaceFirst("\\.name$", "")).endsWith("." + of.name()))
                        .findFirst()
                : Optional.empty();
    }

    private double[] scores(Configuration configuration) {
        return subject.recordedScores().of(configuration).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private double median(Configuration configuration) {
        double[] scores = scores(configuration);
        return scores.length == 0 ? Double.NaN : Quantiles.of(scores).median();
    }

    /** The number of seeds for which the tuned settings have the better score. */
    private int wins() {
        double[] before = scores(Configuration.BEFORE);
        double[] after = scores(Configuration.AFTER);
        int wins = 0;
        for (int seed = 0; seed < Math.min(before.length, after.length); seed++) {
            boolean better =
                    subject.metric().isLargerBetter() ? after[seed] > before[seed] : after[seed] < before[seed];
            wins += better ? 1 : 0;
        }
        return wins;
    }

    @Override
    public double[] series(String name, RunSelector run) {
        return switch (name) {
            case "beforeScore" -> scores(Configuration.BEFORE);
            case "afterScore" -> scores(Configuration.AFTER);
            default -> NONE;
        };
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        return Double.NaN;
    }

    @Override
    public int lastIndex(RunSelector run) {
        return Math.max(0, subject.recordedScores().seeds() - 1);
    }

    @Override
    public boolean changesDuringRun() {
        return false;
    }
}
