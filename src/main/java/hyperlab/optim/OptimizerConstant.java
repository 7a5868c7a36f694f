package hyperlab.optim;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** The constants of all optimizers by name, for code that displays or changes them one at a time. */
public enum OptimizerConstant {
    MOMENTUM("momentum", "μ"),
    DECAY("decay", "α"),
    RHO("rho", "ρ"),
    BETA1("beta1", "β₁"),
    BETA2("beta2", "β₂"),
    EPSILON("epsilon", "ε"),
    MOMENTUM_DECAY("momentumDecay", "ψ"),
    WEIGHT_DECAY("weightDecay", "λ");

    private final String id;
    private final String symbol;

    OptimizerConstant(String id, String symbol) {
        this.id = id;
        this.symbol = symbol;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }

    /** The symbol used in formulas. */
    public String symbol() {
        return symbol;
    }

    /** The value of this constant in {@code optimizer}; empty if the optimizer does not have it. */
    public OptionalDouble valueIn(Optimizer optimizer) {
        Double value = values(optimizer).get(this);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns the optimizer with a new value for this constant, or the same optimizer if it does not have this
     * constant. Setting the momentum to 0 also turns off Nesterov momentum, which requires a momentum above 0.
     *
     * @throws hyperlab.rule.InvalidInputException if the value is out of range for this optimizer
     */
    public Optimizer with(Optimizer optimizer, double value) {
        Map<OptimizerConstant, Double> values = values(optimizer);
        return values.replace(this, value) == null ? optimizer : create(optimizer, values);
    }

    /** The constants of {@code optimizer}, in display order. */
    public static List<OptimizerConstant> constantsOf(Optimizer optimizer) {
        return List.copyOf(values(optimizer).keySet());
    }

    private static Map<OptimizerConstant, Double> values(Optimizer optimizer) {
        Map<OptimizerConstant, Double> values = new EnumMap<>(OptimizerConstant.class);
        if (optimizer instanceof Sgd sgd) {
            values.put(MOMENTUM, sgd.momentum());
        } else if (optimizer instanceof AdaGrad adaGrad) {
            values.put(EPSILON, adaGrad.epsilon());
        } else if (optimizer instanceof RmsProp rmsProp) {
            values.put(DECAY, rmsProp.decay());
            values.put(EPSILON, rmsProp.epsilon());
        } else if (optimizer instanceof AdaDelta adaDelta) {
            values.put(RHO, adaDelta.rho());
            values.put(EPSILON, adaDelta.epsilon());
        } else if (optimizer instanceof Adam adam) {
            putMoments(values, adam.beta1(), adam.beta2(), adam.epsilon());
        } else if (optimizer instanceof NAdam nadam) {
            putMoments(values, nadam.beta1(), nadam.beta2(), nadam.epsilon());
            values.put(MOMENTUM_DECAY, nadam.momentumDecay());
        } else if (optimizer instanceof AdamW adamW) {
            putMoments(values, adamW.beta1(), adamW.beta2(), adamW.epsilon());
            values.put(WEIGHT_DECAY, adamW.weightDecay());
        }
        return values;
    }

    private static void putMoments(Map<OptimizerConstant, Double> values, double beta1, double beta2, double epsilon) {
        values.put(BETA1, beta1);
        values.put(BETA2, beta2);
        values.put(EPSILON, epsilon);
    }

    private static Optimizer create(Optimizer kind, Map<OptimizerConstant, Double> values) {
        if (kind instanceof Sgd sgd) {
            double momentum = required(values, MOMENTUM);
            return new Sgd(momentum, sgd.nesterov() && momentum != 0);
        }
        double epsilon = required(values, EPSILON);
        if (kind instanceof AdaGrad) {
            return new AdaGrad(epsilon);
        } else if (kind instanceof RmsProp) {
            return new RmsProp(required(values, DECAY), epsilon);
        } else if (kind instanceof AdaDelta) {
            return new AdaDelta(required(values, RHO), epsilon);
        }
        double beta1 = required(values, BETA1);
        double beta2 = required(values, BETA2);
        if (kind instanceof NAdam) {
            return new NAdam(beta1, beta2, epsilon, required(values, MOMENTUM_DECAY));
        } else if (kind instanceof AdamW) {
            return new AdamW(beta1, beta2, epsilon, required(values, WEIGHT_DECAY));
        }
        return new Adam(beta1, beta2, epsilon);
    }

    private static double required(Map<OptimizerConstant, Double> values, OptimizerConstant constant) {
        return Objects.requireNonNull(values.get(constant));
    }
}
