package hyperlab.diagnosis;

import hyperlab.diagnosis.TrainingEvidence.Certainty;
import hyperlab.finding.Finding;
import hyperlab.nn.Activation;
import hyperlab.nn.WeightLayer;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The rules of {@link Problem} that inspect individual layers. */
final class LayerRules {
    private static final double HALF = 0.5;
    private static final double BASELINE_SHARE = 0.9;

    private final DiagnosisInput input;
    private final Remedies remedies;
    private final List<LayerReport> layers;
    private final boolean lossIsSmall;

    LayerRules(DiagnosisInput input, Remedies remedies) {
        this.input = input;
        this.remedies = remedies;
        NetworkReport network = input.network();
        this.layers = network == null ? List.of() : network.layers();
        this.lossIsSmall = input.latestReport().trainLoss()
                < TrainingDoctor.SMALL_LOSS_SHARE * input.data().baselineLoss();
    }

    List<Finding<TrainingEvidence, Experiment>> examine() {
        List<Finding<TrainingEvidence, Experiment>> results = new ArrayList<>();
        Optional<Finding<TrainingEvidence, Experiment>> dead = deadUnits();
        Optional<Finding<TrainingEvidence, Experiment>> saturated = saturatedUnits();
        dead.ifPresent(results::add);
        saturated.ifPresent(results::add);
        if (dead.isEmpty()) {
            unstableGradient().ifPresent(results::add);
        }
        return results;
    }

    private Optional<Finding<TrainingEvidence, Experiment>> deadUnits() {
        return worst(activity -> activity.deadCount() / (double) activity.units())
                .filter(worst -> worst.share > TrainingDoctor.DEAD_SHARE)
                .map(worst -> finding(
                        Problem.DEAD_UNITS, worst.share, TrainingDoctor.DEAD_SHARE, worst.layers, deadRemedy()));
    }

    /**
     * Units that die while nothing is learned were killed by too large a learning rate (CS231n). Otherwise the
     * activation is changed to one whose units cannot die.
     */
    private @Nullable Experiment deadRemedy() {
        boolean nothingLearned =
                input.latestReport().trainLoss() > BASELINE_SHARE * input.data().baselineLoss();
        return nothingLearned && input.latestReport().epoch() > 0 ? remedies.lowerRate() : remedies.leakyActivation();
    }

    private Optional<Finding<TrainingEvidence, Experiment>> saturatedUnits() {
        Activation activation = input.experiment().network().activation();
        boolean flat = activation.shape().isBounded();
        return !flat || lossIsSmall
                ? Optional.empty()
                : worst(activity -> activity.saturatedCount(TrainingDoctor.SATURATED_SHARE) / (double) activity.units())
                        .filter(worst -> worst.share >= HALF)
                        .map(worst -> finding(
                                Problem.SATURATED_UNITS,
                                worst.share,
                                HALF,
                                worst.layers,
                                remedies.reducedSaturation()));
    }

    private Optional<Finding<TrainingEvidence, Experiment>> unstableGradient() {
        if (layers.size() < 2 || lossIsSmall) {
            return Optional.empty();
        }
        LayerReport first = layers.get(0);
        LayerReport last = layers.get(layers.size() - 1);
        double ratio = first.preActivationGradients().rootMeanSquare()
                / last.preActivationGradients().rootMeanSquare();
        List<WeightLayer> both = List.of(first.layer(), last.layer());
        if (ratio < TrainingDoctor.VANISHING_RATIO) {
            double excessFactor = TrainingDoctor.VANISHING_RATIO / ratio;
            return Optional.of(finding(
                    Problem.VANISHING_GRADIENT,
                    excessFactor,
                    ratio,
                    TrainingDoctor.VANISHING_RATIO,
                    both,
                    remedies.preventVanishingGradient()));
        }
        double most = 1 / TrainingDoctor.VANISHING_RATIO;
        return ratio > most
                ? Optional.of(finding(
                        Problem.EXPLODING_GRADIENT,
                        ratio / most,
                        ratio,
                        most,
                        both,
                        remedies.preventExplodingGradient()))
                : Optional.empty();
    }

    private record WorstLayers(double share, List<WeightLayer> layers) {}

    /** The largest share over all layers, with all layers that have at least half of it. */
    private Optional<WorstLayers> worst(ToDoubleFunction<UnitActivity> shareOf) {
        double largest = 0;
        for (LayerReport layer : layers) {
            UnitActivity activity = layer.activity();
            largest = activity == null ? largest : Math.max(largest, shareOf.applyAsDouble(activity));
        }
        List<WeightLayer> results = new ArrayList<>();
        for (LayerReport layer : layers) {
            UnitActivity activity = layer.activity();
            if (activity != null && largest > 0 && shareOf.applyAsDouble(activity) >= HALF * largest) {
                results.add(layer.layer());
            }
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(new WorstLayers(largest, results));
    }

    /** For a measured share, the factor by which the threshold is exceeded is (1 − threshold)/(1 − share). */
    private Finding<TrainingEvidence, Experiment> finding(
            Problem problem,
            double share,
            double threshold,
            List<WeightLayer> evidenceLayers,
            @Nullable Experiment remedy) {
        return finding(problem, (1 - threshold) / (1 - share), share, threshold, evidenceLayers, remedy);
    }

    private Finding<TrainingEvidence, Experiment> finding(
            Problem problem,
            double excessFactor,
            double measured,
            double threshold,
            List<WeightLayer> evidenceLayers,
            @Nullable Experiment remedy) {
        int epoch = input.latestReport().epoch();
        return TrainingFindings.of(
                new TrainingEvidence(
                        problem, Certainty.of(excessFactor), measured, threshold, epoch, epoch, evidenceLayers, false),
                remedy);
    }
}
