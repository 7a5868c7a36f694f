package hyperlab.tune;

/** What to change after a finding about a search. */
public sealed interface SearchRemedy {
    void applyTo(Target target);

    /** What remedies are applied to. */
    interface Target {
        /** Continues with another study. */
        void changeStudy(TuningStudy study);

        /** Reruns so many of the best trials, each with several seeds. */
        void repeatBest(int trials);
    }

    /** See {@link Target#changeStudy}. */
    record ChangeStudy(TuningStudy study) implements SearchRemedy {
        @Override
        public void applyTo(Target target) {
            target.changeStudy(study);
        }
    }

    /** See {@link Target#repeatBest}. */
    record RepeatBest(int trials) implements SearchRemedy {
        @Override
        public void applyTo(Target target) {
            target.repeatBest(trials);
        }
    }
}
