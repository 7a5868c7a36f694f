package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Evaluation;
import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class EnsembleRunTest {
    private static final DataSplit PARTS = TestPartitions.twoClouds();
    private static final Experiment SINGLE = Experiment.DEFAULT
            .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(5)).withDropout(0.3))
            .withTraining(
                    TrainingSettings.DEFAULT.withBatchSize(new BatchSize(7)).withEpochs(6));
    private static final Experiment THREE = SINGLE.withEnsemble(3);

    private static TrainingRun trained(Experiment experiment) {
        TrainingRun run = new TrainingRun(experiment, PARTS, null);
        run.train(report -> {}, () -> false);
        return run;
    }

    @Test
    void everyMemberMatchesASingleNetworkWithItsSeed() {
        List<Network> members = trained(THREE).ensemble().members();
        assertEquals(3, members.size());
        for (int k = 0; k < 3; k++) {
            Network alone = trained(SINGLE.withSeed(SINGLE.seed() + k)).network();
            for (int block = 0; block < alone.parameters().size(); block++) {
                assertArrayEquals(
                        alone.parameters().get(block).values(),
                        members.get(k).parameters().get(block).values());
            }
        }
    }

    @Test
    void countsStepsOfOneMemberAndPredictsNoWorseThanAverage() {
        TrainingRun run = trained(THREE);
        assertEquals(6 * 5, run.report().step());
        assertEquals(30, run.stepCount());
        DMatrixRMaj features = PARTS.validation().features();
        double mean = run.ensemble().members().stream()
                .mapToDouble(member ->
                        member.evaluate(features, PARTS.validation().targets()).loss())
                .average()
                .orElseThrow();
        assertTrue(run.report().validationLoss() < mean);
    }

    @Test
    void singleNetworkIsItsOwnEnsemble() {
        Network network = trained(SINGLE).network();
        Ensemble alone = new Ensemble(List.of(network));
        DMatrixRMaj features = PARTS.train().features();
        assertEquals(
                network.evaluate(features, PARTS.train().targets()),
                alone.evaluate(features, PARTS.train().targets()));
        assertArrayEquals(network.predict(features).data, alone.predict(features).data);
    }

    @Test
    void averagesRowsBeyondOneChunk() {
        double[][] rows = new double[1500][];
        double[] targets = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = PARTS.all().features().data.clone();
            rows[row] = new double[] {rows[row][row % 80], rows[row][(row + 7) % 80]};
            targets[row] = row % 2;
        }
        Ensemble ensemble = trained(THREE).ensemble();
        DMatrixRMaj features = new DMatrixRMaj(rows);
        DMatrixRMaj predicted = ensemble.predict(features);
        double loss = 0;
        int right = 0;
        for (int row = 0; row < rows.length; row++) {
            loss -= Math.log(predicted.get(row, (int) targets[row]));
            right += predicted.get(row, (int) targets[row]) > 0.5 ? 1 : 0;
        }
        Evaluation evaluation = ensemble.evaluate(features, targets);
        assertEquals(loss / rows.length, evaluation.loss(), 1e-13);
        assertEquals(right / (double) rows.length, evaluation.accuracy());
    }

    @Test
    void underflowingProbabilityGivesALargeButFiniteLoss() {
        Experiment linear = THREE.withNetwork(NetworkSettings.DEFAULT.withHidden(List.of()));
        List<LayerWeights> sure =
                List.of(new LayerWeights.Dense(new double[][] {{0, 0}, {0, 0}}, new double[] {1000, 0}));
        TrainingRun run = new TrainingRun(linear, PARTS, List.of(sure, sure, sure));
        assertEquals(500, run.report().trainLoss(), 1e-9);
    }

    @Test
    void oneDivergingMemberEndsTheRun() {
        Experiment plane = Experiment.DEFAULT
                .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of()))
                .withTraining(
                        TrainingSettings.DEFAULT.withOptimizer(Sgd.DEFAULT).withLearningRate(0.01))
                .withEnsemble(2);
        List<LayerWeights> calm = List.of(new LayerWeights.Dense(new double[][] {{1, -2}}, new double[1]));
        for (int member = 0; member < 2; member++) {
            TrainingRun run = new TrainingRun(plane, TestPartitions.plane(), List.of(calm, calm));
            Network network = run.ensemble().members().get(member);
            network.parameters().get(1).values()[0] = Double.NaN;
            assertInstanceOf(TrainingOutcome.Diverged.class, run.train(report -> {}, () -> false));
            assertEquals(0, run.stepCount(), "the first step was not made");
        }
        List<LayerWeights> wild = List.of(new LayerWeights.Dense(new double[][] {{1e200, 0}}, new double[1]));
        TrainingRun run = new TrainingRun(plane, TestPartitions.plane(), List.of(calm, wild));
        assertInstanceOf(TrainingOutcome.Diverged.class, run.outcome());
    }

    @Test
    void patienceRetainsTheBestEpochOfAllMembers() {
        Experiment patient = THREE.withTraining(new TrainingSettings(
                null,
                TrainingSettings.DEFAULT.optimizer(),
                0.1,
                TrainingSettings.DEFAULT.schedule(),
                BatchSize.FULL,
                true,
                4000,
                TrainingSettings.DEFAULT.penalty(),
                5));
        TrainingRun run = new TrainingRun(patient, PARTS, null);
        List<EpochReport> reports = new ArrayList<>();
        TrainingOutcome outcome = run.train(reports::add, () -> false);
        assertEquals(new TrainingOutcome.Completed(outcome.bestEpoch() + 5, outcome.bestEpoch(), true), outcome);
        TrainingRun best = new TrainingRun(patient, PARTS, run.resultingWeights());
        assertEquals(
                reports.get(outcome.bestEpoch()).validationLoss(), best.report().validationLoss());
    }

    @Test
    void rejectsInitialWeightsForAnotherNumberOfNetworks() {
        List<List<LayerWeights>> two = trained(THREE).resultingWeights().subList(0, 2);
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> new TrainingRun(THREE, PARTS, two));
        assertEquals("network.initialWeights must have as many networks as the ensemble, got 2", error.getMessage());
    }
}
