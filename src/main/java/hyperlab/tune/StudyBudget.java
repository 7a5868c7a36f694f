package hyperlab.tune;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the cost of a study in advance. */
public final class StudyBudget {
    private StudyBudget() {}

    /** The total epochs of all trials if none of them diverges, fails or stops early on its own. */
    public static long epochs(TuningStudy study) {
        if (study.method() instanceof SearchMethod.Bayesian) {
            return (long) study.trials() * study.epochs();
        }
        Searcher searcher = study.createSearcher();
        Map<Integer, Integer> reached = new HashMap<>();
        long epochs = 0;
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            for (Job job : jobs) {
                Integer before = reached.put(job.trial(), job.epochs());
                epochs += job.epochs() - (before == null ? 0 : before);
            }
            double[] costs = new double[jobs.size()];
            Arrays.setAll(costs, i -> i);
            searcher.report(jobs, costs);
        }
        return epochs;
    }

    /** The number of trials that will start. */
    public static int trials(TuningStudy study) {
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
