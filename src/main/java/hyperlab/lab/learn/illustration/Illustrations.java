package hyperlab.lab.learn.illustration;

import hyperlab.diagnosis.RegularizationPath;
import hyperlab.lab.LabContext;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** All charts that pages can contain, by name. */
final class Illustrations {
    private static final Map<String, Function<LabContext, Illustration<?, ?>>> FACTORIES = Map.ofEntries(
            Map.entry("moving-weights", MovingWeightsIllustration::new),
            Map.entry("three-rates", RateIllustration::new),
            Map.entry("epoch", EpochIllustration::new),
            Map.entry("batches", BatchIllustration::new),
            Map.entry("overfit", OverfitIllustration::new),
            Map.entry("l1", context -> new PenaltyIllustration(context, RegularizationPath.PenaltyKind.L1)),
            Map.entry("l2", context -> new PenaltyIllustration(context, RegularizationPath.PenaltyKind.L2)),
            Map.entry("dropout", DropoutIllustration::new),
            Map.entry("ensemble", EnsembleIllustration::new),
            Map.entry("saturation", SaturationIllustration::new),
            Map.entry("depth", DepthIllustration::new),
            Map.entry("optimizers", OptimizerIllustration::new),
            Map.entry("units", UnitsIllustration::new),
            Map.entry("kernel", KernelIllustration::new),
            Map.entry("seeds", SeedIllustration::new),
            Map.entry("search", SearchIllustration::new),
            Map.entry("halving", HalvingIllustration::new),
            Map.entry("case", CaseIllustration::new),
            Map.entry("losses", LossIllustration::new),
            Map.entry("backpropagation", BackpropagationIllustration::new),
            Map.entry("generalization", GeneralizationIllustration::new),
            Map.entry("schedules", ScheduleIllustration::new),
            Map.entry("momentum-map", context -> new MapIllustration(context, "momentum-map")),
            Map.entry("rate-batch-map", context -> new MapIllustration(context, "rate-batch-map")));

    private Illustrations() {}

    static Set<String> names() {
        return FACTORIES.keySet();
    }

    static Illustration<?, ?> create(String name, LabContext context) {
        return Objects.requireNonNull(FACTORIES.get(name), name).apply(context);
    }
}
