package hyperlab.export.caption;

import hyperlab.cases.DefaultComparison;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.file.Document;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Builds one-line captions that describe how a figure was made: the function or the data, the settings that are active,
 * the random seed and the version. The caption is meant to be sufficient to set everything up again.
 */
public final class Captions {
    private static final Pattern FIRST_WORD = Pattern.compile("([a-z]{2,})(?=[ ,:;.]|$)");
    private static final Set<String> LOWERCASE_NAMES = Set.of("tanh");
    /** A first phrase with a file extension, an equals sign, or a parenthesis. */
    private static final Pattern FILE_OR_FORMULA = Pattern.compile("[^,:;]*(?:\\.\\w|[=(≤])");

    private final Texts texts;
    private final ExperimentCaption experiments;

    private Captions(Texts texts) {
        this.texts = texts;
        experiments = new ExperimentCaption(texts);
    }

    /** The caption for the figure of {@code document}, in the language of {@code texts}. */
    public static String of(Document document, Texts texts) {
        Captions captions = new Captions(texts);
        return texts.get("chart.caption", captions.describe(document), Version.text());
    }

    /** The caption for a figure of an image and the kernel that slides over it. */
    public static String ofSlidingKernel(ConvolutionLabSettings setup, Texts texts) {
        return texts.get("chart.caption", new ConvolutionCaption(texts).slide(setup), Version.text());
    }

    /** The caption for a figure of a convolutional network, and of the image that it reads if it reads one. */
    public static String ofConvolutionalNetwork(ConvolutionLabSettings setup, boolean readsImage, Texts texts) {
        ConvolutionCaption caption = new ConvolutionCaption(texts);
        return texts.get(
                "chart.caption", readsImage ? caption.response(setup) : caption.network(setup), Version.text());
    }

    /** Describes the network and training settings of an experiment, without its data. */
    public static String settings(Experiment experiment, Texts texts) {
        Captions captions = new Captions(texts);
        return captions.experiments.network(experiment) + "; " + captions.experiments.training(experiment.training())
                + ".";
    }

    /**
     * Joins sentences; each but the last ends with a period, and each but the first starts as {@link #startSentence}
     * says. The first may be the user's own, so it stays as it is.
     */
    public static String sentences(List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (text.isEmpty()) {
                text.append(part);
            } else {
                text.append(text.toString().matches("(?s).*[.!?…。]") ? " " : ". ");
                text.append(startSentence(part));
            }
        }
        return text.toString();
    }

    /**
     * Starts with a capital letter if the text starts with a word; names of files, formulas, and tanh stay as they are.
     */
    public static String startSentence(String text) {
        Matcher word = FIRST_WORD.matcher(text);
        boolean isWord = word.lookingAt()
                && !LOWERCASE_NAMES.contains(word.group(1))
                && !FILE_OR_FORMULA.matcher(text).lookingAt();
        return isWord ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    }

    private String describe(Document document) {
        return document.accept(new Describer());
    }

    private final class Describer implements Document.Visitor<String> {
        @Override
        public String visit(Document.OfExperiment of) {
            return experiments.of(of.experiment());
        }

        @Override
        public String visit(Document.OfDescent of) {
            return new DescentCaption(texts).of(of.setup());
        }

        @Override
        public String visit(Document.OfBatch of) {
            return new BatchCaption(texts).of(of.setup());
        }

        @Override
        public String visit(Document.OfStudy of) {
            DefaultComparison comparison = of.comparison();
            return comparison == null
                    ? study(of.study())
                    : study(of.study())
                            + "; "
                            + texts.get(
                                    "chart.caption.comparison",
                                    Integer.toString(comparison.trial()),
                                    Integer.toString(comparison.seeds()),
                                    Long.toString(comparison.firstSeed()),
                                    texts.get(
                                            comparison.test()
                                                    ? "chart.caption.comparison.test"
                                                    : "chart.caption.comparison.validation"));
        }

        @Override
        public String visit(Document.OfCase of) {
            return experiments.of(of.subject().after());
        }

        @Override
        public String visit(Document.OfMapCase of) {
            return map(of.subject().map());
        }

        @Override
        public String visit(Document.OfConvolution of) {
            return new ConvolutionCaption(texts).of(of.setup());
        }

        @Override
        public String visit(Document.OfActivations of) {
            return new ActivationCaption(texts).of(of.setup());
        }

        @Override
        public String visit(Document.OfPlayground of) {
            return new PlaygroundCaption(texts).of(of.experiment());
        }

        @Override
        public String visit(Document.OfLog of) {
            return new LogCaption(texts).of(of.log());
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

    private String study(TuningStudy study) {
        Experiment experiment = study.experiment();
        String searched = String.join(
                "; ",
                study.isRecordOnly()
                        ? texts.get("chart.caption.recorded")
                        : experiment == null
                                ? "f(x, y) = "
                                        + ObjectiveFunctions.of(String.valueOf(study.function()))
                                                .formula()
                                : String.join(
                                        ", ",
                                        experiments.data(experiment.data()),
                                        experiments.network(experiment),
                                        experiments.training(experiment.training())),
                study.space().parameters().stream().map(this::dimension).collect(Collectors.joining(", ")),
                texts.get(
                        "chart.caption.search",
                        texts.get("chart.method." + study.method().name()),
                        Integer.toString(study.trials())));
        // The seed of another program is not known.
        return study.isRecordOnly()
                ? searched
                : searched + "; " + texts.get("chart.caption.seed", Long.toString(study.seed()));
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
            return experiments.of(of.experiment());
        }

        @Override
        public String visit(MapSubject.OfDescent of) {
            return new DescentCaption(texts).of(of.setup());
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
        return KeyNames.of(parameter.key(), texts) + " " + parameter.dimension().accept(new DimensionDescriber());
    }

    private static final class DimensionDescriber implements SearchDimension.Visitor<String> {
        private static final int MIN_DIGITS = 4;

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
            double low = Double.parseDouble(dimension.value(0));
            double high = Double.parseDouble(dimension.value(1));
            int digits = digits(low, high);
            return NumberFormats.format(low, digits) + " … " + NumberFormats.format(high, digits);
        }

        /** Enough digits to tell the bounds apart. */
        private static int digits(double low, double high) {
            double relative = (high - low) / Math.max(Math.abs(low), Math.abs(high));
            return relative > 0 ? Math.max(MIN_DIGITS, (int) Math.ceil(-Math.log10(relative)) + 2) : MIN_DIGITS;
        }
    }
}
