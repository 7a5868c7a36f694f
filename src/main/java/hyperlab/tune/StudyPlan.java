package hyperlab.tune;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much work a study is, before it begins. */
public final class StudyPlan {
    private StudyPlan() {}

    /** The epochs of all its trials together, if none of them diverges, fails or ends by its own patience. */
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

    /** How many trials will begin. */
    public static int trials(Study study) {
        if (study.method() instanceof Method.Grid || study.method() instanceof Method.Manual) {
            return study.searcher().next().size();
        }
        return study.trials();
    }

    /**
     * The study with as many trials as cost no more epochs than {@code trials} whole ones; at least one.
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
