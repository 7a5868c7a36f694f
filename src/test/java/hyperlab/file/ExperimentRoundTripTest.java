package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.activation.ActivationConstants;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.MaxoutCurve;
import hyperlab.data.CsvFormat;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.data.DecimalMark;
import hyperlab.data.FieldSeparator;
import hyperlab.data.MissingValues;
import hyperlab.data.PointSet;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.data.TextEncoding;
import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ProgressMeasure;
import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.image.ImageShape;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Penalty;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.DoubleArbitrary;

/** Every setting is unchanged after writing and reading. */
class ExperimentRoundTripTest {
    @Property(tries = 500)
    void roundTripsAnyExperiment(@ForAll("experiments") Experiment experiment) {
        assertComesBack(new Document.OfExperiment(experiment));
    }

    @Property(tries = 200)
    void roundTripsAnyDescent(@ForAll("descents") DescentSetup setup) {
        assertComesBack(new Document.OfDescent(setup));
    }

    @Property(tries = 200)
    void roundTripsAnySelection(@ForAll("activations") Activation activation, @ForAll("finite") double probe) {
        assertComesBack(new Document.OfActivations(ActivationLabSettings.DEFAULT.withSelection(
                new ActivationSelection(List.of(activation), -1e300, 1e-300, probe), ActivationConstants.DEFAULT)));
    }

    @Property(tries = 50)
    void roundTripsAnyActivationTopic(
            @ForAll ActivationTopic topic,
            @ForAll DepthSettings.DepthComparison compare,
            @ForAll DepthSettings.WeightInitialization start,
            @ForAll MaxoutCurve curve,
            @ForAll long seed) {
        ActivationLabSettings usual = ActivationLabSettings.DEFAULT;
        assertComesBack(new Document.OfActivations(usual.withTopic(topic)
                .withSeed(seed)
                .withMaxoutCurve(curve)
                .withSaturation(0.3)
                .withDepth(new DepthSettings(3, 5, compare, start, 0.25, 2))
                .withSlopeTraining(new ActivationTrainingSettings("iris", List.of(3), 0.5, 7, 1))
                .withDeadUnitTraining(new ActivationTrainingSettings("xor", List.of(4, 2), 1e-3, 9, 2))
                .withRaceTraining(new ActivationTrainingSettings("mnist", List.of(), 3, 200, 32))
                .withLinearTraining(new ActivationTrainingSettings("xor", List.of(1), 1, 1, 4))));
    }

    private static void assertComesBack(Document document) {
        String json = Documents.write(document);

        assertEquals(document, Documents.parse(json, "x"));
        assertEquals(json, Documents.write(Documents.parse(json, "x")));
    }

    @Provide
    Arbitrary<Experiment> experiments() {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(20),
                        Arbitraries.longs(),
                        data(),
                        networks(),
                        trainings(),
                        Arbitraries.integers().between(1, Experiment.MAX_MEMBERS))
                .as(Experiment::new);
    }

    @Provide
    Arbitrary<DescentSetup> descents() {
        Arbitrary<DescentSetup.Racer> racers = Combinators.combine(positive(), optimizers(), schedules(), flags())
                .as(DescentSetup.Racer::new);
        Arbitrary<DescentDisplay> displays = Combinators.combine(
                        Arbitraries.of(ProgressMeasure.class), flags(), positive(), flags())
                .as(DescentDisplay::new);
        return Combinators.combine(
                        Arbitraries.of("himmelblau", "rastrigin", "x^2 + y^2", "2x y − π·sin(y)/3"),
                        finite(),
                        finite(),
                        Arbitraries.integers().between(1, DescentSetup.MAX_STEPS),
                        Arbitraries.of(ComparedHyperparameter.class),
                        racers.list().ofMinSize(1).ofMaxSize(DescentSetup.MAX_RACERS),
                        displays,
                        noises())
                .as((function, x, y, steps, compared, list, display, noise) ->
                        new DescentSetup(function, Map.of(), List.of(x, y), steps, compared, list, display, noise));
    }

    private static Arbitrary<RepeatedNoiseSettings> noises() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(0, 1e6),
                        Arbitraries.integers().between(1, RepeatedNoiseSettings.MAX_BATCH_SIZE),
                        Arbitraries.integers().between(2, RepeatedNoiseSettings.MAX_RUNS),
                        Arbitraries.longs())
                .as(RepeatedNoiseSettings::new);
    }

    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new Activation.Sigmoid(),
                        new Activation.Tanh(),
                        new Activation.Relu(),
                        new Activation.Linear(),
                        new Activation.Softplus(),
                        new Activation.Selu(),
                        new Activation.Gelu(),
                        new Activation.Silu(),
                        new Activation.Mish(),
                        new Activation.Hardswish()),
                finite().map(Activation.LeakyRelu::new),
                finite().map(Activation.Prelu::new),
                positive().map(Activation.Elu::new),
                Arbitraries.integers().between(2, 64).map(Activation.Maxout::new));
    }

    @Provide
    DoubleArbitrary finite() {
        return Arbitraries.doubles()
                .between(-Double.MAX_VALUE, Double.MAX_VALUE)
                .ofScale(300);
    }

    private static Arbitrary<DataSettings> data() {
        Arbitrary<String> names =
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5).map(name -> "f" + name);
        Arbitrary<CsvSettings> csv = Combinators.combine(
                        names,
                        names.list().ofMaxSize(3),
                        Arbitraries.of(PredictionTask.class).injectNull(0.3),
                        Arbitraries.of(MissingValues.class),
                        names.list().ofMaxSize(3),
                        csvFormats())
                .as((file, features, task, missing, categories, format) ->
                        new CsvSettings(file + "/가.csv", "y", features, task, missing, categories, format));
        return Combinators.combine(
                        Arbitraries.of(DataSources.names()).filter(source -> !source.equals(DataSettings.POINTS)),
                        csv,
                        Arbitraries.integers()
                                .between(2, DataSettings.MAX_SAMPLES)
                                .injectNull(0.3),
                        notNegative(),
                        fraction(),
                        Arbitraries.of(SplitOrder.class),
                        flags())
                .as((source, file, samples, noise, train, split, standardize) -> new DataSettings(
                        source, samples, noise, train, split, standardize, source.equals("csv") ? file : null, null))
                .flatMap(settings ->
                        points().injectNull(0.9).map(points -> points == null ? settings : settings.withPoints(points)))
                .flatMap(settings -> images().injectNull(0.5).map(settings::withImage))
                .flatMap(settings -> partings().map(settings::withSplitSettings));
    }

    private static Arbitrary<PointSet> points() {
        Arbitrary<Double> coordinates =
                Arbitraries.doubles().between(-1e300, 1e300).ofScale(300);
        return Combinators.combine(
                        coordinates, coordinates, Arbitraries.integers().between(0, PointSet.MAX_LABEL))
                .as(PointSet.LabeledPoint::new)
                .list()
                .ofMaxSize(5)
                .map(PointSet::new);
    }

    private static Arbitrary<CsvFormat> csvFormats() {
        return Combinators.combine(
                        Arbitraries.of(TextEncoding.class),
                        Arbitraries.of(FieldSeparator.class),
                        Arbitraries.of(DecimalMark.class),
                        flags())
                .as(CsvFormat::new);
    }

    private static Arbitrary<SplitSettings> partings() {
        Arbitrary<Double> tests = Arbitraries.oneOf(Arbitraries.just(0.0), fraction());
        Arbitrary<Integer> folds =
                Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(2, SplitSettings.MAX_FOLDS));
        return Combinators.combine(tests, Arbitraries.longs().injectNull(0.5), folds)
                .as((test, seed, count) -> new SplitSettings(test, seed, count, Math.max(0, count - 1)));
    }

    private static Arbitrary<ImageShape> images() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, Integer.MAX_VALUE);
        return Combinators.combine(sides, sides, sides).as(ImageShape::new);
    }

    private static Arbitrary<ConvolutionSpec> convolutions() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, Integer.MAX_VALUE);
        return Combinators.combine(
                        Arbitraries.integers().between(1, ConvolutionSpec.MAX_FILTERS),
                        Arbitraries.integers().between(1, ConvolutionSpec.MAX_KERNEL),
                        counts,
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        counts)
                .as(ConvolutionSpec::new);
    }

    private Arbitrary<NetworkSettings> networks() {
        Arbitrary<Initializer> initializers = Arbitraries.oneOf(
                Arbitraries.of(
                        new Initializer.Auto(), new Initializer.Xavier(), new Initializer.He(), new Initializer.Zero()),
                positive().map(Initializer.Uniform::new));
        return Combinators.combine(
                        convolutions().list().ofMaxSize(NetworkSettings.MAX_CONVOLUTIONS),
                        Arbitraries.integers()
                                .between(1, NetworkSettings.MAX_UNITS)
                                .list()
                                .ofMaxSize(16),
                        activations(),
                        fraction(),
                        initializers,
                        Arbitraries.strings()
                                .excludeChars('\0')
                                .ofMinLength(1)
                                .ofMaxLength(8)
                                .injectNull(0.5))
                .as((convolutions, hidden, activation, dropout, initializer, weights) ->
                        new NetworkSettings(convolutions, hidden, activation, dropout, initializer, weights));
    }

    private static Arbitrary<TrainingSettings> trainings() {
        return Combinators.combine(
                        Arbitraries.of(Loss.class).injectNull(0.3),
                        optimizers(),
                        positive(),
                        schedules(),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE).map(BatchSize::new),
                        flags(),
                        Arbitraries.integers().between(0, TrainingSettings.MAX_EPOCHS),
                        Combinators.combine(notNegative(), notNegative()).as(Penalty::new))
                .as((loss, optimizer, rate, schedule, batch, shuffle, epochs, penalty) -> new TrainingSettings(
                        loss,
                        optimizer,
                        rate,
                        epochs % 2 == 0 ? List.of() : List.of(rate, rate / 2 + 1),
                        schedule,
                        batch,
                        shuffle,
                        epochs,
                        penalty,
                        epochs / 2));
    }

    private static Arbitrary<Schedule> schedules() {
        Arbitrary<Integer> warmup = Arbitraries.integers().between(0, 1000);
        return Arbitraries.oneOf(
                warmup.map(Schedule.ConstantRate::new),
                Combinators.combine(Arbitraries.integers().between(1, 1000), positive(), warmup)
                        .as(Schedule.StepDecay::new),
                Combinators.combine(positive(), warmup).as(Schedule.ExponentialDecay::new),
                Combinators.combine(notNegative(), warmup).as(Schedule.CosineAnnealing::new));
    }

    private static Arbitrary<Optimizer> optimizers() {
        return Arbitraries.oneOf(
                fraction().map(momentum -> new Sgd(momentum, true)),
                Arbitraries.of(Sgd.DEFAULT),
                Combinators.combine(fraction(), positive()).as(RmsProp::new),
                positive().map(AdaGrad::new),
                Combinators.combine(fraction(), positive()).as(AdaDelta::new),
                Combinators.combine(fraction(), fraction(), positive()).as(Adam::new),
                Combinators.combine(fraction(), fraction(), positive(), notNegative())
                        .as(NAdam::new),
                Combinators.combine(fraction(), fraction(), positive(), notNegative())
                        .as(AdamW::new));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Double> positive() {
        return Arbitraries.doubles().between(0, false, Double.MAX_VALUE, true).ofScale(300);
    }

    private static Arbitrary<Double> notNegative() {
        return Arbitraries.doubles().between(0, Double.MAX_VALUE).ofScale(300);
    }

    private static Arbitrary<Double> fraction() {
        return Arbitraries.doubles().between(0.0001, 0.9999).ofScale(16);
    }
}
