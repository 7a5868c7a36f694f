package hyperlab.lesson.readout;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The controls and the parts of the stage of each lab, by the names that lessons use. A control has the name of its key
 * in the lab's documents; its last part is enough if no other control of the lab ends with it, so {@code learningRate}
 * is {@code training.learningRate}.
 */
public final class LabControls {
    private static final Map<LessonLab, List<Control>> CONTROLS = Map.of(
            LessonLab.LEARNING_RATE,
            List.of(
                    new Control("function", "function"),
                    new Control("curvature", "parameters.curvature"),
                    new Control("tilt", "parameters.tilt"),
                    new Control("amplitude", "parameters.amplitude"),
                    new Control("curvatureX", "parameters.curvatureX"),
                    new Control("curvatureY", "parameters.curvatureY"),
                    new Control("condition", "parameters.condition"),
                    new Control("start", "start"),
                    new Control("steps", "steps"),
                    new Control("learningRate", "racers.0.learningRate"),
                    new Control("optimizer", "racers.0.optimizer.name"),
                    new Control("momentum", "racers.0.optimizer.momentum"),
                    new Control("schedule", "racers.0.schedule.name")),
            LessonLab.BATCH_SIZE,
            List.of(
                    new Control("seed", "seed"),
                    new Control("batchSize", "training.batchSize"),
                    new Control("learningRate", "training.learningRate"),
                    new Control("shuffle", "training.shuffle"),
                    new Control("dropLast", "training.dropLast"),
                    new Control("scaling", "training.scaling"),
                    new Control("scaledFrom", "training.scaledFrom"),
                    new Control("start", "start"),
                    new Control("equal", "equal"),
                    new Control("steps", "steps"),
                    new Control("epochs", "epochs"),
                    new Control("source", "model.source"),
                    new Control("oddSample", "model.oddSample"),
                    new Control("noise", "escape.noise"),
                    new Control("tilt", "escape.tilt")),
            LessonLab.MAP,
            List.of(
                    new Control("xLow", "x.low"),
                    new Control("xHigh", "x.high"),
                    new Control("yLow", "y.low"),
                    new Control("yHigh", "y.high"),
                    new Control("color", "color"),
                    new Control("target", "target"),
                    new Control("seeds", "seeds"),
                    new Control("epochs", "experiment.training.epochs"),
                    new Control("steps", "descent.steps")),
            LessonLab.TRAINING,
            same(
                    "seed",
                    "data.source",
                    "data.samples",
                    "data.noise",
                    "data.trainFraction",
                    "data.split",
                    "data.splitSeed",
                    "data.standardize",
                    "network.convolutions",
                    "network.hidden",
                    "network.activation",
                    "network.dropout",
                    "network.initializer",
                    "training.loss",
                    "training.optimizer",
                    "training.learningRate",
                    "training.schedule",
                    "training.batchSize",
                    "training.shuffle",
                    "training.epochs",
                    "training.penalty.l1",
                    "training.penalty.l2",
                    "training.patience",
                    "ensemble"),
            LessonLab.ACTIVATION,
            List.of(
                    new Control("activation", "activations.0.name"),
                    new Control("probe", "probe"),
                    new Control("saturation", "saturation"),
                    new Control("seed", "seed"),
                    new Control("topic", "topic"),
                    new Control("layers", "depth.layers"),
                    new Control("width", "depth.width"),
                    new Control("compare", "depth.compare"),
                    new Control("initializer", "depth.initializer"),
                    new Control("range", "depth.range"),
                    new Control("seeds", "depth.seeds")),
            LessonLab.CONVOLUTION,
            List.of(
                    new Control("source", "image.source"),
                    new Control("sample", "image.sample"),
                    new Control("filter", "kernel.filter"),
                    new Control("side", "kernel.side"),
                    new Control("stride", "stride"),
                    new Control("padding", "padding"),
                    new Control("dilation", "dilation"),
                    new Control("pooling", "pooling.kind"),
                    new Control("pool", "pooling.side"),
                    new Control("filters", "filters"),
                    new Control("shift", "shift"),
                    new Control("seed", "seed")),
            LessonLab.TUNING,
            List.of(
                    new Control("function", "function"),
                    new Control("method", "method.name"),
                    new Control("pointsPerAxis", "method.pointsPerAxis"),
                    new Control("initial", "method.initial"),
                    new Control("reduction", "method.reduction"),
                    new Control("minimumEpochs", "method.minimumEpochs"),
                    new Control("trials", "trials"),
                    new Control("epochs", "experiment.training.epochs"),
                    new Control("seed", "seed"),
                    new Control("parallel", "parallel")),
            LessonLab.CASES,
            List.of());

    private static final Map<LessonLab, List<Part>> PARTS = Map.of(
            LessonLab.LEARNING_RATE,
            List.of(
                    new Part("path", "learning-rate-descent"),
                    new Part("values", "learning-rate-value"),
                    new Part("narration", "learning-rate-narration"),
                    new Part("legend", "learning-rate-legend"),
                    Part.FINDINGS),
            LessonLab.BATCH_SIZE,
            List.of(
                    new Part("surfaces", "batch-size-surface-"),
                    new Part("noise", "batch-size-noise"),
                    // The wells of the experiment with escapes take the place of the gradient noise.
                    new Part("wells", "batch-size-noise"),
                    new Part("cloud", "batch-size-cloud"),
                    new Part("strip", "batch-size-strip"),
                    new Part("experiment", "batch-size-experiment-chart"),
                    Part.FINDINGS),
            LessonLab.MAP,
            List.of(
                    new Part("map", "map-chart"),
                    new Part("losses", "map-losses"),
                    new Part("along", "map-along"),
                    new Part("narration", "map-narration"),
                    Part.FINDINGS),
            LessonLab.TRAINING,
            List.of(
                    new Part("loss", "training-loss"),
                    new Part("accuracy", "training-accuracy"),
                    new Part("boundary", "training-boundary"),
                    new Part("network", "training-network"),
                    new Part("weights", "training-weights"),
                    new Part("gradients", "training-gradients"),
                    new Part("paths", "training-paths"),
                    new Part("capacity", "training-capacity"),
                    Part.FINDINGS),
            LessonLab.ACTIVATION,
            List.of(
                    new Part("function", "activation-function"),
                    new Part("derivative", "activation-derivative"),
                    new Part("forward", "activation-forward"),
                    new Part("backward", "activation-backward"),
                    new Part("dead", "activation-dead-units"),
                    Part.FINDINGS),
            LessonLab.CONVOLUTION,
            List.of(
                    new Part("image", "convolution-image"),
                    new Part("map", "convolution-map"),
                    new Part("pooled", "convolution-pooled"),
                    new Part("step", "convolution-step"),
                    new Part("output", "convolution-output"),
                    new Part("cost", "convolution-cost"),
                    Part.FINDINGS),
            LessonLab.TUNING,
            List.of(
                    new Part("map", "tuning-map"),
                    new Part("best", "tuning-best"),
                    new Part("curves", "tuning-curves"),
                    new Part("importance", "tuning-importance"),
                    new Part("parallel", "tuning-parallel"),
                    new Part("slices", "tuning-slices"),
                    Part.FINDINGS),
            LessonLab.CASES,
            List.of(new Part("scores", "case-scores"), new Part("guide", "case-guide"), Part.FINDINGS));

    private LabControls() {}

    /**
     * A control.
     *
     * @param name the name in lessons
     * @param key the dotted key in the JSON of the lab's document; keys below it, such as the constants of an
     *     optimizer, belong to the same control
     */
    public record Control(String name, String key) {
        /** The key without a final {@code name}: the constants of a component are below the component. */
        public String component() {
            return key.endsWith(".name") ? key.substring(0, key.length() - ".name".length()) : key;
        }

        private boolean isNamed(String given) {
            return name.equals(given) || name.endsWith("." + given);
        }
    }

    /**
     * A part of the stage.
     *
     * @param name the name in lessons
     * @param nodeId the id of the node in the window; one that ends with a hyphen is the start of several ids
     */
    public record Part(String name, String nodeId) {
        static final Part FINDINGS = new Part("findings", "insight");
    }

    private static List<Control> same(String... names) {
        return Stream.of(names).map(name -> new Control(name, name)).toList();
    }

    /** The controls of a lab. */
    public static List<Control> controls(LessonLab lab) {
        return Objects.requireNonNull(CONTROLS.get(lab));
    }

    /** The parts of the stage of a lab. */
    public static List<Part> stageParts(LessonLab lab) {
        return Objects.requireNonNull(PARTS.get(lab));
    }

    /** The names of the controls that a step may free and a solution may change. */
    public static List<String> names(LessonLab lab) {
        return controls(lab).stream().map(Control::name).toList();
    }

    /** The names of the parts of the stage that a step may hide or point at. */
    public static List<String> parts(LessonLab lab) {
        return stageParts(lab).stream().map(Part::name).toList();
    }

    /**
     * The control with a name, in full or only its end.
     *
     * @param key names the key in error messages
     * @throws InvalidInputException if there is none, with the nearest name
     */
    public static Control control(LessonLab lab, String name, String key) {
        return find(lab, name)
                .orElseThrow(() -> names(lab).isEmpty()
                        ? new InvalidInputException(key, Rule.NO_CONTROLS, lab.id(), name)
                        : new InvalidInputException(
                                key,
                                Rule.ONE_OF_NEAREST,
                                String.join(", ", names(lab)),
                                name,
                                ClosestMatch.of(name, names(lab))));
    }

    /**
     * The names of these controls, each followed by the controls of its constants: a lesson that frees the optimizer
     * also frees its momentum.
     */
    public static List<String> withConstants(LessonLab lab, List<String> names) {
        return names.stream()
                .flatMap(name -> {
                    Control chosen = control(lab, name, "free");
                    String below = chosen.component() + ".";
                    return Stream.concat(
                            Stream.of(name),
                            controls(lab).stream()
                                    .filter(other ->
                                            !other.equals(chosen) && other.key().startsWith(below))
                                    .map(Control::name));
                })
                .distinct()
                .toList();
    }

    private static Optional<Control> find(LessonLab lab, String name) {
        Optional<Control> exact = controls(lab).stream()
                .filter(control -> control.name().equals(name))
                .findFirst();
        return exact.isPresent()
                ? exact
                : controls(lab).stream()
                        .filter(control -> control.isNamed(name))
                        .findFirst();
    }

    /**
     * Replaces the names of controls by the keys of the lab's document. A name may continue below a control: {@code
     * training.optimizer.momentum}.
     *
     * @param name names the setting in error messages
     */
    public static Map<String, String> keys(LessonLab lab, Map<String, String> changes, String name) {
        Map<String, String> keys = new LinkedHashMap<>();
        changes.forEach((given, value) -> keys.put(key(lab, given, name), value));
        return keys;
    }

    private static String key(LessonLab lab, String given, String name) {
        if (find(lab, given).isEmpty()) {
            for (Control control : controls(lab)) {
                if (given.startsWith(control.name() + ".")) {
                    return control.component() + given.substring(control.name().length());
                }
            }
        }
        return control(lab, given, name).key();
    }
}
