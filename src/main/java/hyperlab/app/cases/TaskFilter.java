package hyperlab.app.cases;

import hyperlab.cases.Case;
import hyperlab.cases.Measure;

/** Which cases are looked at, by what they predict. */
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
