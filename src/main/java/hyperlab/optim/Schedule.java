package hyperlab.optim;

import hyperlab.rule.Checks;
import hyperlab.rule.Component;
import hyperlab.rule.ConstantMapper;
import java.util.List;

/**
 * How the learning rate changes over the epochs e = 0, 1, … of E in total. With w warm-up epochs it is
 * {@code rate·(e + 1)/w} while e &lt; w. After that, the schedule's own formula applies with t = e − w and T = E − w.
 */
public sealed interface Schedule extends Component<Schedule> {
    /** All schedules with their default constants, in the order used in files. */
    static List<Schedule> all() {
        return List.of(ConstantRate.DEFAULT, StepDecay.DEFAULT, ExponentialDecay.DEFAULT, CosineAnnealing.DEFAULT);
    }

    /**
     * The schedule with this name, with its default constants.
     *
     * @throws IllegalArgumentException if there is no such schedule
     */
    static Schedule byName(String name) {
        return Component.named(name, all());
    }

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

    /** Whether every epoch has the base rate. */
    default boolean isConstant() {
        return false;
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each schedule.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(ConstantRate constant);

        R visit(StepDecay step);

        R visit(ExponentialDecay exponential);

        R visit(CosineAnnealing cosine);
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
        public ConstantRate mapConstants(ConstantMapper mapper) {
            return new ConstantRate(mapper.integer(ScheduleConstant.WARMUP, warmup));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public boolean isConstant() {
            return warmup == 0;
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
        public StepDecay mapConstants(ConstantMapper mapper) {
            return new StepDecay(
                    mapper.integer(ScheduleConstant.EVERY, every),
                    mapper.number(ScheduleConstant.FACTOR, factor),
                    mapper.integer(ScheduleConstant.WARMUP, warmup));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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
        public ExponentialDecay mapConstants(ConstantMapper mapper) {
            return new ExponentialDecay(
                    mapper.number(ScheduleConstant.FACTOR, factor), mapper.integer(ScheduleConstant.WARMUP, warmup));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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
        public CosineAnnealing mapConstants(ConstantMapper mapper) {
            return new CosineAnnealing(
                    mapper.number(ScheduleConstant.FLOOR, floor), mapper.integer(ScheduleConstant.WARMUP, warmup));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public double rateAfterWarmup(double rate, int t, int total) {
            return floor + (rate - floor) * (1 + Math.cos(Math.PI * t / total)) / 2;
        }
    }
}
