package hyperlab.code;

import static hyperlab.code.PythonFormat.number;

import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;

/** Formats optimizers and schedules as Python expressions. */
final class TorchOptimizer {
    private TorchOptimizer() {}

    /**
     * The constructor call of the optimizer; AdamW uses the lists {@code weights} and {@code others}.
     *
     * @param modelVariable the variable that holds the network
     */
    static String constructorCall(Optimizer optimizer, String modelVariable, double rate) {
        String common = modelVariable + ".parameters(), lr=" + number(rate);
        return "torch.optim."
                + switch (optimizer.name()) {
                    case "sgd" -> sgd((Sgd) optimizer, common);
                    case "adagrad" -> "Adagrad(" + common + ", eps=" + number(((AdaGrad) optimizer).epsilon()) + ")";
                    case "rmsprop" -> rmsprop((RmsProp) optimizer, common);
                    case "adadelta" -> adadelta((AdaDelta) optimizer, common);
                    case "adam" -> adam((Adam) optimizer, common);
                    case "nadam" -> nadam((NAdam) optimizer, common);
                    case "adamw" -> adamw((AdamW) optimizer, rate);
                    default -> throw new IllegalArgumentException("no optimizer for " + optimizer);
                };
    }

    private static String sgd(Sgd sgd, String common) {
        String momentum = sgd.momentum() == 0 ? "" : ", momentum=" + number(sgd.momentum());
        return "SGD(" + common + momentum + (sgd.nesterov() ? ", nesterov=True" : "") + ")";
    }

    private static String rmsprop(RmsProp rmsprop, String common) {
        return "RMSprop(" + common + ", alpha=" + number(rmsprop.decay()) + ", eps=" + number(rmsprop.epsilon()) + ")";
    }

    private static String adadelta(AdaDelta adadelta, String common) {
        return "Adadelta(" + common + ", rho=" + number(adadelta.rho()) + ", eps=" + number(adadelta.epsilon()) + ")";
    }

    private static String adam(Adam adam, String common) {
        return "Adam(" + common + betas(adam.beta1(), adam.beta2(), adam.epsilon()) + ")";
    }

    private static String nadam(NAdam nadam, String common) {
        return "NAdam(" + common + betas(nadam.beta1(), nadam.beta2(), nadam.epsilon()) + ", momentum_decay="
                + number(nadam.momentumDecay()) + ")";
    }

    /** Weight decay applies only to weights, not to biases. */
    private static String adamw(AdamW adamw, double rate) {
        return "AdamW(\n    [{\"params\": weights}, {\"params\": others, \"weight_decay\": 0.0}],\n    lr="
                + number(rate)
                + betas(adamw.beta1(), adamw.beta2(), adamw.epsilon()) + ", weight_decay="
                + number(adamw.weightDecay()) + ",\n)";
    }

    private static String betas(double beta1, double beta2, double epsilon) {
        return ", betas=(" + number(beta1) + ", " + number(beta2) + "), eps=" + number(epsilon);
    }

    /** Whether every epoch has the same rate. */
    static boolean isConstant(Schedule schedule) {
        return schedule instanceof Schedule.ConstantRate && schedule.warmup() == 0;
    }

    /** The function {@code learning_rate(epoch)}, for a schedule that is not constant. */
    static String scheduleFunction(Schedule schedule, double rate, int epochs) {
        StringBuilder function = new StringBuilder("def learning_rate(epoch):\n");
        int warmup = schedule.warmup();
        if (warmup > 0) {
            function.append("    if epoch < " + warmup + ":\n        return " + number(rate) + " * (epoch + 1) / "
                    + warmup + "\n");
        }
        String t = warmup == 0 ? "epoch" : "(epoch - " + warmup + ")";
        return function.append("    return ")
                .append(afterWarmup(schedule, number(rate), t, epochs - warmup))
                .append("\n")
                .toString();
    }

    private static String afterWarmup(Schedule schedule, String rate, String t, int total) {
        if (schedule instanceof Schedule.StepDecay step) {
            return rate + " * " + number(step.factor()) + " ** (" + t + " // " + step.every() + ")";
        }
        if (schedule instanceof Schedule.ExponentialDecay exponential) {
            return rate + " * " + number(exponential.factor()) + " ** " + t;
        }
        if (schedule instanceof Schedule.CosineAnnealing cosine) {
            String floor = number(cosine.floor());
            String swing = "(1 + math.cos(math.pi * " + t + " / " + total + ")) / 2";
            return cosine.floor() == 0 ? rate + " * " + swing : floor + " + (" + rate + " - " + floor + ") * " + swing;
        }
        return rate;
    }
}
