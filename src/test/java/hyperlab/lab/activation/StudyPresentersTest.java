package hyperlab.lab.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationRaceStudy.FunctionCurves;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.activation.DeadUnitsStudy.DeadUnitsResult;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthSettings.DepthComparison;
import hyperlab.activation.DepthSettings.WeightInitialization;
import hyperlab.activation.DepthStudy.DepthLineResult;
import hyperlab.activation.LinearStudy;
import hyperlab.activation.MaxoutCurve;
import hyperlab.activation.MaxoutStudy.MaxoutFit;
import hyperlab.activation.PreluSlopeStudy.EpochSlopes;
import hyperlab.chart.activation.FunctionChart;
import hyperlab.chart.activation.MedianChart;
import hyperlab.finding.Severity;
import hyperlab.nn.Activation;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.concurrent.StudyRunner.StudyState;
import hyperlab.ui.concurrent.StudyRunner.StudyStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Tests the charts and texts that present the results of the studies. */
class StudyPresentersTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final double NONE = Double.NaN;

    private final List<String> appliedRemedies = new ArrayList<>();

    private static Quantiles spread(double median) {
        return new Quantiles(median, median * 0.9, median * 1.1, median * 0.8, median * 1.2);
    }

    private static List<Quantiles> spreads(double... medians) {
        return DoubleStream.of(medians).mapToObj(StudyPresentersTest::spread).toList();
    }

    private static <R> StudyStatus<R> done(List<R> results) {
        return new StudyStatus<>(StudyState.DONE, results, 1);
    }

    private static StudyContext context(ActivationLabSettings setup, int position) {
        return new StudyContext(setup, position, ENGLISH);
    }

    private static List<String> titles(StudyInsight.InsightContent insight) {
        return insight.findings().stream()
                .map(finding -> finding.text().title())
                .toList();
    }

    // depth

    private static DepthLineResult flow(Activation function, WeightInitialization start, double factor) {
        double[] back = {factor * factor, factor, 1};
        return new DepthLineResult(
                new DepthSettings.DepthLine(function, start), spreads(1, 0.5, 0.25), spreads(back), spread(factor), 4);
    }

    private static ActivationLabSettings setupWith(DepthSettings settings) {
        return ActivationLabSettings.DEFAULT.withDepth(settings);
    }

    private DepthPresenter depth(DepthSettings settings, int position, DepthLineResult... flows) {
        return new DepthPresenter(context(setupWith(settings), position), done(Arrays.asList(flows)));
    }

    private DepthPresenter.DepthRemedies remedies() {
        return new DepthPresenter.DepthRemedies() {
            @Override
            public void replaceWithRelu(ActivationKind from) {
                appliedRemedies.add("relu for " + from);
            }

            @Override
            public void useAutomaticInitialization() {
                appliedRemedies.add("auto");
            }
        };
    }

    private static final DepthSettings THREE = DepthSettings.DEFAULT.withLayers(3);

    @Test
    void linesStartAtTheOutputAndEndAtTheFirstLayer() {
        MedianChart.Model model = depth(THREE, 1, flow(new Activation.Sigmoid(), WeightInitialization.AUTO, 0.01))
                .backward();
        MedianChart.Line line = model.lines().get(0);
        assertEquals("sigmoid, Xavier", line.name());
        assertEquals(
                List.of(1.0, 0.01, 1e-4), DoubleStream.of(line.median()).boxed().toList());
        assertEquals(0, model.from());
        assertEquals(2, model.to());
        assertEquals(1, model.playHead());
        MedianChart.Model forward = depth(THREE, 1, flow(new Activation.Relu(), WeightInitialization.AUTO, 1))
                .forward();
        assertEquals("ReLU, He", forward.lines().get(0).name());
        assertEquals(
                List.of(1.0, 0.5, 0.25),
                DoubleStream.of(forward.lines().get(0).median()).boxed().toList());
        assertEquals(2, forward.playHead());
    }

    @Test
    void reportsVanishingGradientAndOffersRelu() {
        StudyInsight.InsightContent insight = depth(
                        THREE,
                        2,
                        flow(new Activation.Sigmoid(), WeightInitialization.AUTO, 0.01),
                        flow(new Activation.Relu(), WeightInitialization.AUTO, 0.9))
                .insight(remedies());
        assertEquals(List.of("Vanishing gradient: sigmoid, Xavier", "ReLU, He"), titles(insight));
        assertEquals(Severity.GOOD, insight.findings().get(1).text().severity());
        assertEquals("layer 3 · 2 back", insight.title());
        assertTrue(insight.findings()
                .get(0)
                .text()
                .explanation()
                .startsWith("After 2 layers, 0.0001 times the gradient is left"));
        insight.findings().get(0).applyRemedy().run();
        assertEquals(List.of("relu for SIGMOID"), appliedRemedies);
        assertEquals(
                List.of("sigmoid", "0.25", "0.0001", "×0.01"),
                insight.rows().get(0).cells());
        assertTrue(insight.rows().get(0).chosen());
        assertTrue(insight.explanation().contains("×0.01 per layer"));
        assertTrue(insight.explanation().contains("so after 2 layers it is **0.0001** times as large"));
        assertTrue(insight.explanation().contains("f′ of sigmoid contributes at most 0.25 per layer"));
    }

    @Test
    void suggestsMatchingInitializationForBadStart() {
        StudyInsight.InsightContent insight = depth(
                        THREE.withInitialization(WeightInitialization.UNIFORM),
                        2,
                        flow(new Activation.Relu(), WeightInitialization.UNIFORM, 0.01),
                        flow(new Activation.Maxout(2), WeightInitialization.UNIFORM, 100))
                .insight(remedies());
        assertEquals(
                List.of("Vanishing gradient: ReLU, uniform ±0.5", "Exploding gradient: Maxout, uniform ±0.5"),
                titles(insight));
        insight.findings().forEach(finding -> finding.applyRemedy().run());
        assertEquals(List.of("auto", "auto"), appliedRemedies);
    }

    @Test
    void namesLinesByInitializationWhenComparingInitializations() {
        DepthPresenter presenter = depth(
                THREE.withComparison(DepthComparison.INITIALIZATIONS).withRange(0.25),
                0,
                flow(new Activation.Tanh(), WeightInitialization.XAVIER, 0.9),
                flow(new Activation.Tanh(), WeightInitialization.UNIFORM, 0.9));
        assertEquals(
                List.of("Xavier", "uniform ±0.25"),
                presenter.backward().lines().stream()
                        .map(MedianChart.Line::name)
                        .toList());
        StudyInsight.InsightContent insight = presenter.insight(remedies());
        assertEquals("±0.25", insight.rows().get(1).cells().get(0));
        assertFalse(insight.rows().get(0).chosen());
        assertTrue(insight.explanation().startsWith("The same function, tanh"));
    }

    @Test
    void reportsNoFindingsWhileTheSignalIsComputed() {
        DepthPresenter presenter =
                new DepthPresenter(context(setupWith(THREE), 0), new StudyStatus<>(StudyState.RUNNING, List.of(), 0));
        assertTrue(presenter.insight(remedies()).findings().isEmpty());
        assertTrue(Double.isNaN(presenter.backward().playHead()));
        assertEquals("running: 0\u00a0% done", presenter.context().progress(presenter.status(), "x"));
    }

    // learned

    private static MaxoutFit fit(int epoch, double weight, double loss, boolean diverged) {
        return new MaxoutFit(epoch, List.of(-1.0, 1.0), List.of(0.0, 0.0), weight, loss, diverged);
    }

    private LearnedPresenter learned(MaxoutCurve curve, MaxoutFit last) {
        ActivationLabSettings setup = ActivationLabSettings.DEFAULT
                .withMaxoutCurve(curve)
                .withSlopeTraining(ActivationLabSettings.DEFAULT.slopeTraining().withHidden(List.of(4, 4)));
        return new LearnedPresenter(
                context(setup, 1),
                done(List.of(
                        new EpochSlopes(0, spreads(0.25, 0.25), spread(1)),
                        new EpochSlopes(1, spreads(0.5, -0.1), spread(0.2)))),
                done(List.of(fit(0, 1, 3, false), last)));
    }

    @Test
    void readsSlopesAtTheStartAndNow() {
        LearnedPresenter presenter = learned(MaxoutCurve.ABSOLUTE, fit(1, 1, 0.001, false));
        StudyInsight.InsightContent insight = presenter.insight(() -> appliedRemedies.add("seed"));
        assertEquals(
                List.of("layer 2", "0.250", "−0.100"), insight.rows().get(1).cells());
        assertEquals(2, presenter.slopeModel().lines().size());
        assertEquals(0.25, presenter.slopeModel().level());
        assertArrayEquals(
                new double[] {0.2, 0, 2}, presenter.shapeModel().lines().get(1).y(), 1e-15);
        assertEquals(List.of("Maxout fits the curve"), titles(insight));
        assertEquals(2, presenter.maxoutModel().envelope().applyAsDouble(-2));
        assertEquals("epoch 1: 2 of 2 lines in use; dots: the curve", presenter.maxoutSubtitle());
    }

    @Test
    void divergedSlopesHaveNoShape() {
        LearnedPresenter presenter = new LearnedPresenter(
                context(ActivationLabSettings.DEFAULT, 0),
                done(List.of(new EpochSlopes(0, spreads(NONE, 0.25, NONE), spread(NONE)))),
                new StudyStatus<>(StudyState.NONE, List.of(), 0));
        assertEquals(
                List.of("layer 2"),
                presenter.shapeModel().lines().stream()
                        .map(FunctionChart.Line::name)
                        .toList());
    }

    @Test
    void reportsWhatMaxoutDoesNotLearn() {
        assertEquals(
                List.of("An envelope is convex"),
                titles(learned(MaxoutCurve.SINE, fit(1, 1, 0.3, false)).insight(() -> {})));
        StudyInsight.InsightContent stuck =
                learned(MaxoutCurve.PARABOLA, fit(1, -1, 0.6, false)).insight(() -> appliedRemedies.add("seed"));
        assertEquals(List.of("Stuck upside down"), titles(stuck));
        stuck.findings().get(0).applyRemedy().run();
        assertEquals(List.of("seed"), appliedRemedies);
        assertEquals(
                List.of("Maxout diverged"),
                titles(learned(MaxoutCurve.PARABOLA, fit(1, 1, NONE, true)).insight(() -> {})));
        assertEquals(
                List.of("The curve is not matched"),
                titles(learned(MaxoutCurve.PARABOLA, fit(1, 1, 0.6, false)).insight(() -> {})));
    }

    @Test
    void panelsDescribeTheStudyBeforeTraining() {
        LearnedPresenter presenter = new LearnedPresenter(
                context(ActivationLabSettings.DEFAULT, 0),
                new StudyStatus<>(StudyState.NONE, List.of(), 0),
                new StudyStatus<>(StudyState.NONE, List.of(), 0));
        assertTrue(presenter.slopeModel().lines().isEmpty());
        assertEquals("not run yet", presenter.maxoutSubtitle());
        assertTrue(presenter.insight(() -> {}).rows().isEmpty());
    }

    // dead

    private static DeadUnitsResult deaths(double rate, double dead, double accuracy, double leaky, int diverged) {
        return new DeadUnitsResult(
                rate,
                spread(dead),
                spread(diverged == 3 ? NONE : dead / 2),
                spread(accuracy),
                spread(diverged == 3 ? NONE : leaky),
                spread(1),
                spread(diverged == 3 ? NONE : 0.5),
                0,
                diverged);
    }

    @Test
    void countsDeadUnitsAtThePlayHead() {
        DeadUnitsPresenter presenter = new DeadUnitsPresenter(
                context(ActivationLabSettings.DEFAULT, 1),
                done(List.of(deaths(0.125, 0, 0.96, 0.96, 0), deaths(0.25, 0.25, 0.5, 0.9, 1))));
        List<Double> rates = new ArrayList<>();
        StudyInsight.InsightContent insight = presenter.insight(rates::add);
        assertEquals(
                List.of("ReLU", "25\u00a0%", "50\u00a0%", "0"),
                insight.rows().get(0).cells());
        assertEquals(
                List.of("Leaky ReLU", "12.5\u00a0%", "90\u00a0%", "1"),
                insight.rows().get(1).cells());
        assertEquals(List.of("ReLUs die from η = 0.25 on", "Runs diverge from η = 0.25 on"), titles(insight));
        insight.findings().get(0).applyRemedy().run();
        assertEquals(List.of(0.125), rates);
        assertEquals(25, presenter.deadModel().lines().get(0).median()[1]);
        assertEquals(90, presenter.scoreModel().lines().get(1).median()[1], 1e-12);
    }

    @Test
    void showsNoNumberWhenAllTrainingsDiverge() {
        DeadUnitsPresenter presenter = new DeadUnitsPresenter(
                context(ActivationLabSettings.DEFAULT, 0), done(List.of(deaths(0.125, 0, 0.9, 0, 3))));
        assertTrue(presenter
                .insight(rate -> {})
                .explanation()
                .contains("All training runs with Leaky ReLU diverged here"));
        assertEquals(
                List.of("Leaky ReLU", "–", "–", "3"),
                presenter.insight(rate -> {}).rows().get(1).cells());
    }

    @Test
    void identifiesSafeLearningRate() {
        DeadUnitsPresenter presenter = new DeadUnitsPresenter(
                context(ActivationLabSettings.DEFAULT, 0), done(List.of(deaths(0.125, 0.01, 0.9, 0.9, 0))));
        assertEquals(List.of("Few ReLUs die up to η = 2"), titles(presenter.insight(rate -> {})));
        DeadUnitsPresenter before = new DeadUnitsPresenter(
                context(ActivationLabSettings.DEFAULT, 0), new StudyStatus<>(StudyState.NONE, List.of(), 0));
        assertTrue(before.insight(rate -> {}).findings().isEmpty());
        assertTrue(Double.isNaN(before.deadModel().playHead()));
    }

    // race

    private static FunctionCurves lane(Activation function, double accuracy, int diverged, double... losses) {
        return new FunctionCurves(
                function,
                spreads(losses),
                spreads(losses),
                DoubleStream.of(losses).mapToObj(loss -> spread(accuracy)).toList(),
                DoubleStream.of(losses).mapToObj(loss -> diverged).toList(),
                2.3);
    }

    @Test
    void reportsNoLearningWhenAccuracyStaysAtChance() {
        RacePresenter presenter = new RacePresenter(
                context(ActivationLabSettings.DEFAULT, 3),
                done(List.of(
                        lane(new Activation.Sigmoid(), 0.1, 0, 2.6, 2.31, 2.3, 2.3, 2.3, 2.3),
                        lane(new Activation.Relu(), 0.9, 1, 2.4, 1, 0.5, 0.2, 0.1, 0.05))));
        StudyInsight.InsightContent insight = presenter.insight(() -> appliedRemedies.add("depth"));
        assertEquals(List.of("ReLU", "0.2", "90\u00a0%"), insight.rows().get(0).cells());
        assertEquals(List.of("Does not learn: sigmoid", "Diverged: ReLU", "Lowest loss: ReLU"), titles(insight));
        insight.findings().get(0).applyRemedy().run();
        assertEquals(List.of("depth"), appliedRemedies);
        assertEquals(2.3, presenter.lossModel().level());
        assertTrue(presenter.lossModel().logarithmicY());
        assertEquals(90, presenter.scoreModel().lines().get(1).median()[5], 1e-12);
        assertEquals(3, presenter.scoreModel().playHead());
    }

    @Test
    void reasonForNotLearningDependsOnTheFunction() {
        double[] guessing = {2.3, 2.3, 2.3, 2.3, 2.3, 2.3};
        String text = new RacePresenter(
                        context(ActivationLabSettings.DEFAULT, 3),
                        done(List.of(
                                lane(new Activation.Sigmoid(), 0.1, 0, guessing),
                                lane(new Activation.Relu(), 0.1, 0, guessing))))
                .insight(() -> {})
                .findings()
                .get(0)
                .text()
                .explanation();
        assertEquals(5, ActivationLabSettings.DEFAULT.raceTraining().hidden().size());
        assertEquals(
                "After 5 epochs its loss is still above 98\u00a0% of that of guessing, 2.3. f′ of sigmoid is at most 0.25:"
                        + " in 5 hidden layers it multiplies the gradient by at most 0.00098, and only large weights make"
                        + " up for that. f′ of ReLU reaches 1, so f′ alone does not explain this: look at the learning"
                        + " rate, the weights and dead units.",
                text);
    }

    @Test
    void usesLossAsScoreForRegression() {
        RacePresenter presenter = new RacePresenter(
                context(ActivationLabSettings.DEFAULT, 0), done(List.of(lane(new Activation.Elu(1), NONE, 0, 2, 1))));
        assertTrue(presenter.scoreModel().logarithmicY());
        assertEquals("2", presenter.insight(() -> {}).rows().get(0).cells().get(2));
        assertTrue(presenter.insight(() -> {}).findings().isEmpty());
    }

    // linear

    private static LinearPresenter linear(int position) {
        ActivationTrainingSettings choice = new ActivationTrainingSettings("moons", List.of(3, 3), 0.1, 2, 1);
        List<LinearStudy.LinearSnapshot> snapshots = new ArrayList<>();
        new LinearStudy(choice, new Activation.Relu(), 42)
                .run((found, share) -> snapshots.add(found.get(found.size() - 1)), () -> false);
        return new LinearPresenter(
                context(ActivationLabSettings.DEFAULT.withLinearTraining(choice), position), done(snapshots));
    }

    @Test
    void showsTheMatrixNextToTheNetworkOutput() {
        LinearPresenter presenter = linear(2);
        LinearStudy.LinearSnapshot snapshot = presenter.snapshot();
        assertTrue(presenter.matrix(snapshot).startsWith("W = W_{3}W_{2}W_{1} = \\begin{pmatrix} "));
        assertEquals("2×3 · 3×3 · 3×2 = 2×2", presenter.shapes(snapshot));
        assertTrue(presenter.difference(snapshot).contains("Largest difference over 240 rows"));
        StudyInsight.InsightContent insight = presenter.insight();
        assertEquals(
                List.of("3 linear", "1 layer", "3 with ReLU"),
                insight.rows().stream().map(row -> row.cells().get(0)).toList());
        assertEquals("at epoch 2", insight.title());
        assertEquals("3 linear layers are one", titles(insight).get(0));
        assertEquals(
                240 + 60,
                presenter
                        .model(snapshot, LinearStudy.LinearSnapshot::deep)
                        .points()
                        .size());
    }

    // data

    @Test
    void exportsDataWithAllDigitsAndGapsAsEmptyCells() {
        DepthPresenter presenter = depth(THREE, 1, flow(new Activation.Sigmoid(), WeightInitialization.AUTO, 1 / 3.0));
        List<String> rows = StudyCsvExport.medians(presenter.backward()).lines().toList();
        assertEquals("line,x,median,lowerQuartile,upperQuartile", rows.get(0));
        assertEquals("\"sigmoid, Xavier\",0.0,1.0,0.9,1.1", rows.get(1));
        assertTrue(rows.get(2).startsWith("\"sigmoid, Xavier\",1.0,0.3333333333333333,"));
        DeadUnitsPresenter dead = new DeadUnitsPresenter(
                context(ActivationLabSettings.DEFAULT, 0), done(List.of(deaths(0.125, 0, 0.9, 0, 3))));
        assertTrue(StudyCsvExport.medians(dead.deadModel()).endsWith("Leaky ReLU,0.125,,,\n"));
        assertEquals(
                "epoch,piece,slope,offset,outputWeight,trainLoss\n7,0,-1.0,0.0,-2.0,0.5\n7,1,1.0,0.0,-2.0,0.5\n",
                StudyCsvExport.pieces(List.of(fit(7, -2, 0.5, false))));
    }

    @Test
    void exportsFunctionsWithBothSidesOfTheirKinks() {
        CurvesViewModel curves = new CurvesViewModel(new UndoHistory());
        curves.examine(ActivationKind.RELU);
        curves.clear();
        List<String> rows = StudyCsvExport.functions(curves.viewStateProperty().get())
                .lines()
                .toList();
        assertEquals(1 + CurvesViewModel.SAMPLES + 1, rows.size());
        assertEquals(1, rows.indexOf("relu,0.0,0.0,1.0") - rows.indexOf("relu,0.0,0.0,0.0"));
    }

    @Test
    void exportsMapsPointByPoint() {
        LinearStudy.LinearSnapshot snapshot = linear(2).snapshot();
        List<String> rows = StudyCsvExport.map(snapshot.nonlinear()).lines().toList();
        assertEquals(1 + 61 * 61, rows.size());
        assertTrue(rows.get(1)
                .startsWith(snapshot.nonlinear().map().xLow() + ","
                        + snapshot.nonlinear().map().yLow() + ","));
        assertEquals("x,y,p0,p1\n", StudyCsvExport.map(null));
    }

    @Test
    void translatesAllTextToKorean() {
        StudyContext korean = new StudyContext(setupWith(THREE), 0, Texts.in(Language.KOREAN));
        StudyInsight.InsightContent insight = new DepthPresenter(
                        korean, done(List.of(flow(new Activation.Sigmoid(), WeightInitialization.AUTO, 0.01))))
                .insight(remedies());
        assertEquals(List.of("기울기 소실: 시그모이드, Xavier"), titles(insight));
        assertEquals("ReLU로 바꾸기", insight.findings().get(0).text().remedy());
    }
}
