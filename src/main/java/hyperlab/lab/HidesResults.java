package hyperlab.lab;

import java.util.Set;

/**
 * A lab that can hide its results while a prediction is asked for, and still show what is given, such as the function
 * and the start. FX thread only.
 */
public interface HidesResults {
    void setResultsHidden(boolean hidden);

    /** The parts of the stage that this hides, by their names in lessons; other parts are covered. */
    Set<String> hiddenParts();
}
