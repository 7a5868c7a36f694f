package hyperlab.chart.training;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ChartLegend;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.ThemeColor;
import hyperlab.chart.training.network.NetworkChart;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One update of a small network in four phases: outputs in the units, the loss, the gradients on the lines, and the old
 * and new weights. If there are many lines, only those into one unit have their numbers.
 */
public final class StepChart extends AnnotationChart<StepChart.Model, StepDrawing> {
    /** The color of gradients. */
    static final ThemeColor GRADIENT = ThemeColor.series(3);

    private final ChartLegend legend = addLegend();

    /** The phases of an update, in order. */
    public enum Phase {
        FORWARD,
        LOSS,
        BACKWARD,
        UPDATE
    }

    /** A line from unit {@code from} of column {@code column} to unit {@code to} of the next column. */
    public record Link(int column, int from, int to) {}

    /**
     * A column of units.
     *
     * @param name below the column
     * @param unitNames above the units
     * @param outputs of the units for one sample
     * @param biasesBefore before the update; empty for the inputs
     * @param biasesAfter after the update; empty for the inputs
     */
    public record Column(
            String name, List<String> unitNames, double[] outputs, double[] biasesBefore, double[] biasesAfter) {
        public Column {
            unitNames = List.copyOf(unitNames);
        }
    }

    /** The weights between two columns, {@code before[to][from]}, with their gradients and their new values. */
    public record Links(double[][] before, double[][] gradients, double[][] after) {}

    /**
     * What the chart shows.
     *
     * @param columns inputs first, outputs last
     * @param links between column k and column k + 1; one fewer than columns
     * @param phase the current phase
     * @param chosen the selected line
     * @param loss name of the loss
     * @param lossBefore the loss of the batch before the update
     * @param lossAfter the same after the update
     */
    public record Model(
            List<Column> columns,
            List<Links> links,
            Phase phase,
            Link chosen,
            String loss,
            double lossBefore,
            double lossAfter) {
        public Model {
            columns = List.copyOf(columns);
            links = List.copyOf(links);
        }
    }

    public StepChart(Texts texts, ChartTheme theme) {
        super(new StepDrawing(), texts, theme);
        relabel();
    }

    /**
     * Returns the line nearest to a position.
     *
     * @param across from 0 at the plot's left edge to 1 at its right edge
     * @param down from 0 at the plot's top edge to 1 at its bottom edge
     * @return null if there is none nearby
     */
    public @Nullable Link linkAt(double across, double down) {
        Model current = model();
        return current == null ? null : StepLayout.linkAt(current, across, down);
    }

    @Override
    protected void relabel() {
        List<ChartLegend.LegendSymbol> signs = new ArrayList<>(NetworkChart.weightSigns(texts()));
        signs.add(NetworkChart.filled(GRADIENT, texts().get("chart.step.gradient")));
        legend.show(signs);
    }
}
