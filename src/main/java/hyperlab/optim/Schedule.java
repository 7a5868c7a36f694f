package hyperlab.optim;

import hyperlab.rule.Checks;

/**
 * How the learning rate changes over the epochs e = 0, 1, … of E in total. With w warm-up epochs it is
 * {@code rate·(e + 1)/w} while e &lt; w. After that, the schedule's own formula applies with t = e − w and T = E − w.
 */
public sealed interface Schedule {
    /** The name in files: {@code constant}, {@code step}, {@code exponential}, {@code cosine}. */
    String name();

    /** The number of epochs with linear warm-up, ≥ 0. */
    int warmup();

    /**
     * The learning rate at epoch {@code t} of {@code total} epochs after warm-up.
     *
     * @param rate the base learning rate
     */
    double rateAfterWarmup(double rate, int t, int total);

    /**
     * The learning rate at epoch {@code epoch}, counted from 0, of {@code epochs} epochs.
     *
     * @param rate the base learning rate
     */
    default double rateAt(double rate, int epoch, int epochs) {
        return epoch < warmup()
                ? rate * (epoch + 1) / warmup()
                : rateAfterWarmup(rate, epoch - warmup(), epochs - warmup());
    }

    /** Always the base rate. */
    record ConstantRate(int warmup) implements Schedule {
        public static final ConstantRate DEFAULT = new ConstantRate(0);

        public ConstantRate {
            Checks.atLeast("warmup", warmup, 0);
        }

        @Override
        public String name() {
            return "constant";
        }

        @Override
        public double rateAfterWarmup(double rate, int t, int total) {
            return rate;
        }
    }

    /** {@code rate·factor^⌊t/every⌋}. */
    record StepDecay(int every, double factor, int warmup) implements Schedule {
        public static final StepDecay DEFAULT = new StepDecay(10, 0.1, 0);

        public StepDecay {
            Checks.atLeast("every", every, 1);
            Checks.positive("factor", factor);
            Checks.atLeast("warmup", warmup, 0);
        }

        @Override
        public String name() {
            return "step";
        }

        @Override
        public double rateAfterWarmup(double rate, int t, int total) {
            return rate * Math.pow(factor, Math.floorDiv(t, every));
        }
    }

    /** {@code rate·factorᵗ}. */
    record ExponentialDecay(double factor, int warmup) implements Schedule {
        public static final ExponentialDecay DEFAULT = new ExponentialDecay(0.95, 0);

        public ExponentialDecay {
            Checks.positive("factor", factor);
            Checks.atLeast("warmup", warmup, 0);
        }

        @Override
        public String name() {
            return "exponential";
        }

        @Override
        public double rateAfterWarmup(double rate, int t, int total) {
            return rate * Math.pow(factor, t);
        }
    }

    /** {@code floor + (rate − floor)(1 + cos(πt/T))/2} (Loshchilov and Hutter 2017, equation 5, without restarts). */
    record CosineAnnealing(double floor, int warmup) implements Schedule {
        public static final CosineAnnealing DEFAULT = new CosineAnnealing(0, 0);

        public CosineAnnealing {
            Checks.notNegative("floor", floor);
            Checks.atLeast("warmup", warmup, 0);
        }

        @Override
        public String name() {
            return "cosine";
        }

        @Override
        public double rateAfterWarmup(double rate, int t, int total) {
            return floor + (rate - floor) * (1 + Math.cos(Math.PI * t / total)) / 2;
        }
    }
}
