package hyperlab.lab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.EpochBatches;
import hyperlab.cases.Case;
import hyperlab.cases.CaseContributions;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.KeyContribution.Role;
import hyperlab.cases.ScoreComparison.Verdict;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.descent.DescentPath;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.file.BundledCases;
import hyperlab.image.ImageShape;
import hyperlab.lab.LabContext;
import hyperlab.learn.LearnPages;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.train.Quantiles;
import hyperlab.train.TrainingOutcome;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialRecord;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks that the numbers on the pages match the results of the code. */
class PageNumbersTest {
    private static LabContext context() {
        return new LabContext(
                new Messages(Language.ENGLISH), new Appearance(Theme.LIGHT), null, null, null, null, null, null);
    }

    /** Asserts that the page contains these texts in both languages. */
    private static void assertPageContains(String page, String... texts) {
        for (Language language : Language.values()) {
            String markdown = LearnPages.markdown(page, language);
            for (String text : texts) {
                assertTrue(markdown.contains(text), () -> page + " in " + language + " lacks " + text);
            }
        }
    }

    private static double factor(DescentPath path, int dimension) {
        return path.coordinate(1, dimension) / path.coordinate(0, dimension);
    }

    @Test
    void parabolaStepFactorMatchesThePage() {
        DescentPaths paths = DescentPaths.of(LinkedSettings.descent("three-rates"));
        assertEquals("0.9", NumberFormats.format(factor(paths.paths().get(0), 0)));
        assertEquals("−0.9", NumberFormats.format(factor(paths.paths().get(1), 0)));
        assertEquals("−1.1", NumberFormats.format(factor(paths.paths().get(2), 0)));
        assertEquals(
                0,
                DescentPaths.of(LinkedSettings.descent("landing-rate"))
                        .paths()
                        .get(0)
                        .x(1));
        assertPageContains("learning-rate", "0.9", "−0.9", "−1.1", "0.1", "1.9", "2.1");
    }

    @Test
    void epochBatchesMatchThePage() {
        EpochBatches cut = new EpochIllustration(context()).compute().cut();
        assertEquals(new EpochBatches(150, 32, false), cut);
        assertEquals(5, cut.steps());
        assertEquals(22, cut.sizeOf(4));
        assertPageContains("batch-size", "150", "$B = 32$", "22");
    }

    @Test
    void overfittingAndStoppingEpochsMatchThePage() {
        assertEquals(26, new OverfitIllustration(context()).compute().bestEpoch());
        TrainingOutcome outcome = Objects.requireNonNull(
                IllustrationTrainings.train(LinkedSettings.experiment("early-stopping"), report -> {})
                        .outcome());
        assertEquals(46, outcome.epochs());
        assertEquals(26, outcome.bestEpoch());
        assertEquals(20, LinkedSettings.experiment("early-stopping").training().patience());
        assertPageContains("epochs", "26", "46", "20");
    }

    @Test
    void featuresSelectedByL1MatchThePage() {
        RegularizationPath l1 = new PenaltyIllustration(context(), RegularizationPath.PenaltyKind.L1).compute();
        RegularizationPath l2 = new PenaltyIllustration(context(), RegularizationPath.PenaltyKind.L2).compute();
        assertEquals(
                "bmi, bp, s3, s5",
                l1.nonzeroFeatures(l1.nearestIndex(PenaltyIllustration.MARKED_LAMBDA)).stream()
                        .map(l1.features()::get)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        assertEquals(10, l2.nonzeroFeatures(l2.lambdas().length - 1).size());
        assertPageContains("weight-decay", "bmi, bp, s3", "s5", "0.1");
    }

    @Test
    void numberOfDropoutSubnetworksMatchesThePage() {
        int units = new DropoutIllustration(context())
                .compute().dropped().stream().mapToInt(layer -> layer.length).sum();
        assertPageContains("dropout", Integer.toString(units), String.format(Locale.ROOT, "%,d", 1 << units));
        assertEquals(16, units);
    }

    @Test
    void ensembleIsNeverWorseThanTheMeanOfItsMembers() {
        EnsembleIllustration.EnsembleLosses losses = new EnsembleIllustration(context()).compute();
        for (int epoch = 0; epoch < losses.ensemble().length; epoch++) {
            int at = epoch;
            double mean = losses.members().stream()
                    .mapToDouble(member -> member[at])
                    .average()
                    .orElseThrow();
            assertTrue(losses.ensemble()[epoch] <= mean, "epoch " + epoch);
        }
    }

    @Test
    void vanishingGradientMatchesThePage() {
        assertEquals(0.25, new Activation.Sigmoid().derivative(0));
        double first = new DepthIllustration(context())
                .compute()
                .get(0)
                .backward()
                .get(0)
                .median();
        assertEquals(2e-6, first, 0.5e-6);
        assertEquals(10, LinkedSettings.activation("sigmoid-10").depth().layers());
        assertPageContains("activation", "¼");
    }

    @Test
    void ravineDescentMatchesThePage() {
        DescentPath sgd = DescentPaths.of(LinkedSettings.descent("three-optimizers"))
                .paths()
                .get(0);
        assertEquals("0.91", NumberFormats.format(factor(sgd, 0)));
        assertEquals("−0.8", NumberFormats.format(factor(sgd, 1)));
        assertEquals(
                20,
                DescentPaths.of(LinkedSettings.descent("three-optimizers"))
                        .objective()
                        .largestCurvature(0, 0));
        assertPageContains("optimizers", "0.09", "0.91", "−0.8", "0.03", "0.3");
    }

    @Test
    void parameterCountMatchesThePage() {
        int parameters = 0;
        for (LayerWeights layer : IllustrationTrainings.createRun(LinkedSettings.experiment("units-8"))
                .network()
                .weights()) {
            LayerWeights.Dense dense = (LayerWeights.Dense) layer;
            parameters += dense.bias().length;
            parameters +=
                    Arrays.stream(dense.weights()).mapToInt(row -> row.length).sum();
        }
        assertEquals(42, parameters);
        assertPageContains("layers", "3 · 8 + 9 · 2 = 42");
    }

    @Test
    void threeUnitsDoWhatOneAndTwoCannot() {
        List<double[]> results = new UnitsIllustration(context()).compute();
        assertTrue(Quantiles.of(results.get(0)).maximum() < 0.75);
        assertTrue(Quantiles.of(results.get(1)).median() < 0.85);
        assertTrue(Quantiles.of(results.get(2)).median() > 0.95);
        assertTrue(Quantiles.of(results.get(3)).minimum() > 0.95);
    }

    @Test
    void featureMapSizesMatchThePage() {
        ImageShape image = new ImageShape(1, 28, 28);
        ConvolutionLabSettings coarse = LinkedSettings.convolution("kernel-3-stride-2");
        assertEquals(28, coarse.image().load().width());
        assertEquals(13, coarse.mapShape(image).width());
        assertEquals(
                28,
                LinkedSettings.convolution("kernel-3-padding-1").mapShape(image).width());
        assertEquals(9, coarse.kernel().toArray().length);
        assertPageContains("convolution", "⌊25 / 2⌋ + 1 = 13", "28", "10");
    }

    @Test
    void spreadAcrossSeedsMatchesThePage() {
        List<double[]> runs = new SeedIllustration(context()).compute();
        Quantiles last = Quantiles.of(
                runs.stream().mapToDouble(run -> run[run.length - 1]).toArray());
        assertEquals(10, runs.size());
        assertEquals(3, last.maximum() / last.minimum(), 0.3);
    }

    @Test
    void halvingBudgetMatchesThePage() {
        List<TrialRecord> rows = new HalvingIllustration(context()).compute().rows();
        assertEquals(
                List.of(1, 1, 1, 1, 1, 1, 3, 3, 9),
                rows.stream().map(TrialRecord::epochs).sorted().toList());
        assertEquals(21, rows.stream().mapToInt(TrialRecord::epochs).sum());
        assertEquals(81, rows.size() * LinkedSettings.study("halving").epochs());
        assertPageContains("tuning", "21", "81", "125");
    }

    @Test
    void searchDrawsEightTrialsAndApproachesTheMinimum() {
        assertEquals(8, ((SearchMethod.Bayesian) LinkedSettings.study("branin").method()).initial());
        double best = new SearchIllustration(context())
                .compute().rows().stream().mapToDouble(TrialRecord::value).min().orElseThrow();
        assertEquals(0.3979, best, 0.05);
        assertEquals(25, LinkedSettings.study("branin").trials());
        assertTrue(LearnPages.markdown("tuning", Language.ENGLISH).contains("eight drawn at random"));
        assertTrue(LearnPages.markdown("tuning", Language.KOREAN).contains("처음 여덟 번은 무작위"));
    }

    @Test
    void caseGainsMatchThePage() {
        Case wine = BundledCases.named("wine");
        assertPageContains(
                "cases",
                percent(wine.recordedScores().array(Configuration.BEFORE)),
                percent(wine.recordedScores().array(Configuration.AFTER)),
                percent(wine.recordedScores().array(Configuration.changedAlone("data.standardize"))),
                percent(wine.recordedScores().array(Configuration.setBackAlone("data.standardize"))),
                percent(wine.recordedScores().array(Configuration.LINEAR)));
        assertPageContains(
                "cases",
                percent(BundledCases.named("digits")
                        .recordedScores()
                        .array(Configuration.setBackAlone("network.activation.name"))));
        assertEquals(Role.ALONE_AND_NEEDED, role("iris", "training.learningRate"));
        assertEquals(Role.PART_AND_NEEDED, role("diabetes", "training.penalty.l2"));
        assertEquals(Role.PART_AND_NEEDED, role("diabetes", "network.hidden"));
        assertEquals(
                Verdict.OPEN,
                Objects.requireNonNull(contributions("penguins").total()).verdict());
        assertEquals(
                Verdict.WORSE,
                Objects.requireNonNull(contributions("diabetes").keys().get(0).interaction())
                        .verdict());
    }

    private static CaseContributions contributions(String name) {
        Case subject = BundledCases.named(name);
        return CaseContributions.of(subject.recordedScores(), subject.metric());
    }

    private static @Nullable Role role(String name, String key) {
        return contributions(name).keys().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()
                .role();
    }

    private static String percent(double[] scores) {
        return String.format(Locale.ROOT, "%.1f", 100 * Quantiles.of(scores).median());
    }
}
