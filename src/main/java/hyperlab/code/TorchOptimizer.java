package hyperlab.code;

import static hyperlab.code.PythonFormat.number;

import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.Lion;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;

/** Formats optimizers and schedules as Python expressions. */
final class TorchOptimizer {
    private static final String LION = """
            class Lion(torch.optim.Optimizer):
                ""\"Moves each number by the sign of a mean of its gradients (Chen et al. 2023, algorithm 2).""\"

                def __init__(self, params, lr, betas, weight_decay):
                    super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

                @torch.no_grad()
                def step(self):
                    for group in self.param_groups:
                        rate, (beta1, beta2) = group["lr"], group["betas"]
                        for parameter in group["params"]:
                            gradient, state = parameter.grad, self.state[parameter]
                            mean = state.setdefault("mean", torch.zeros_like(parameter))
                            direction = beta1 * mean + (1 - beta1) * gradient
                            parameter.mul_(1 - rate * group["weight_decay"]).sub_(rate * direction.sign())
                            mean.mul_(beta2).add_(gradient, alpha=1 - beta2)
            """;

    /** Weight decay applies only to weights, not to biases. */
    private static final String DECAYING_GROUPS =
            "[{\"params\": weights}, {\"params\": others, \"weight_decay\": 0.0}]";

    private TorchOptimizer() {}

    /**
     * An optimizer in Python.
     *
     * @param definition the class, if torch.optim does not have it; otherwise empty
     * @param call the constructor call
     */
    record TorchCode(String definition, String call) {}

    /**
     * The optimizer in Python. One with decoupled weight decay uses the lists {@code weights} and {@code others}.
     *
     * @param modelVariable the variable that holds the network
     */
    static TorchCode of(Optimizer optimizer, String modelVariable, double rate) {
        return optimizer.accept(
                new CodeVisitor(modelVariable + ".parameters(), lr=" + number(rate), DECAYING_GROUPS, number(rate)));
    }

    /** The optimizer with the parameter groups in the list {@code groups}, which have learning rates of their own. */
    static TorchCode ofGroups(Optimizer optimizer, double rate) {
        return optimizer.accept(new CodeVisitor("groups, lr=" + number(rate), "groups", number(rate)));
    }

    /**
     * @param common the first arguments of most constructors: parameters and learning rate
     * @param decaying the parameter groups of an optimizer with decoupled weight decay
     * @param rate the learning rate
     */
    private record CodeVisitor(String common, String decaying, String rate) implements Optimizer.Visitor<TorchCode> {
        @Override
        public TorchCode visit(Sgd sgd) {
            String momentum = sgd.momentum() == 0 ? "" : ", momentum=" + number(sgd.momentum());
            return torch("SGD(" + common + momentum + (sgd.nesterov() ? ", nesterov=True" : "") + ")");
        }

        @Override
        public TorchCode visit(AdaGrad adaGrad) {
            return torch("Adagrad(" + common + ", eps=" + number(adaGrad.epsilon()) + ")");
        }

        @Override
        public TorchCode visit(RmsProp rmsProp) {
            return torch("RMSprop(" + common + ", alpha=" + number(rmsProp.decay()) + ", eps="
                    + number(rmsProp.epsilon()) + ")");
        }

        @Override
        public TorchCode visit(AdaDelta adaDelta) {
            return torch("Adadelta(" + common + ", rho=" + number(adaDelta.rho()) + ", eps="
                    + number(adaDelta.epsilon()) + ")");
        }

        @Override
        public TorchCode visit(Adam adam) {
            return torch("Adam(" + common + betas(adam.beta1(), adam.beta2()) + epsilon(adam.epsilon()) + ")");
        }

        @Override
        public TorchCode visit(NAdam nadam) {
            return torch("NAdam(" + common + betas(nadam.beta1(), nadam.beta2()) + epsilon(nadam.epsilon())
                    + ", momentum_decay=" + number(nadam.momentumDecay()) + ")");
        }

        @Override
        public TorchCode visit(AdamW adamW) {
            return torch("AdamW(" + "\n    " + decaying + ",\n    lr=" + rate + betas(adamW.beta1(), adamW.beta2())
                    + epsilon(adamW.epsilon()) + ", weight_decay=" + number(adamW.weightDecay()) + ",\n)");
        }

        @Override
        public TorchCode visit(Lion lion) {
            return new TorchCode(
                    LION,
                    "Lion(" + "\n    " + decaying + ",\n    lr=" + rate + betas(lion.beta1(), lion.beta2())
                            + ", weight_decay=" + number(lion.weightDecay()) + ",\n)");
        }

        private static TorchCode torch(String call) {
            return new TorchCode("", "torch.optim." + call);
        }

        private static String betas(double beta1, double beta2) {
            return ", betas=(" + number(beta1) + ", " + number(beta2) + ")";
        }

        private static String epsilon(double epsilon) {
            return ", eps=" + number(epsilon);
        }
    }

    /** The function {@code learning_rate(epoch)}, for a schedule that is not constant. */
    static String scheduleFunction(Schedule schedule, double rate, int epochs) {
        return scheduleFunction(schedule, "def learning_rate(epoch):\n", number(rate), epochs);
    }

    /** The function {@code learning_rate(epoch, base)}, for a schedule that is not constant and several base rates. */
    static String scheduleFunctionOfBase(Schedule schedule, int epochs) {
        return scheduleFunction(schedule, "def learning_rate(epoch, base):\n", "base", epochs);
    }

    private static String scheduleFunction(Schedule schedule, String head, String rate, int epochs) {
        StringBuilder function = new StringBuilder(head);
        int warmup = schedule.warmup();
        if (warmup > 0) {
            function.append(
                    "    if epoch < " + warmup + ":\n        return " + rate + " * (epoch + 1) / " + warmup + "\n");
        }
        String t = warmup == 0 ? "epoch" : "(epoch - " + warmup + ")";
        return function.append("    return ")
                .append(afterWarmup(schedule, rate, t, epochs - warmup))
                .append("\n")
                .toString();
    }

    private static String afterWarmup(Schedule schedule, String rate, String t, int total) {
        return schedule.accept(new Schedule.Visitor<>() {
            @Override
            public String visit(Schedule.ConstantRate constant) {
                return rate;
            }

            @Override
            public String visit(Schedule.StepDecay step) {
                return rate + " * " + number(step.factor()) + " ** (" + t + " // " + step.every() + ")";
            }

            @Override
            public String visit(Schedule.ExponentialDecay exponential) {
                return rate + " * " + number(exponential.factor()) + " ** " + t;
            }

            @Override
            public String visit(Schedule.CosineAnnealing cosine) {
                String floor = number(cosine.floor());
                String swing = "(1 + math.cos(math.pi * " + t + " / " + total + ")) / 2";
                return cosine.floor() == 0
                        ? rate + " * " + swing
                        : floor + " + (" + rate + " - " + floor + ") * " + swing;
            }
        });
    }
}
