package hyperlab.lab.training.stage;

import static hyperlab.lab.training.run.StageChart.ACCURACY;
import static hyperlab.lab.training.run.StageChart.BOUNDARY;
import static hyperlab.lab.training.run.StageChart.FIT;
import static hyperlab.lab.training.run.StageChart.LOSS;
import static hyperlab.lab.training.run.StageChart.NETWORK;
import static hyperlab.lab.training.run.StageChart.PREDICTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.chart.training.NetworkDiagram;
import hyperlab.chart.training.NetworkDiagram.UnitPosition;
import hyperlab.chart.training.NetworkDiagram.UnitState;
import hyperlab.data.PredictionTask;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.StageLayout;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.HiddenLayerEditor;
import hyperlab.nn.Loss;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.UndoHistory;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageLayoutTest {
    private final StageLayout plan = new StageLayout();

    private static RunFacts facts(PredictionTask task, int features) {
        return new RunFacts(task, Loss.SQUARED_ERROR, 10, features, 80, 20, 0, 0, 1, 0.5);
    }

    @Test
    void showsAsManyChartsAsAreArranged() {
        assertEquals(List.of(LOSS, BOUNDARY, NETWORK, ACCURACY), plan.visibleCharts(null));
        plan.arrangementProperty().set(StageLayout.Arrangement.TWO);
        assertEquals(List.of(LOSS, BOUNDARY), plan.visibleCharts(null));
        plan.arrangementProperty().set(StageLayout.Arrangement.ONE);
        assertEquals(List.of(LOSS), plan.visibleCharts(null));
    }

    @Test
    void aChartThatIsWantedElsewhereChangesPlaces() {
        plan.setChart(0, NETWORK);
        assertEquals(List.of(NETWORK, BOUNDARY, LOSS, ACCURACY), plan.visibleCharts(null));
        plan.setChart(1, StageChart.WEIGHTS);
        assertEquals(StageChart.WEIGHTS, plan.visibleCharts(null).get(1));
    }

    @Test
    void theChoiceIsKeptAsTextAndBroughtBack() {
        assertEquals("", plan.serialize());
        plan.setChart(1, StageChart.RATE_TEST);
        plan.arrangementProperty().set(StageLayout.Arrangement.TWO);
        assertEquals("two loss rate_test network accuracy", plan.serialize());
        StageLayout other = new StageLayout();
        other.restore(plan.serialize());
        assertEquals(plan.serialize(), other.serialize());
        for (String torn : List.of("", "six loss boundary network accuracy", "two loss loss network accuracy")) {
            assertThrows(InvalidInputException.class, () -> other.restore(torn));
        }
        assertEquals(plan.serialize(), other.serialize());
    }

    @Test
    void whatDoesNotSuitTheDataGivesWayAndComesBack() {
        assertEquals(
                List.of(LOSS, BOUNDARY, NETWORK, PREDICTION), plan.visibleCharts(facts(PredictionTask.REGRESSION, 2)));
        assertEquals(List.of(LOSS, FIT, NETWORK, PREDICTION), plan.visibleCharts(facts(PredictionTask.REGRESSION, 1)));
        assertEquals(
                List.of(LOSS, BOUNDARY, NETWORK, ACCURACY),
                plan.visibleCharts(facts(PredictionTask.CLASSIFICATION, 2)));
        plan.setChart(1, FIT);
        plan.setChart(2, PREDICTION);
        assertEquals(
                List.of(LOSS, BOUNDARY, StageChart.CONFUSION, ACCURACY),
                plan.visibleCharts(facts(PredictionTask.CLASSIFICATION, 2)));
    }

    @Test
    void layersAreEditedOneByOneAndTakenBackOneByOne() {
        UndoHistory undo = new UndoHistory();
        ExperimentSettings settings = new ExperimentSettings(undo);
        HiddenLayerEditor edits = new HiddenLayerEditor(settings.network().hidden(), undo);
        edits.resize(0, true);
        edits.resize(0, true);
        assertEquals(List.of(10, 8), settings.network().hidden().get());
        edits.add();
        assertEquals(List.of(10, 8, 8), settings.network().hidden().get());
        edits.remove();
        edits.remove();
        edits.remove();
        edits.remove();
        assertEquals(List.of(), settings.network().hidden().get());
        edits.add();
        assertEquals(List.of(8), settings.network().hidden().get());
        for (int k = 0; k < 5; k++) {
            undo.undo();
        }
        assertEquals(List.of(10, 8), settings.network().hidden().get());
        undo.undo();
        assertEquals(List.of(9, 8), settings.network().hidden().get());
        settings.network().hidden().set(List.of(64));
        edits.resize(0, false);
        assertEquals(List.of(56), settings.network().hidden().get());
        settings.network().hidden().set(List.of(1));
        edits.resize(0, false);
        assertEquals(List.of(1), settings.network().hidden().get());
    }

    @Test
    void arrowsWalkFromUnitToUnitAndStopAtTheEdges() {
        NetworkDiagram sketch = new NetworkDiagram(List.of(column(2), column(4), column(1)), List.of(), null, null);
        UnitPosition start = UnitNavigation.next(sketch, null, UnitNavigation.Direction.DOWN);
        assertEquals(new UnitPosition(1, 0), start);
        UnitPosition down = UnitNavigation.next(sketch, start, UnitNavigation.Direction.DOWN);
        assertEquals(new UnitPosition(1, 1), down);
        assertEquals(new UnitPosition(0, 1), UnitNavigation.next(sketch, down, UnitNavigation.Direction.LEFT));
        assertEquals(new UnitPosition(2, 0), UnitNavigation.next(sketch, down, UnitNavigation.Direction.RIGHT));
        assertEquals(new UnitPosition(1, 0), UnitNavigation.next(sketch, start, UnitNavigation.Direction.UP));
    }

    private static NetworkDiagram.Column column(int units) {
        return new NetworkDiagram.Column(
                "", "", units, Collections.nCopies(units, UnitState.HEALTHY), List.of(), false);
    }
}
