package hyperlab.file.optuna;

import hyperlab.file.Documents;
import hyperlab.tune.TrialCurve;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Chooses the trials of a very large study that fit into a document: one half are the best completed trials, the other
 * half are spread evenly over the rest in the order of their numbers, the first and the last included, so that the
 * charts still show where the search has been.
 *
 * @param keys of the space
 * @param largerIsBetter whether larger values of the objective are better
 */
record OptunaSelection(Set<String> keys, boolean largerIsBetter) {
    /** Leaves room for the space, the experiment, and trials that are longer than the average. */
    private static final long MAX_BYTES = Documents.MAX_BYTES / 4 * 3;

    // A document with a trial more is longer by about so many bytes, or a little less.
    private static final int TRIAL_BYTES = 240;
    private static final int VALUE_BYTES = 24;
    private static final int POINT_BYTES = 64;

    /** The trials that fit, in the order of their numbers. */
    List<OptunaTrial> fitting(List<OptunaTrial> trials) {
        long curves =
                trials.stream().filter(trial -> trial.curve().recorded() > 0).count();
        int share = TrialCurve.share((int) curves);
        long bytes = trials.stream().mapToLong(trial -> bytes(trial, share)).sum();
        return bytes <= MAX_BYTES ? trials : select(trials, (int) (trials.size() * MAX_BYTES / bytes));
    }

    private long bytes(OptunaTrial trial, int share) {
        long bytes = TRIAL_BYTES
                + (long) POINT_BYTES * Math.min(share, trial.curve().steps().size());
        for (String key : keys) {
            bytes += VALUE_BYTES + utf8(key) + utf8(trial.values().getOrDefault(key, ""));
        }
        return bytes;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The {@code count} best and most evenly spread trials. */
    List<OptunaTrial> select(List<OptunaTrial> trials, int count) {
        Comparator<OptunaTrial> byValue = Comparator.comparingDouble(OptunaTrial::value);
        List<OptunaTrial> kept = new ArrayList<>(trials.stream()
                .filter(trial -> trial.state() == OptunaTrial.OptunaState.COMPLETE && Double.isFinite(trial.value()))
                .sorted(largerIsBetter ? byValue.reversed() : byValue)
                .limit(count - count / 2)
                .toList());
        Set<Integer> best = Set.copyOf(kept.stream().map(OptunaTrial::number).toList());
        List<OptunaTrial> rest =
                trials.stream().filter(trial -> !best.contains(trial.number())).toList();
        int spread = count - kept.size();
        int gaps = Math.max(1, spread - 1);
        for (int i = 0; i < spread; i++) {
            kept.add(rest.get((int) ((long) i * (rest.size() - 1) / gaps)));
        }
        kept.sort(Comparator.comparingInt(OptunaTrial::number));
        return kept;
    }
}
