package hyperlab.export.caption;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.activation.DepthSettings;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Describes the settings of a figure of the Activation lab, and activation functions with their constants. */
record ActivationCaption(Texts texts) {
    String of(ActivationLabSettings setup) {
        List<Activation> allActivations = setup.constants().sevenFunctions();
        return switch (setup.topic()) {
            case SHAPE -> shape(setup.selection());
            case DEPTH -> depth(setup);
            case LEARNED ->
                String.join(
                        "; ",
                        training(
                                setup,
                                setup.slopeTraining(),
                                of(new Activation.Prelu(setup.constants().preluSlope()))),
                        texts.get(
                                "chart.caption.curve",
                                of(new Activation.Maxout(setup.constants().maxoutPieces())),
                                texts.get("activation.curve."
                                        + setup.maxoutCurve().fileName())));
            case DEAD ->
                training(
                        setup,
                        setup.deadUnitTraining(),
                        join(List.of(
                                new Activation.Relu(),
                                new Activation.LeakyRelu(setup.constants().leakySlope()))));
            case RACE -> training(setup, setup.raceTraining(), join(allActivations));
            case LINEAR ->
                training(setup, setup.linearTraining(), join(List.of(new Activation.Linear(), new Activation.Relu())));
        };
    }

    private String shape(ActivationSelection selection) {
        return join(selection.activations()) + ", " + NumberFormats.format(selection.from()) + " ≤ x ≤ "
                + NumberFormats.format(selection.to());
    }

    private String depth(ActivationLabSettings setup) {
        DepthSettings depth = setup.depth();
        boolean comparesInitializers = depth.comparison() == DepthSettings.DepthComparison.INITIALIZATIONS;
        List<Activation> functions = setup.selection().activations();
        String range = " ±" + NumberFormats.format(depth.range());
        String start = comparesInitializers
                ? List.of(
                                        DepthSettings.WeightInitialization.XAVIER,
                                        DepthSettings.WeightInitialization.HE,
                                        DepthSettings.WeightInitialization.UNIFORM)
                                .stream()
                                .map(this::start)
                                .collect(Collectors.joining(", "))
                        + range
                : start(depth.initialization())
                        + (depth.initialization() == DepthSettings.WeightInitialization.UNIFORM ? range : "");
        return String.join(
                "; ",
                join(comparesInitializers ? functions.subList(0, 1) : functions),
                texts.get("chart.caption.deep", Integer.toString(depth.layers()), Integer.toString(depth.width())),
                texts.get("chart.caption.initializer", start),
                seeds(setup.seed(), depth.seeds()));
    }

    private String start(DepthSettings.WeightInitialization start) {
        return texts.get("activation.start." + start.fileName());
    }

    private String training(ActivationLabSettings setup, ActivationTrainingSettings choice, String functions) {
        String layers = choice.hidden().stream().map(String::valueOf).collect(Collectors.joining("–"));
        return String.join(
                "; ",
                texts.get("training.source." + choice.source()) + ", " + texts.get("chart.caption.standardized"),
                (layers.isEmpty() ? texts.get("chart.caption.noHidden") : layers) + " " + functions,
                texts.get("component.optimizer.sgd") + ", η = " + NumberFormats.format(choice.learningRate()) + ", "
                        + texts.get("chart.caption.batch", "32") + ", "
                        + texts.get("chart.caption.epochs", Integer.toString(choice.epochs())),
                seeds(setup.seed(), choice.seeds()));
    }

    private String seeds(long first, int count) {
        return texts.get("chart.caption.seed", count == 1 ? Long.toString(first) : first + "–" + (first + count - 1));
    }

    private String join(List<Activation> activations) {
        return activations.stream().map(this::of).collect(Collectors.joining(", "));
    }

    /** One function, with its constants if it has any. */
    String of(Activation activation) {
        String name = texts.get("component.activation." + activation.name());
        String constants = activation.constants().entrySet().stream()
                .map(constant -> constant.getKey().symbol() + " = " + NumberFormats.format(constant.getValue()))
                .collect(Collectors.joining(", "));
        return constants.isEmpty() ? name : name + " (" + constants + ")";
    }
}
