package hyperlab.lab.training.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import hyperlab.chart.training.network.NetworkDiagram.UnitState;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitNavigationTest {
    @Test
    void movesFromUnitToUnitAndStopsAtTheEdges() {
        NetworkDiagram diagram = new NetworkDiagram(List.of(column(2), column(4), column(1)), List.of(), null, null);
        UnitPosition start = UnitNavigation.next(diagram, null, UnitNavigation.Direction.DOWN);
        assertEquals(new UnitPosition(1, 0), start);
        UnitPosition down = UnitNavigation.next(diagram, start, UnitNavigation.Direction.DOWN);
        assertEquals(new UnitPosition(1, 1), down);
        assertEquals(new UnitPosition(0, 1), UnitNavigation.next(diagram, down, UnitNavigation.Direction.LEFT));
        assertEquals(new UnitPosition(2, 0), UnitNavigation.next(diagram, down, UnitNavigation.Direction.RIGHT));
        assertEquals(new UnitPosition(1, 0), UnitNavigation.next(diagram, start, UnitNavigation.Direction.UP));
    }

    private static NetworkDiagram.Column column(int units) {
        return new NetworkDiagram.Column(
                "", "", units, Collections.nCopies(units, UnitState.HEALTHY), List.of(), false);
    }
}
