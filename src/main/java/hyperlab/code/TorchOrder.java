package hyperlab.code;

import hyperlab.random.RandomStream;
import hyperlab.train.Experiment;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The order of the samples in each epoch, as Python code. A shuffled order is drawn from the random stream of
 * {@link hyperlab.data.MiniBatches}, so that the program takes the same batches as the trainer.
 */
final class TorchOrder {
    private static final String DEFINITION = """
            class Order:
                ""\"Shuffles the samples before each epoch: Fisher and Yates, with the random numbers of Hyperlab (SplitMix64).""\"

                def __init__(self, state):
                    self.state = state
                    self.order = list(range(len(x_train)))

                def bits(self):
                    self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
                    z = self.state
                    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
                    z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
                    return (z ^ z >> 31) >> 1

                def below(self, bound):
                    ""\"A number from 0 to bound - 1, all equally likely.""\"
                    bits = self.bits()
                    while bits - bits % bound + bound > 2**63:
                        bits = self.bits()
                    return bits % bound

                def shuffled(self):
                    for i in range(len(self.order) - 1, 0, -1):
                        j = self.below(i + 1)
                        self.order[i], self.order[j] = self.order[j], self.order[i]
                    return torch.tensor(self.order)
            """;

    private final Experiment experiment;

    TorchOrder(Experiment experiment) {
        this.experiment = experiment;
    }

    boolean isShuffled() {
        return experiment.training().shuffle();
    }

    /** The class of shuffled orders. */
    String definition() {
        return DEFINITION;
    }

    /** The orders of the networks, each from the state in which the stream of its seed begins. */
    String variables() {
        if (experiment.ensemble() == 1) {
            return "order = Order(" + state(experiment.seed()) + ")  # seed " + experiment.seed() + "\n";
        }
        String states = LongStream.range(0, experiment.ensemble())
                .mapToObj(k -> state(experiment.seed() + k))
                .collect(Collectors.joining(", "));
        return "orders = [Order(state) for state in (" + states + ")]  # seed " + experiment.seed()
                + " and those that follow\n";
    }

    /** The iterable over the batches of an epoch; for an ensemble, over one batch for each network. */
    String batches(String size) {
        boolean isEnsemble = experiment.ensemble() > 1;
        String order =
                !isShuffled() ? "torch.arange(len(x_train))" : isEnsemble ? "each.shuffled()" : "order.shuffled()";
        String batches = order + ".split(" + size + ")";
        return isEnsemble
                ? "zip(*(" + batches + " for each in " + (isShuffled() ? "orders" : "models") + "))"
                : batches;
    }

    private static String state(long seed) {
        return "0x%016X".formatted(RandomStream.named(seed, "shuffle").state());
    }
}
