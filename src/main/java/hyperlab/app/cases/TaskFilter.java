package hyperlab.app.cases;

import hyperlab.cases.Case;
import hyperlab.cases.Measure;

/** Filters cases by task. */
public enum TaskFilter {
    ALL,
    CLASSIFICATION,
    REGRESSION;

    boolean holds(Case one) {
        return switch (this) {
            case ALL -> true;
            case CLASSIFICATION -> one.measure() == Measure.ACCURACY;
            case REGRESSION -> one.measure() == Measure.RMSE;
        };
    }
}
