package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.Problem;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.finding.Finding;
import hyperlab.lab.training.inspection.MemberLosses;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.PlaneChoice;
import hyperlab.lab.training.inspection.PredictionInspection;
import hyperlab.lab.training.run.AppliedRemedy;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.stage.InspectionChartModels;
import hyperlab.lab.training.stage.MeasurementChartModels;
import hyperlab.lab.training.stage.NetworkDiagramBuilder;
import hyperlab.nn.Activation;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.FindingText;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inspection of the network at the play head, on one thread. */
class NetworkInspectionViewModelTest {
    private static final int FULL_SPEED = 6;
    private static final Set<StageChart> INSPECTED = EnumSet.range(StageChart.BOUNDARY, StageChart.MISTAKES);
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    @Test
    void inspectsNothingWhileHidden() {
        lab.playback().stepForward();
        assertNull(lab.inspection().inspectionProperty().get());
        lab.inspection().setVisible(true);
        assertEquals(1, inspection().point().report().epoch());
    }

    @Test
    void scrubbedEpochMatchesRunStoppedThereBitForBit() {
        lab.inspection().setVisible(true);
        for (int k = 0; k < 6; k++) {
            lab.playback().stepForward();
        }
        lab.playback().seek(3);
        TrainingRun run =
                new TrainingRun(Experiment.DEFAULT, DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null);
        while (run.epoch() < 3) {
            run.step();
        }
        assertEquals(3, inspection().point().report().epoch());
        assertTrue(same(run.network().weights(), inspection().network().weights()));
        lab.playback().seek(6);
        assertEquals(6, inspection().point().report().epoch());
        assertFalse(same(run.network().weights(), inspection().network().weights()));
    }

    private static boolean same(List<LayerWeights> one, List<LayerWeights> other) {
        return Arrays.equals(numbers(one), numbers(other));
    }

    private static double[] numbers(List<LayerWeights> weights) {
        return weights.stream()
                .flatMap(layer -> Stream.of(((LayerWeights.Dense) layer).weights()))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "moons, BOUNDARY CONFUSION NETWORK WEIGHTS GRADIENTS ACTIVATIONS MISTAKES",
        "sine, PREDICTION FIT NETWORK WEIGHTS GRADIENTS ACTIVATIONS MISTAKES",
        "iris, BOUNDARY CONFUSION NETWORK WEIGHTS GRADIENTS ACTIVATIONS MISTAKES",
        "diabetes, BOUNDARY PREDICTION FIT NETWORK WEIGHTS GRADIENTS ACTIVATIONS MISTAKES"
    })
    void inspectsDataForEverySuitableChart(String source, String expected) {
        lab.settings().data().source().set(source);
        lab.inspection().setVisible(true);
        RunFacts facts = lab.viewStateProperty().get().facts();
        assertNotNull(facts);
        List<StageChart> suitable = INSPECTED.stream()
                .filter(chart -> chart.isSuitable(facts))
                .sorted()
                .toList();
        assertEquals(expected, suitable.stream().map(StageChart::name).collect(Collectors.joining(" ")));
        for (StageChart chart : suitable) {
            lab.layout().setChart(0, chart);
            InspectionChartModels chartModels = new InspectionChartModels(inspection(), ENGLISH);
            PredictionInspection seen = inspection().predictions();
            assertTrue(chartModels.subtitle(chart).startsWith("epoch 0"), source + " " + chart);
            switch (chart) {
                case BOUNDARY ->
                    assertFalse(chartModels
                            .boundary(seen.planePredictions())
                            .points()
                            .isEmpty());
                case CONFUSION -> assertEquals(facts.validationRows(), total(seen));
                case PREDICTION ->
                    assertEquals(
                            facts.trainRows(),
                            chartModels
                                    .predictions(seen.train(), seen.validation())
                                    .train()
                                    .size());
                case FIT -> assertTrue(chartModels.fit(seen.fittedCurve()).fitted());
                case NETWORK -> assertNotNull(NetworkDiagramBuilder.of(inspection(), ENGLISH));
                case MISTAKES -> assertNotNull(chartModels.mistakes(seen.worstPredictions()));
                default ->
                    assertEquals(
                            3,
                            chartModels
                                    .histograms(layer -> layer.weights())
                                    .rows()
                                    .size());
            }
        }
    }

    private static int total(PredictionInspection seen) {
        int total = 0;
        for (int c = 0; c < seen.confusion().classes(); c++) {
            total += seen.confusion().total(c);
        }
        return total;
    }

    @Test
    void subtitleNamesTheDrawnFeaturesAmongMany() {
        lab.settings().data().source().set("iris");
        lab.inspection().setVisible(true);
        String principal = new InspectionChartModels(inspection(), ENGLISH).note(StageChart.BOUNDARY);
        assertTrue(principal.contains("Two principal components, 98\u00a0% of the variance"), principal);
        lab.inspection().planeProperty().set(new PlaneChoice(2, 2));
        String pair = new InspectionChartModels(inspection(), ENGLISH).note(StageChart.BOUNDARY);
        assertTrue(pair.contains("at their training mean"), pair);
        assertEquals(
                "petal length",
                new InspectionChartModels(inspection(), ENGLISH)
                        .boundary(inspection().predictions().planePredictions())
                        .xName());
        assertEquals(
                "petal width",
                new InspectionChartModels(inspection(), ENGLISH)
                        .boundary(inspection().predictions().planePredictions())
                        .yName());
    }

    /** "class", "species" and "sepalLength" are names for files. */
    @ParameterizedTest
    @CsvSource({"moons, 클래스", "iris, 종"})
    void tableOfMistakesNamesItsColumnsInTheLanguageOfTheWindow(String source, String target) {
        lab.settings().data().source().set(source);
        lab.layout().setChart(0, StageChart.MISTAKES);
        lab.inspection().setVisible(true);
        List<String> header = new InspectionChartModels(inspection(), Texts.in(Language.KOREAN))
                .mistakes(inspection().predictions().worstPredictions())
                .columnTitles();
        assertEquals(target, header.get(1));
        List<String> features = header.subList(4, header.size());
        assertEquals(
                source.equals("iris") ? List.of("꽃받침 길이", "꽃받침 너비", "꽃잎 길이", "꽃잎 너비") : List.of("x", "y"), features);
    }

    @Test
    void selectedUnitShowsItsBehavior() {
        lab.inspection().setVisible(true);
        lab.inspection().unitProperty().set(new UnitPosition(2, 7));
        NetworkDiagram sketch = NetworkDiagramBuilder.of(inspection(), ENGLISH);
        assertEquals("layer 2, unit 8: output", sketch.inset().title());
        lab.inspection().unitProperty().set(new UnitPosition(0, 1));
        assertNull(NetworkDiagramBuilder.of(inspection(), ENGLISH).inset());
        assertEquals(
                new UnitPosition(0, 1),
                NetworkDiagramBuilder.of(inspection(), ENGLISH).chosen());
        lab.settings().data().source().set("digits");
        lab.inspection().unitProperty().set(new UnitPosition(1, 0));
        sketch = NetworkDiagramBuilder.of(inspection(), ENGLISH);
        assertEquals("layer 1, unit 1: weights", sketch.inset().title());
        assertEquals("64 units, 12 shown", sketch.columns().get(0).countText());
        assertEquals(12, sketch.links().get(0).weights()[0].length);
    }

    @Test
    void drawsMapsByTheirKernelsAndWeightBundles() {
        lab.settings().data().source().set("digits");
        lab.settings().data().samples().set(200);
        lab.settings()
                .network()
                .convolutions()
                .set(List.of(new ConvolutionSpec(4, 3, 1, 1, 2), new ConvolutionSpec(6, 3, 1, 1, 1)));
        lab.settings().network().hidden().set(List.of(5));
        lab.inspection().setVisible(true);
        lab.inspection().unitProperty().set(new UnitPosition(2, 1));
        NetworkDiagram sketch = NetworkDiagramBuilder.of(inspection(), ENGLISH);
        assertEquals(1, sketch.columns().get(0).unitCount());
        assertEquals("8 × 8 pixels", sketch.columns().get(0).countText());
        List<LayerWeights> weights = inspection().network().weights();
        double[][][][] first = ((LayerWeights.Convolution) weights.get(0)).weights();
        double[][][][] second = ((LayerWeights.Convolution) weights.get(1)).weights();
        double[][] dense = ((LayerWeights.Dense) weights.get(2)).weights();
        assertEquals(4, sketch.columns().get(1).tiles().size());
        assertEquals(first[3][0][2][1], sketch.columns().get(1).tiles().get(3).values()[2][1]);
        assertEquals(List.of(), sketch.columns().get(2).tiles(), "each reads four maps");
        assertEquals(bundle(flat(first[2][0])), sketch.links().get(0).weights()[2][0], 1e-15);
        assertEquals(bundle(flat(second[5][3])), sketch.links().get(1).weights()[5][3], 1e-15);
        assertEquals(
                bundle(Arrays.copyOfRange(dense[4], 16, 32)),
                sketch.links().get(2).weights()[4][1],
                1e-15);
        assertEquals(
                ((LayerWeights.Dense) weights.get(3)).weights()[9][4],
                sketch.links().get(3).weights()[9][4]);
        assertEquals("layer 2, unit 2: weights", sketch.inset().title());
        assertEquals(7 * 7, sketch.inset().values().length);
        assertEquals(second[1][0][0][0], sketch.inset().values()[6 * 7]);
        assertEquals(second[1][3][2][2], sketch.inset().values()[6]);
    }

    private static double[] flat(double[][] kernel) {
        return Arrays.stream(kernel).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double bundle(double[] weights) {
        double mean = Arrays.stream(weights).map(each -> each * each).average().orElseThrow();
        return Math.signum(Arrays.stream(weights).sum()) * Math.sqrt(mean);
    }

    @Test
    void highlightsUnitsDroppedByAStep() {
        lab.inspection().setVisible(true);
        lab.settings().network().dropout().set(0.5);
        lab.stepOnce();
        List<NetworkDiagram.Column> columns =
                NetworkDiagramBuilder.of(inspection(), ENGLISH).columns();
        TrainingRun run =
                new TrainingRun(lab.experiment(), DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null);
        run.step();
        for (int layer = 0; layer < 2; layer++) {
            boolean[] dropped = run.network().droppedUnits().get(layer);
            for (int unit = 0; unit < 8; unit++) {
                assertEquals(
                        dropped[unit], columns.get(layer + 1).states().get(unit) == NetworkDiagram.UnitState.DROPPED);
            }
        }
        lab.stepOnce();
        assertFalse(
                columns.equals(NetworkDiagramBuilder.of(inspection(), ENGLISH).columns()), "another step, other units");
    }

    @Test
    void showsEnsembleMembersNextToTheirMean() {
        lab.open(Experiment.DEFAULT.withEnsemble(3), null);
        lab.layout().setChart(2, StageChart.MEMBERS);
        lab.inspection().setVisible(true);
        MemberLosses read = inspection().network().measurements().members();
        assertNotNull(read);
        assertEquals(3, read.members().size());
        assertFalse(read.isDropout());
        assertEquals(inspection().point().report().validationLoss(), read.mean());
        double average = read.members().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertTrue(read.mean() <= average);
        assertEquals(3, inspection().predictions().planePredictions().members().size());
        assertTrue(MeasurementChartModels.membersNote(inspection(), ENGLISH).contains("3 single networks"));
        assertEquals(
                4,
                MeasurementChartModels.members(lab.measurements(), inspection(), ENGLISH)
                        .lines()
                        .size());
    }

    @Test
    void showsDropoutMasksNextToTheNetworkWithoutDropout() {
        lab.settings().network().dropout().set(0.3);
        lab.layout().setChart(2, StageChart.MEMBERS);
        lab.inspection().setVisible(true);
        MemberLosses read = inspection().network().measurements().members();
        assertNotNull(read);
        assertEquals(8, read.members().size());
        assertEquals(inspection().point().report().validationLoss(), read.dropoutOff());
        assertTrue(MeasurementChartModels.membersNote(inspection(), ENGLISH).contains("8 thinned networks"));
        assertEquals(
                10,
                MeasurementChartModels.members(lab.measurements(), inspection(), ENGLISH)
                        .lines()
                        .size());
        lab.settings().network().dropout().set(0.0);
        lab.runController().restart();
        assertNull(inspection().network().measurements().members());
        assertTrue(MeasurementChartModels.membersNote(inspection(), ENGLISH).startsWith("There is no ensemble here"));
    }

    @Test
    void doctorFixesDivergingRunAndRemedyCanBeUndone() {
        lab.inspection().setVisible(true);
        lab.settings().data().source().set("digits");
        lab.settings().data().samples().set(300);
        lab.settings().learning().optimizer().kind().set(hyperlab.optim.Optimizer.byName("sgd"));
        lab.settings().learning().learningRate().set(100.0);
        lab.settings().learning().epochs().set(5);
        Experiment before = lab.experiment();
        play();
        Finding<TrainingEvidence, Experiment> found =
                lab.inspection().findingsProperty().get().get(0);
        assertEquals(Problem.DIVERGING, found.evidence().problem());
        String said = FindingText.of(found, ENGLISH).explanation();
        assertTrue(said.contains("it began at 2.39"), said);
        RunHistory diverged = lab.runs().live().history();
        apply(found);
        double mended = lab.experiment().training().learningRate();
        assertTrue(mended > 0.01 && mended < 2, "as tested from the run's start: " + mended);
        assertTrue(lab.inspection().findingsProperty().get().stream()
                .noneMatch(each -> each.evidence().problem() == Problem.DIVERGING));
        assertEquals(5, lab.playback().lengthProperty().get());
        lab.undo().undo();
        assertEquals(before, lab.experiment());
        assertEquals(diverged, lab.runs().live().history(), "with its curves");
        assertEquals(
                Problem.DIVERGING,
                lab.inspection().findingsProperty().get().get(0).evidence().problem());
    }

    @Test
    void verifiesFixedRunOnDigitsOverSeveralSeeds() {
        lab.inspection().setVisible(true);
        lab.settings().data().source().set("digits");
        lab.settings().data().samples().set(300);
        lab.settings().network().activation().set(new Activation.Tanh());
        lab.settings().learning().learningRate().set(3.0);
        lab.settings().learning().epochs().set(8);
        play();
        Finding<TrainingEvidence, Experiment> found =
                lab.inspection().findingsProperty().get().get(0);
        assertEquals(Problem.DIVERGING, found.evidence().problem());
        apply(found);
        lab.seeds().countProperty().set(3);
        lab.trainSeeds();
        String rate =
                NumberFormats.format(lab.runs().live().experiment().training().learningRate());
        List<String> said = lab.summaries().seeds(StageChart.LOSS).stream()
                .map(text -> text.format(ENGLISH))
                .toList();
        assertEquals(
                "**Validation loss: learning rate " + rate + " ends lower than learning rate 3 in 3 of 3 seeds.**",
                said.get(0));
        assertTrue(said.get(1).startsWith("On average, learning rate " + rate + " is lower by "), said.get(1));
    }

    @Test
    void reportsDivergenceInFirstEpochBeforeInspection() {
        lab.settings().data().source().set("digits");
        lab.settings().data().samples().set(300);
        lab.settings().learning().optimizer().kind().set(hyperlab.optim.Optimizer.byName("sgd"));
        lab.settings().learning().learningRate().set(1e200);
        lab.playback().stepForward();
        assertEquals(0, lab.viewStateProperty().get().reading().atPlayhead().epoch());
        assertNull(lab.inspection().inspectionProperty().get());
        Finding<TrainingEvidence, Experiment> found =
                lab.inspection().findingsProperty().get().get(0);
        assertEquals(Problem.DIVERGING, found.evidence().problem());
        assertEquals(0, found.evidence().fromEpoch());
        assertEquals(1, found.evidence().toEpoch());
        assertTrue(found.evidence().inAccuracy());
        assertEquals(1e199, remedy(found).training().learningRate(), 1e185);
        lab.inspection().setVisible(true);
        double tested = remedy(lab.inspection().findingsProperty().get().get(0))
                .training()
                .learningRate();
        assertTrue(tested < 2, "once it is looked at: " + tested);
    }

    @Test
    void suggestsTestedRateForRunThatStillDiverges() {
        lab.inspection().setVisible(true);
        lab.settings().data().source().set("digits");
        lab.settings().data().samples().set(300);
        lab.settings().learning().optimizer().kind().set(hyperlab.optim.Optimizer.byName("sgd"));
        lab.settings().learning().learningRate().set(2000.0);
        for (int k = 0; k < 4; k++) {
            lab.playback().stepForward();
        }
        assertNull(lab.viewStateProperty().get().outcome());
        Finding<TrainingEvidence, Experiment> found =
                lab.inspection().findingsProperty().get().get(0);
        assertEquals(Problem.DIVERGING, found.evidence().problem());
        double rate = remedy(found).training().learningRate();
        assertTrue(rate > 0.01 && rate < 5, "and not a tenth of one that is far too large: " + rate);
    }

    @Test
    void fixesStartWithNonFiniteLoss() {
        lab.inspection().setVisible(true);
        lab.settings().data().source().set("digits");
        lab.settings().data().samples().set(300);
        lab.settings().network().start().kind().set(new Initializer.Uniform(1e200));
        Experiment before = lab.experiment();
        Finding<TrainingEvidence, Experiment> found =
                lab.inspection().findingsProperty().get().get(0);
        assertEquals(Problem.DIVERGING, found.evidence().problem());
        assertEquals(0, found.evidence().toEpoch());
        String said = FindingText.of(found, ENGLISH).explanation();
        assertTrue(said.startsWith("The training loss is not a finite number at epoch 0"), said);
        lab.settings().learning().learningRate().set(0.01);
        lab.undo().undo();
        apply(lab.inspection().findingsProperty().get().get(0));
        assertEquals(
                Initializer.Auto.DEFAULT,
                lab.settings().network().start().kind().get());
        assertTrue(lab.inspection().findingsProperty().get().stream()
                .noneMatch(each -> each.evidence().problem() == Problem.DIVERGING));
        lab.undo().undo();
        assertEquals(before, lab.experiment());
    }

    private void apply(Finding<TrainingEvidence, Experiment> finding) {
        Experiment diagnosed = lab.inspection().diagnosedExperiment();
        assertNotNull(diagnosed);
        AppliedRemedy remedy = AppliedRemedy.of(lab.settings(), diagnosed, remedy(finding));
        assertNotNull(remedy);
        lab.runController().applyRemedy(remedy);
    }

    private static Experiment remedy(Finding<TrainingEvidence, Experiment> finding) {
        assertNotNull(finding.remedy());
        return finding.remedy().change();
    }

    private NetworkInspection inspection() {
        NetworkInspection inspection = lab.inspection().inspectionProperty().get();
        assertNotNull(inspection);
        return inspection;
    }

    private void play() {
        lab.playback().speedProperty().set(FULL_SPEED);
        lab.playback().playPause();
    }
}
