package hyperlab.lesson.expression;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is evaluated against.
 *
 * @param run the run that {@code of} selected
 * @param variable the bound variable; null for none
 * @param bound its value
 */
record Scope(Readouts readouts, RunSelector run, @Nullable String variable, double bound) {
    Scope withReadouts(Readouts other) {
        return new Scope(other, run, variable, bound);
    }

    Scope withRun(RunSelector other) {
        return new Scope(readouts, other, variable, bound);
    }
}
