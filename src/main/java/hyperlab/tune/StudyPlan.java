package hyperlab.tune;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the cost of a study in advance. */
public final class StudyPlan {
    private StudyPlan() {}

    /** The total epochs of all trials if none of them diverges, fails or stops early on its own. */
    public static long epochs(Study study) {
        if (study.method() instanceof Method.Bayesian) {
            return (long) study.trials() * study.epochs();
        }
        Searcher searcher = study.searcher();
        Map<Integer, Integer> reached = new HashMap<>();
        long epochs = 0;
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            for (Job job : jobs) {
                Integer before = reached.put(job.trial(), job.epochs());
                epochs += job.epochs() - (before == null ? 0 : before);
            }
            double[] costs = new double[jobs.size()];
            Arrays.setAll(costs, i -> i);
            searcher.tell(jobs, costs);
        }
        return epochs;
    }

    /** The number of trials that will start. */
    public static int trials(Study study) {
        if (study.method() instanceof Method.Grid || study.method() instanceof Method.Manual) {
            return study.searcher().next().size();
        }
        return study.trials();
    }

    /**
     * Returns the study with the largest number of trials that costs no more epochs than {@code trials} full ones; at
     * least one.
     *
     * @param trials 1 … {@value Study#MOST_TRIALS}
     */
    public static Study within(Study study, int trials) {
        long budget = (long) trials * study.epochs();
        if (!study.method().stopsEarly()) {
            return study.withTrials(trials);
        }
        int low = 1;
        int high = (int) Math.min(Study.MOST_TRIALS, Math.max(1, budget));
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
