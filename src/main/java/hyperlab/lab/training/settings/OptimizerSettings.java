package hyperlab.lab.training.settings;

import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Sgd;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The optimizer and its constants. */
public final class OptimizerSettings {
    private final Setting<Optimizer> kind;
    private final Map<OptimizerConstant, Setting<Double>> constants = new EnumMap<>(OptimizerConstant.class);
    private final Setting<Boolean> nesterov;

    OptimizerSettings(SettingFactory factory) {
        kind = factory.setting(
                        "training.optimizer",
                        e -> e.training().optimizer(),
                        (e, chosen) -> e.withTraining(e.training().withOptimizer(chosen)),
                        chosen -> LocalizedText.of("component.optimizer." + chosen.name()))
                .withIdentity(Optimizer::name);
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            constants.put(constant, constant(factory, constant));
        }
        nesterov = factory.setting(
                "training.nesterov",
                e -> e.training().optimizer() instanceof Sgd sgd ? sgd.nesterov() : null,
                (e, on) -> e.training().optimizer() instanceof Sgd sgd
                        ? e.withTraining(e.training().withOptimizer(new Sgd(sgd.momentum(), on)))
                        : e,
                LocalizedText::onOrOff);
    }

    public Setting<Optimizer> kind() {
        return kind;
    }

    /**
     * The value is null if the optimizer does not have this constant. Setting the momentum to 0 also turns Nesterov
     * momentum off.
     */
    public Setting<Double> constant(OptimizerConstant constant) {
        return Objects.requireNonNull(constants.get(constant));
    }

    /** Null for optimizers other than SGD. */
    Setting<Boolean> nesterov() {
        return nesterov;
    }

    private static Setting<Double> constant(SettingFactory factory, OptimizerConstant constant) {
        return factory.setting(
                "training.constant." + constant.key(),
                e -> Constants.valueOrNull(e.training().optimizer(), constant),
                (e, value) -> e.withTraining(
                        e.training().withOptimizer(e.training().optimizer().with(constant, value))),
                LocalizedText::number);
    }
}
