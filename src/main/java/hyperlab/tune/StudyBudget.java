package hyperlab.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the cost of a study in advance. */
public final class StudyBudget {
    private StudyBudget() {}

    /**
     * Trials that train for the same number of epochs without a comparison in between.
     *
     * @param epochs for each of them, in addition to those of earlier rounds
     */
    public record Round(int trials, int epochs) {}

    /** The rounds of a search that stops trials early, in order, if no trial diverges, fails or stops on its own. */
    public static List<Round> rounds(TuningStudy study) {
        Searcher searcher = study.createSearcher();
        Map<Integer, Integer> reached = new HashMap<>();
        List<Round> rounds = new ArrayList<>();
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            for (Job job : jobs) {
                Integer before = reached.put(job.trial(), job.epochs());
                int epochs = job.epochs() - (before == null ? 0 : before);
                int last = rounds.size() - 1;
                if (last >= 0 && rounds.get(last).epochs() == epochs) {
                    rounds.set(last, new Round(rounds.get(last).trials() + 1, epochs));
                } else {
                    rounds.add(new Round(1, epochs));
                }
            }
            double[] costs = new double[jobs.size()];
            Arrays.setAll(costs, i -> i);
            searcher.report(jobs, costs);
        }
        return rounds;
    }

    /** The total epochs of all trials if none of them diverges, fails or stops early on its own. */
    public static long epochs(TuningStudy study) {
        if (study.method() instanceof SearchMethod.Bayesian) {
            return (long) study.trials() * study.epochs();
        }
        return rounds(study).stream()
                .mapToLong(round -> (long) round.trials() * round.epochs())
                .sum();
    }

    /** The number of trials that will start; of recorded trials, one more than the last number. */
    public static int trials(TuningStudy study) {
        if (study.method() instanceof SearchMethod.Recorded recorded) {
            List<SearchMethod.Recorded.RecordedTrial> all = recorded.trials();
            return all.isEmpty() ? 0 : all.get(all.size() - 1).number() + 1;
        }
        if (study.method() instanceof SearchMethod.Grid || study.method() instanceof SearchMethod.Manual) {
            return study.createSearcher().next().size();
        }
        return study.trials();
    }

    /**
     * Returns the study with the largest number of trials that costs no more epochs than {@code trials} full ones; at
     * least one.
     *
     * @param trials 1 … {@value TuningStudy#MAX_TRIALS}
     */
    public static TuningStudy withinBudget(TuningStudy study, int trials) {
        long budget = (long) trials * study.epochs();
        if (!study.method().stopsEarly()) {
            return study.withTrials(trials);
        }
        int low = 1;
        int high = (int) Math.min(TuningStudy.MAX_TRIALS, Math.max(1, budget));
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (epochs(study.withTrials(middle)) <= budget) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return study.withTrials(low);
    }
}
