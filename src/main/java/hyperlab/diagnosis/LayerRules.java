package hyperlab.diagnosis;

import hyperlab.diagnosis.Symptom.Certainty;
import hyperlab.diagnosis.Symptom.Evidence;
import hyperlab.nn.Activation;
import hyperlab.nn.WeightLayer;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The rules of {@link Ailment} that inspect individual layers. */
final class LayerRules {
    private static final double HALF = 0.5;
    private static final double UNLEARNED = 0.9;

    private final TrainingCase given;
    private final Remedies remedies;
    private final List<LayerReport> layers;
    private final boolean learned;

    LayerRules(TrainingCase given, Remedies remedies) {
        this.given = given;
        this.remedies = remedies;
        NetworkReport network = given.network();
        this.layers = network == null ? List.of() : network.layers();
        this.learned =
                given.newest().trainLoss() < TrainingDoctor.SMALL * given.data().prior();
    }

    List<Symptom> examine() {
        List<Symptom> found = new ArrayList<>();
        Optional<Symptom> dead = dead();
        Optional<Symptom> saturated = saturated();
        dead.ifPresent(found::add);
        saturated.ifPresent(found::add);
        if (dead.isEmpty()) {
            gradient().ifPresent(found::add);
        }
        return found;
    }

    private Optional<Symptom> dead() {
        return worst(activity -> activity.dead() / (double) activity.units())
                .filter(worst -> worst.share > TrainingDoctor.DEAD)
                .map(worst ->
                        symptom(Ailment.DEAD_UNITS, worst.share, TrainingDoctor.DEAD, worst.layers, deadRemedy()));
    }

    /**
     * Units that die while nothing is learned were killed by too large a learning rate (CS231n). Otherwise the
     * activation is changed to one whose units cannot die.
     */
    private @Nullable Experiment deadRemedy() {
        boolean nothingLearned =
                given.newest().trainLoss() > UNLEARNED * given.data().prior();
        return nothingLearned && given.newest().epoch() > 0 ? remedies.calmerRate() : remedies.livingUnits();
    }

    private Optional<Symptom> saturated() {
        Activation activation = given.experiment().network().activation();
        boolean flat = activation instanceof Activation.Sigmoid || activation instanceof Activation.Tanh;
        return !flat || learned
                ? Optional.empty()
                : worst(activity -> activity.saturatedIn(TrainingDoctor.SATURATED) / (double) activity.units())
                        .filter(worst -> worst.share >= HALF)
                        .map(worst -> symptom(
                                Ailment.SATURATED_UNITS, worst.share, HALF, worst.layers, remedies.unsaturated()));
    }

    private Optional<Symptom> gradient() {
        if (layers.size() < 2 || learned) {
            return Optional.empty();
        }
        LayerReport first = layers.get(0);
        LayerReport last = layers.get(layers.size() - 1);
        double quotient =
                first.sumGradients().rootMeanSquare() / last.sumGradients().rootMeanSquare();
        List<WeightLayer> both = List.of(first.layer(), last.layer());
        if (quotient < TrainingDoctor.VANISHED) {
            double times = TrainingDoctor.VANISHED / quotient;
            return Optional.of(symptom(
                    Ailment.VANISHING_GRADIENT,
                    times,
                    quotient,
                    TrainingDoctor.VANISHED,
                    both,
                    remedies.passingGradient()));
        }
        double most = 1 / TrainingDoctor.VANISHED;
        return quotient > most
                ? Optional.of(symptom(
                        Ailment.EXPLODING_GRADIENT, quotient / most, quotient, most, both, remedies.tamedGradient()))
                : Optional.empty();
    }

    private record Worst(double share, List<WeightLayer> layers) {}

    /** The largest share over all layers, with all layers that have at least half of it. */
    private Optional<Worst> worst(ToDoubleFunction<UnitActivity> shareOf) {
        double largest = 0;
        for (LayerReport layer : layers) {
            UnitActivity activity = layer.activity();
            largest = activity == null ? largest : Math.max(largest, shareOf.applyAsDouble(activity));
        }
        List<WeightLayer> found = new ArrayList<>();
        for (LayerReport layer : layers) {
            UnitActivity activity = layer.activity();
            if (activity != null && largest > 0 && shareOf.applyAsDouble(activity) >= HALF * largest) {
                found.add(layer.layer());
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Worst(largest, found));
    }

    /** For a measured share, the factor by which the threshold is exceeded is (1 − threshold)/(1 − share). */
    private Symptom symptom(
            Ailment ailment, double share, double threshold, List<WeightLayer> shown, @Nullable Experiment remedy) {
        return symptom(ailment, (1 - threshold) / (1 - share), share, threshold, shown, remedy);
    }

    private Symptom symptom(
            Ailment ailment,
            double times,
            double measured,
            double threshold,
            List<WeightLayer> shown,
            @Nullable Experiment remedy) {
        int epoch = given.newest().epoch();
        return new Symptom(
                ailment, Certainty.of(times), measured, threshold, new Evidence(epoch, epoch, shown), remedy);
    }
}
