package hyperlab.lab.training.run;

import static hyperlab.lab.training.run.StageChart.ACCURACY;
import static hyperlab.lab.training.run.StageChart.BOUNDARY;
import static hyperlab.lab.training.run.StageChart.FIT;
import static hyperlab.lab.training.run.StageChart.LOSS;
import static hyperlab.lab.training.run.StageChart.NETWORK;
import static hyperlab.lab.training.run.StageChart.PREDICTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.PredictionTask;
import hyperlab.nn.Loss;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageLayoutTest {
    private final StageLayout layout = new StageLayout();

    private static RunFacts facts(PredictionTask task, int features) {
        return new RunFacts(task, Loss.SQUARED_ERROR, 10, features, 80, 20, 0, 0, 1, 1, 0.5);
    }

    private void four() {
        layout.arrangementProperty().set(StageLayout.Arrangement.FOUR);
    }

    @Test
    void showsAsManyChartsAsThereAreSlots() {
        assertEquals(List.of(LOSS, BOUNDARY, NETWORK), layout.visibleCharts(null));
        four();
        assertEquals(List.of(LOSS, BOUNDARY, NETWORK, ACCURACY), layout.visibleCharts(null));
        layout.arrangementProperty().set(StageLayout.Arrangement.TWO);
        assertEquals(List.of(LOSS, BOUNDARY), layout.visibleCharts(null));
        layout.arrangementProperty().set(StageLayout.Arrangement.ONE);
        assertEquals(List.of(LOSS), layout.visibleCharts(null));
    }

    @Test
    void selectingAChartInAnotherSlotSwapsThem() {
        four();
        layout.setChart(0, NETWORK);
        assertEquals(List.of(NETWORK, BOUNDARY, LOSS, ACCURACY), layout.visibleCharts(null));
        layout.setChart(1, StageChart.WEIGHTS);
        assertEquals(StageChart.WEIGHTS, layout.visibleCharts(null).get(1));
    }

    @Test
    void showsARequestedChartInTheLastSlotUnlessItIsVisible() {
        layout.show(StageChart.byId("boundary"));
        assertEquals("", layout.serialize());
        layout.show(StageChart.byId("rate_test"));
        assertEquals(List.of(LOSS, BOUNDARY, StageChart.RATE_TEST), layout.visibleCharts(null));
        layout.arrangementProperty().set(StageLayout.Arrangement.ONE);
        layout.show(StageChart.byId("capacity"));
        assertEquals(List.of(StageChart.CAPACITY), layout.visibleCharts(null));
        assertThrows(InvalidInputException.class, () -> StageChart.byId("nothing"));
    }

    @Test
    void restoresSavedLayout() {
        assertEquals("", layout.serialize());
        layout.setChart(1, StageChart.RATE_TEST);
        layout.arrangementProperty().set(StageLayout.Arrangement.TWO);
        assertEquals("two loss rate_test network accuracy", layout.serialize());
        StageLayout other = new StageLayout();
        other.restore(layout.serialize());
        assertEquals(layout.serialize(), other.serialize());
        for (String invalid : List.of("", "six loss boundary network accuracy", "two loss loss network accuracy")) {
            assertThrows(InvalidInputException.class, () -> other.restore(invalid));
        }
        assertEquals(layout.serialize(), other.serialize());
    }

    @Test
    void replacesUnsuitableChartUntilItIsSuitable() {
        four();
        assertEquals(
                List.of(LOSS, BOUNDARY, NETWORK, PREDICTION),
                layout.visibleCharts(facts(PredictionTask.REGRESSION, 2)));
        assertEquals(
                List.of(LOSS, FIT, NETWORK, PREDICTION), layout.visibleCharts(facts(PredictionTask.REGRESSION, 1)));
        assertEquals(
                List.of(LOSS, BOUNDARY, NETWORK, ACCURACY),
                layout.visibleCharts(facts(PredictionTask.CLASSIFICATION, 2)));
        layout.setChart(1, FIT);
        layout.setChart(2, PREDICTION);
        assertEquals(
                List.of(LOSS, BOUNDARY, StageChart.CONFUSION, ACCURACY),
                layout.visibleCharts(facts(PredictionTask.CLASSIFICATION, 2)));
    }

    @Test
    void replacesVisibleChartInItsSlot() {
        four();
        layout.replace(PREDICTION, StageChart.WEIGHTS, facts(PredictionTask.REGRESSION, 2));
        assertEquals(
                List.of(LOSS, BOUNDARY, NETWORK, StageChart.WEIGHTS),
                layout.visibleCharts(facts(PredictionTask.REGRESSION, 2)));
        layout.replace(FIT, StageChart.GRADIENTS, null);
        assertEquals(List.of(LOSS, BOUNDARY, NETWORK, StageChart.WEIGHTS), layout.visibleCharts(null));
    }

    @Test
    void aRegressionHasPredictionsButNoDecisionBoundary() {
        assertEquals("stage.boundary", BOUNDARY.titleKey(facts(PredictionTask.CLASSIFICATION, 2)));
        assertEquals("stage.boundary.numbers", BOUNDARY.titleKey(facts(PredictionTask.REGRESSION, 2)));
        assertEquals("stage.fit", FIT.titleKey(facts(PredictionTask.REGRESSION, 2)));
    }
}
