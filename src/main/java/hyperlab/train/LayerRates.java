package hyperlab.train;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The learning rates of the layers, for settings in which layers have rates of their own. */
final class LayerRates {
    private LayerRates() {}

    /** Rejects layer rates that do not match the network: it has one layer with weights more than hidden ones. */
    static void check(Experiment experiment) {
        int rates = experiment.training().layerRates().size();
        NetworkSettings network = experiment.network();
        int layers = network.convolutions().size() + network.hidden().size() + 1;
        if (rates != 0 && rates != layers) {
            throw new InvalidInputException("training.layerRates", Rule.LAYER_RATES, layers, rates);
        }
    }

    /** The rate of each layer in the epoch after {@code epoch}; null if all layers have the same rate. */
    static double @Nullable [] at(TrainingSettings settings, int epoch) {
        return settings.layerRates().isEmpty()
                ? null
                : settings.layerRates().stream()
                        .mapToDouble(rate -> scheduled(settings, rate, epoch))
                        .toArray();
    }

    /** A rate under the schedule in the epoch after {@code epoch}, or in the last one. */
    static double scheduled(TrainingSettings settings, double rate, int epoch) {
        int epochs = Math.max(1, settings.epochs());
        return settings.schedule().rateAt(rate, Math.min(epoch, epochs - 1), epochs);
    }
}
