package hyperlab.cases;

import hyperlab.data.DataSet;
import hyperlab.nn.Evaluation;
import hyperlab.rule.Refusal;
import hyperlab.train.TrainingRun;

/** By which rows a run that has ended is judged. */
public enum Judge {
    /** By those that choose between settings: they may be looked at again and again. */
    VALIDATION {
        @Override
        public Evaluation of(TrainingRun run) {
            DataSet validation = run.partition().validation();
            run.ensemble().load(run.resultingWeights());
            return run.ensemble().evaluate(validation.features(), validation.targets());
        }
    },
    /** By those that are held out: they are looked at once, at the end. */
    TEST {
        @Override
        public Evaluation of(TrainingRun run) {
            Evaluation test = run.test();
            if (test == null) {
                throw new Refusal("data.testFraction", "> 0", 0);
            }
            return test;
        }
    };

    /**
     * What a run's resulting weights come to.
     *
     * @throws Refusal where there are no such rows
     */
    public abstract Evaluation of(TrainingRun run);
}
