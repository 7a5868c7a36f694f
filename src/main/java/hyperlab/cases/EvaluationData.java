package hyperlab.cases;

import hyperlab.data.DataSet;
import hyperlab.nn.Evaluation;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.TrainingRun;

/** The rows on which a completed run is evaluated. */
public enum EvaluationData {
    /** The validation rows, which are used to choose settings and can be evaluated any number of times. */
    VALIDATION {
        @Override
        public Evaluation of(TrainingRun run) {
            DataSet validation = run.partition().validation();
            run.ensemble().load(run.resultingWeights());
            return run.ensemble().evaluate(validation.features(), validation.targets());
        }
    },
    /** The held-out test rows, which are evaluated once, at the end. */
    TEST {
        @Override
        public Evaluation of(TrainingRun run) {
            Evaluation test = run.test();
            if (test == null) {
                throw new InvalidInputException("data.testFraction", Rule.ABOVE_ZERO, 0);
            }
            return test;
        }
    };

    /**
     * Evaluates a run's resulting weights.
     *
     * @throws InvalidInputException if there are no such rows
     */
    public abstract Evaluation of(TrainingRun run);
}
