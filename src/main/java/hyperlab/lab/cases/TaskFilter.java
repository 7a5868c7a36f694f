package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.Metric;

/** Filters cases by task. */
public enum TaskFilter {
    ALL,
    CLASSIFICATION,
    REGRESSION;

    /** Whether questions about several hyperparameters belong to it, which are about classification. */
    boolean hasQuestions() {
        return this != REGRESSION;
    }

    boolean matches(Case workedCase) {
        return switch (this) {
            case ALL -> true;
            case CLASSIFICATION -> workedCase.metric() == Metric.ACCURACY;
            case REGRESSION -> workedCase.metric() == Metric.RMSE;
        };
    }
}
