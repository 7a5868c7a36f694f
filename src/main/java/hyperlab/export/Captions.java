package hyperlab.export;

import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.data.SplitSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.file.Document;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.Sgd;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundInput;
import hyperlab.playground.PlaygroundLink;
import hyperlab.playground.PlaygroundRegularization;
import hyperlab.rule.Constant;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Builds one-line captions that describe how a figure was made: the function or the data, the settings that are active,
 * the random seed and the version. The caption is meant to be sufficient to set everything up again.
 */
public final class Captions {
    private static final Map<String, String> SYMBOLS = Map.of(
            "curvature", "c", "tilt", "t", "amplitude", "a", "curvatureX", "c", "curvatureY", "d", "condition", "κ");

    private final Texts texts;
    private final ActivationCaption activationCaption;

    private Captions(Texts texts) {
        this.texts = texts;
        activationCaption = new ActivationCaption(texts);
    }

    /** The caption for the figure of {@code document}, in the language of {@code texts}. */
    public static String of(Document document, Texts texts) {
        Captions captions = new Captions(texts);
        return texts.get("chart.caption", captions.describe(document), Version.text());
    }

    /** Describes the network and training settings of an experiment, without its data. */
    public static String settings(Experiment experiment, Texts texts) {
        Captions captions = new Captions(texts);
        return captions.network(experiment) + "; " + captions.describeTraining(experiment.training()) + ".";
    }

    private String describe(Document document) {
        return document.accept(new Describer());
    }

    private final class Describer implements Document.Visitor<String> {
        @Override
        public String visit(Document.OfExperiment of) {
            return training(of.experiment());
        }

        @Override
        public String visit(Document.OfDescent of) {
            return descent(of.setup());
        }

        @Override
        public String visit(Document.OfBatch of) {
            return new BatchCaption(texts).of(of.setup());
        }

        @Override
        public String visit(Document.OfStudy of) {
            return study(of.study());
        }

        @Override
        public String visit(Document.OfCase of) {
            return training(of.subject().after());
        }

        @Override
        public String visit(Document.OfConvolution of) {
            return new ConvolutionCaption(texts).of(of.setup());
        }

        @Override
        public String visit(Document.OfActivations of) {
            return activationCaption.of(of.setup());
        }

        @Override
        public String visit(Document.OfPlayground of) {
            return playground(of.experiment());
        }

        @Override
        public String visit(Document.OfMap of) {
            return map(of.map());
        }

        @Override
        public String visit(Document.OfPage of) {
            return texts.get("chart.caption.page", of.name());
        }
    }

    private String descent(DescentSetup setup) {
        List<String> parts = new ArrayList<>();
        String variables = setup.start().size() == 1 ? "f(x)" : "f(x, y)";
        parts.add(variables + " = "
                + ObjectiveFunctions.of(setup.function(), setup.parameters()).formula());
        setup.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        parts.add(assignment(SYMBOLS.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue())));
        String start = setup.start().stream().map(NumberFormats::format).collect(Collectors.joining(", "));
        parts.add(texts.get("chart.caption.start", setup.start().size() == 1 ? start : "(" + start + ")"));
        parts.add(texts.get("chart.caption.steps", Integer.toString(setup.steps())));
        List<Racer> visibleRacers =
                setup.racers().stream().filter(Racer::visible).toList();
        ScheduleCaption schedules = new ScheduleCaption(texts);
        boolean sameSettings = visibleRacers.stream()
                        .map(racer -> List.of(racer.optimizer(), racer.schedule()))
                        .distinct()
                        .count()
                == 1;
        if (sameSettings) {
            parts.add(optimizer(visibleRacers.get(0).optimizer()));
            parts.add("η = "
                    + visibleRacers.stream()
                            .map(racer -> NumberFormats.format(racer.learningRate()))
                            .collect(Collectors.joining(", ")));
            parts.addAll(schedules.of(visibleRacers.get(0).schedule()));
        } else {
            for (Racer racer : visibleRacers) {
                List<String> settings = new ArrayList<>(List.of(optimizer(racer.optimizer())));
                settings.addAll(schedules.of(racer.schedule()));
                parts.add(assignment("η", racer.learningRate()) + " (" + join(settings) + ")");
            }
        }
        RepeatedNoiseSettings noise = setup.noise();
        if (noise.enabled()) {
            parts.add(texts.get(
                    "chart.caption.gradientNoise",
                    NumberFormats.format(noise.deviation()),
                    Integer.toString(noise.batchSize()),
                    Integer.toString(noise.runs())));
            parts.add(texts.get("chart.caption.seed", Long.toString(noise.seed())));
        }
        return join(parts);
    }

    private String training(Experiment experiment) {
        return String.join(
                "; ",
                data(experiment.data()),
                network(experiment),
                describeTraining(experiment.training()),
                texts.get("chart.caption.seed", Long.toString(experiment.seed())));
    }

    private String study(TuningStudy study) {
        Experiment experiment = study.experiment();
        return String.join(
                "; ",
                experiment == null
                        ? "f(x, y) = "
                                + ObjectiveFunctions.of(String.valueOf(study.function()))
                                        .formula()
                        : String.join(
                                ", ",
                                data(experiment.data()),
                                network(experiment),
                                describeTraining(experiment.training())),
                study.space().parameters().stream().map(this::dimension).collect(Collectors.joining(", ")),
                texts.get(
                        "chart.caption.search",
                        texts.get("chart.method." + study.method().name()),
                        Integer.toString(study.trials())),
                texts.get("chart.caption.seed", Long.toString(study.seed())));
    }

    private String map(MapSpecification map) {
        String trained = map.subject().accept(new SubjectDescriber());
        String axes =
                dimension(new SearchSpace.Hyperparameter(map.x().key(), map.x().dimension())) + ", "
                        + dimension(new SearchSpace.Hyperparameter(
                                map.y().key(), map.y().dimension()));
        return String.join(
                "; ", trained, axes, texts.get("chart.map.color." + map.color().fileName()));
    }

    private final class SubjectDescriber implements MapSubject.Visitor<String> {
        @Override
        public String visit(MapSubject.OfExperiment of) {
            return training(of.experiment());
        }

        @Override
        public String visit(MapSubject.OfDescent of) {
            return descent(of.setup());
        }

        @Override
        public String visit(MapSubject.OfMeanField of) {
            MeanFieldNetwork network = of.network();
            return texts.get(
                    "chart.caption.meanField",
                    Integer.toString(network.width()),
                    Integer.toString(network.samples()),
                    Integer.toString(network.steps()),
                    Long.toString(network.seed()));
        }
    }

    private String dimension(SearchSpace.Hyperparameter parameter) {
        return KeyNames.of(parameter.key(), texts) + " "
                + parameter.dimension().accept(new DimensionDescriber());
    }

    private static final class DimensionDescriber implements SearchDimension.Visitor<String> {
        @Override
        public String visit(SearchDimension.LinearDimension linear) {
            return range(linear);
        }

        @Override
        public String visit(SearchDimension.LogDimension log) {
            return range(log) + " (log)";
        }

        @Override
        public String visit(SearchDimension.IntegerDimension integer) {
            return range(integer);
        }

        @Override
        public String visit(SearchDimension.CategoricalDimension choice) {
            return choice.values().stream().map(UnitIntervalTicks::formatValue).collect(Collectors.joining(" | "));
        }

        private static String range(SearchDimension dimension) {
            return NumberFormats.format(Double.parseDouble(dimension.value(0))) + " … "
                    + NumberFormats.format(Double.parseDouble(dimension.value(1)));
        }
    }

    private String playground(PlaygroundExperiment experiment) {
        PlaygroundLink link = experiment.link();
        PlaygroundLink.DataOptions data = link.data();
        PlaygroundLink.TrainingOptions training = link.training();
        List<String> settings = new ArrayList<>(List.of(
                texts.get("component.optimizer.sgd"),
                assignment("η", training.learningRate()),
                texts.get("chart.caption.batch", NumberFormats.format(training.batchSize())),
                texts.get("chart.caption.epochs", Integer.toString(experiment.epochs()))));
        if (training.regularization() != PlaygroundRegularization.NONE) {
            settings.add(
                    training.regularization().fileName() + " " + NumberFormats.format(training.regularizationRate()));
        }
        return String.join(
                "; ",
                join(List.of(
                        texts.get("chart.caption.playground", data.dataSet().fileName()),
                        texts.get("chart.caption.noise", NumberFormats.format(data.noise()) + "\u00a0%"),
                        texts.get("chart.caption.share", NumberFormats.format(data.percTrainData())))),
                join(List.of(playgroundInputs(link.network()), layers(link.network()))),
                join(settings),
                texts.get("chart.caption.seed", data.seed()));
    }

    private String playgroundInputs(PlaygroundLink.NetworkOptions network) {
        return network.inputs().isEmpty()
                ? texts.get("chart.caption.noInput")
                : join(network.inputs().stream().map(PlaygroundInput::fileName).toList());
    }

    private String layers(PlaygroundLink.NetworkOptions network) {
        return network.hidden().isEmpty()
                ? texts.get("chart.caption.noHidden")
                : layers(network.hidden()) + " "
                        + texts.get(
                                "component.activation." + network.activation().fileName());
    }

    private static String layers(List<Integer> hidden) {
        return hidden.stream().map(String::valueOf).collect(Collectors.joining("–"));
    }

    private String data(DataSettings data) {
        List<String> parts = new ArrayList<>();
        CsvSettings csv = data.csv();
        if (csv == null) {
            parts.add(texts.get("training.source." + data.source()));
        } else {
            parts.add(String.valueOf(Path.of(csv.file()).getFileName()));
            parts.add(texts.get("chart.caption.target", csv.target()));
        }
        Integer samples = data.samples();
        if (samples != null) {
            parts.add(texts.get("chart.caption.samples", samples.toString()));
        }
        if (DataSources.generators().contains(data.source())) {
            parts.add(texts.get("chart.caption.noise", NumberFormats.format(data.noise())));
        }
        SplitSettings split = data.splitSettings();
        boolean hasTestSet = split.testFraction() > 0;
        if (hasTestSet) {
            parts.add(texts.get("chart.caption.heldOut", NumberFormats.format(100 * split.testFraction())));
        }
        if (split.folds() > 0) {
            parts.add(texts.get(
                    "chart.caption.fold", Integer.toString(split.fold() + 1), Integer.toString(split.folds())));
        } else {
            String share = hasTestSet ? "chart.caption.shareOfOthers" : "chart.caption.share";
            parts.add(texts.get(share, NumberFormats.format(100 * data.trainFraction())));
        }
        if (split.splitSeed() != null) {
            parts.add(texts.get("chart.caption.splitSeed", split.splitSeed().toString()));
        }
        if (data.standardize()) {
            parts.add(texts.get("chart.caption.standardized"));
        }
        return join(parts);
    }

    private String network(Experiment experiment) {
        NetworkSettings network = experiment.network();
        List<String> parts = new ArrayList<>();
        if (!network.convolutions().isEmpty()) {
            String each = join(network.convolutions().stream()
                    .map(convolution -> texts.get(
                            "training.convolution",
                            Integer.toString(convolution.filters()),
                            Integer.toString(convolution.kernel()),
                            Integer.toString(convolution.stride()),
                            Integer.toString(convolution.padding()),
                            Integer.toString(convolution.pool())))
                    .toList());
            parts.add(texts.get("chart.caption.convolutions", each));
        }
        if (!network.hidden().isEmpty()) {
            parts.add(layers(network.hidden()) + " " + activationCaption.of(network.activation()));
        } else {
            if (!network.convolutions().isEmpty()) {
                parts.add(activationCaption.of(network.activation()));
            }
            parts.add(texts.get("chart.caption.noHidden"));
        }
        if (network.dropout() > 0) {
            parts.add(texts.get("chart.caption.dropout", NumberFormats.format(network.dropout())));
        }
        if (experiment.ensemble() > 1) {
            parts.add(texts.get("chart.caption.ensemble", Integer.toString(experiment.ensemble())));
        }
        return join(parts);
    }

    private String describeTraining(TrainingSettings training) {
        List<String> parts = new ArrayList<>();
        parts.add(optimizer(training.optimizer()));
        parts.add(assignment("η", training.learningRate()));
        parts.addAll(new ScheduleCaption(texts).of(training.schedule()));
        BatchSize batch = training.batchSize();
        parts.add(texts.get(
                "chart.caption.batch", batch.isFull() ? texts.get("shell.full") : Integer.toString(batch.samples())));
        parts.add(texts.get("chart.caption.epochs", Integer.toString(training.epochs())));
        if (training.patience() > 0) {
            parts.add(texts.get("chart.caption.patience", Integer.toString(training.patience())));
        }
        Penalty penalty = training.penalty();
        if (penalty.l1() > 0) {
            String strength = "L1 " + NumberFormats.format(penalty.l1());
            parts.add(penalty.hasSoftThreshold() ? strength + " " + texts.get("chart.caption.proximal") : strength);
        }
        if (penalty.l2() > 0) {
            parts.add("L2 " + NumberFormats.format(penalty.l2()));
        }
        return join(parts);
    }

    private String optimizer(Optimizer optimizer) {
        StringBuilder description = new StringBuilder(texts.get("component.optimizer." + optimizer.name()));
        if (optimizer instanceof Sgd sgd && sgd.nesterov()) {
            description.append(" Nesterov");
        }
        Map<Constant, Double> defaults = Optimizer.byName(optimizer.name()).constants();
        optimizer.constants().forEach((constant, value) -> {
            double defaultValue = Objects.requireNonNull(defaults.get(constant));
            if (value != defaultValue) {
                description.append(' ').append(assignment(constant.symbol(), value));
            }
        });
        return description.toString();
    }

    private static String assignment(String symbol, double value) {
        return symbol + " = " + NumberFormats.format(value);
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }
}
