package hyperlab.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.LearningRateRange;
import hyperlab.diagnosis.LearningRateRangeTest;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.Sharpness;
import hyperlab.lab.training.inspection.MeasurementHistory;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.RangeTestViewModel;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.stage.MeasurementChartModels;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The measurements of a run, on one thread. */
class MeasurementHistoryTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    private static TrainingRun run(Experiment experiment, int epochs) {
        TrainingRun run = new TrainingRun(experiment, DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null), null);
        while (run.epoch() < epochs) {
            run.step();
        }
        return run;
    }

    @Test
    void rateTestMatchesTheCoreAndItsRateCanBeUndone() {
        lab.rangeTest().startOrCancel();
        RangeTestViewModel.RangeTestState state =
                lab.rangeTest().stateProperty().get();
        assertFalse(state.running());
        LearningRateRangeTest expected = LearningRateRangeTest.run(
                Experiment.DEFAULT,
                DataSplitter.loadAndSplit(DataSettings.DEFAULT, 42, null),
                null,
                LearningRateRange.DEFAULT,
                point -> {},
                () -> false);
        assertEquals(expected.points(), state.points());
        assertEquals(expected.suggestion(), state.suggestion());
        assertTrue(MeasurementChartModels.rateNote(state, ENGLISH).startsWith("Worth trying"));
        assertNotNull(MeasurementChartModels.rates(state, ENGLISH).suggestedRange());
        lab.rangeTest().applySuggestion();
        assertEquals(expected.suggestion().to(), lab.experiment().training().learningRate(), 0.01);
        lab.undo().undo();
        assertEquals(0.03, lab.experiment().training().learningRate());
        lab.rangeTest().clear();
        assertEquals(List.of(), lab.rangeTest().stateProperty().get().points());
    }

    @Test
    void rejectsInvalidExperimentInline() {
        lab.settings().data().samples().set(2);
        lab.settings().data().trainFraction().set(0.1);
        lab.rangeTest().startOrCancel();
        assertNotNull(lab.rangeTest().stateProperty().get().error());
        lab.rangeTest().applySuggestion();
        assertEquals(0.03, lab.experiment().training().learningRate());
    }

    @Test
    void comparesSharpnessWithTheStabilityLimitOfTheRate() {
        lab.settings().learning().optimizer().kind().set(new Sgd(0.5, false));
        lab.settings().learning().learningRate().set(0.1);
        lab.layout().setChart(1, StageChart.SHARPNESS);
        lab.inspection().setVisible(true);
        lab.playback().stepForward();
        lab.playback().stepForward();
        List<MeasurementHistory.Measurement> readings = lab.measurements().readings();
        MeasurementHistory.Measurement newest = readings.get(readings.size() - 1);
        assertEquals(2, newest.position());
        assertEquals((2 + 2 * 0.5) / 0.1, newest.stabilityLimit(), 1e-12);
        TrainingRun same = run(lab.experiment(), 2);
        NetworkProbe probe = new NetworkProbe(same.network());
        Sharpness exact = Sharpness.of(
                probe,
                same.partition().train(),
                0,
                Sharpness.randomStart(same.network(), RandomStream.named(9, "test")),
                1e-4,
                200,
                () -> false);
        assertEquals(exact.value(), newest.sharpness(), 0.3 * exact.value(), "200 of 400 samples");
        NetworkInspection inspection = lab.inspection().inspectionProperty().get();
        assertNotNull(inspection);
        String note = MeasurementChartModels.sharpnessNote(inspection, ENGLISH);
        assertTrue(note.contains("the border 2(1 + μ)/η = 30:"), note);
        assertTrue(note.endsWith(ENGLISH.get("stage.sharpness.mini")), note);
        assertEquals(
                2,
                MeasurementChartModels.sharpness(lab.measurements(), inspection, ENGLISH)
                        .lines()
                        .size());
    }

    @Test
    void theLimitFollowsTheOptimizerTheScheduleAndTheBatch() {
        lab.settings().learning().optimizer().kind().set(new Sgd(0.5, true));
        lab.settings().learning().learningRate().set(0.1);
        lab.settings().learning().schedule().kind().set(new Schedule.StepDecay(1, 0.5, 0));
        lab.settings().learning().batchSize().set(BatchSize.FULL);
        lab.layout().setChart(1, StageChart.SHARPNESS);
        lab.inspection().setVisible(true);
        lab.playback().stepForward();
        lab.playback().stepForward();
        double rate = 0.1 * 0.25;
        List<MeasurementHistory.Measurement> readings = lab.measurements().readings();
        double limit = readings.get(readings.size() - 1).stabilityLimit();
        assertEquals(2 * 1.5 / (2 * rate), limit, 1e-12);
        NetworkInspection inspection = lab.inspection().inspectionProperty().get();
        assertNotNull(inspection);
        String note = MeasurementChartModels.sharpnessNote(inspection, ENGLISH);
        assertTrue(note.contains("the border 2(1 + μ)/((1 + 2μ)η) = 60:"), note);
        assertTrue(note.endsWith(ENGLISH.get("stage.sharpness.full")), note);
    }

    @Test
    void epochsThatWereNotMeasuredAreGaps() {
        lab.settings().learning().optimizer().kind().set(Sgd.DEFAULT);
        lab.settings().learning().learningRate().set(0.1);
        lab.layout().setChart(1, StageChart.SHARPNESS);
        lab.inspection().setVisible(true);
        lab.playback().stepForward();
        lab.layout().setChart(1, StageChart.WEIGHTS);
        lab.playback().stepForward();
        lab.playback().stepForward();
        lab.layout().setChart(1, StageChart.SHARPNESS);
        lab.playback().stepForward();
        Curve sharpness = lab.measurements().sharpness();
        assertEquals(
                List.of(2.0),
                IntStream.range(0, sharpness.size())
                        .filter(k -> Double.isNaN(sharpness.y(k)))
                        .mapToObj(sharpness::x)
                        .toList(),
                "epoch 1 and epoch 3 are measured, epoch 2 is not");
        assertEquals(4, sharpness.x(sharpness.size() - 1));
        Curve limits = lab.measurements().stabilityLimits();
        assertTrue(IntStream.range(0, limits.size()).allMatch(k -> Math.abs(limits.y(k) - 20) < 1e-12));
    }

    @Test
    void adaptiveOptimizerHasNoStabilityLimit() {
        lab.layout().setChart(1, StageChart.SHARPNESS);
        lab.inspection().setVisible(true);
        assertTrue(Double.isNaN(lab.measurements().readings().get(0).stabilityLimit()));
        assertEquals(0, lab.measurements().stabilityLimits().size());
        NetworkInspection inspection = lab.inspection().inspectionProperty().get();
        assertNotNull(inspection);
        assertTrue(MeasurementChartModels.sharpnessNote(inspection, ENGLISH).contains("adaptive"));
    }

    @Test
    void ratiosMatchTheNextStepOfTheRun() {
        lab.layout().setChart(1, StageChart.RATIOS);
        lab.inspection().setVisible(true);
        lab.playback().stepForward();
        TrainingRun same = run(Experiment.DEFAULT, 1);
        ParameterVector before = ParameterVector.values(same.network());
        same.step();
        double[] expected = NetworkReport.updateToWeightRatios(new NetworkProbe(same.network()), before);
        List<MeasurementHistory.Measurement> readings = lab.measurements().readings();
        assertEquals(
                Arrays.stream(expected).boxed().toList(),
                readings.get(readings.size() - 1).ratios());
        NetworkInspection inspection = lab.inspection().inspectionProperty().get();
        assertNotNull(inspection);
        assertEquals(
                4,
                MeasurementChartModels.ratios(lab.measurements(), inspection, ENGLISH)
                        .lines()
                        .size());
    }

    @Test
    void readingsAreBoundedAndDiscardedWithTheRun() {
        lab.layout().setChart(1, StageChart.RATIOS);
        lab.inspection().setVisible(true);
        lab.playback().stepForward();
        NetworkInspection inspection = lab.inspection().inspectionProperty().get();
        assertNotNull(inspection);
        MeasurementHistory instruments = new MeasurementHistory();
        for (int epoch = 0; epoch < 3 * MeasurementHistory.MAX_READINGS; epoch++) {
            NetworkInspection.InspectedPoint when = inspection.point();
            EpochReport row = when.report();
            instruments.addMeasurements(new NetworkInspection(
                    inspection.request(),
                    new NetworkInspection.InspectedPoint(
                            when.experiment(),
                            when.partition(),
                            new EpochReport(epoch, row.step(), 1, 1, 1, 1, 1, 1, 1),
                            when.step()),
                    inspection.network(),
                    inspection.predictions(),
                    null));
        }
        assertTrue(instruments.readings().size() <= MeasurementHistory.MAX_READINGS);
        lab.settings().learning().optimizer().kind().set(Optimizer.byName("sgd"));
        lab.runController().restart();
        assertEquals(1, lab.measurements().readings().size());
        lab.layout().setChart(1, StageChart.WEIGHTS);
        assertNull(lab.inspection()
                .inspectionProperty()
                .get()
                .network()
                .measurements()
                .sharpness());
    }
}
