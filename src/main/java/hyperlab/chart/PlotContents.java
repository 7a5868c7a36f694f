package hyperlab.chart;

import hyperlab.chart.description.AxisDescription;
import hyperlab.chart.description.ChartDescription;
import hyperlab.chart.description.CurveDescription;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.StyledAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** What a plot shows now, for a screen reader and as a table. */
final class PlotContents {
    /** A curve without a name that has at least so many points is the function that the vertical axis names. */
    private static final int WHOLE_FUNCTION = 200;

    private final XYPlot plot;

    PlotContents(XYPlot plot) {
        this.plot = plot;
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int index = 0; index < plot.getDatasetCount(); index++) {
            if (plot.getDataset(index) instanceof CurveDataset dataset) {
                for (int series = 0; series < dataset.getSeriesCount(); series++) {
                    curves.add(dataset.curve(series));
                }
            }
        }
        return curves;
    }

    /** The points of all curves; only a header without curves. */
    ChartTable curveTable() {
        ChartTable table = new ChartTable("line", "x", "y");
        int number = 0;
        for (Curve curve : curves()) {
            number++;
            for (int point = 0; point < curve.size(); point++) {
                String name = curve.name().isEmpty() ? Integer.toString(number) : curve.name();
                table.add(name, curve.x(point), curve.y(point));
            }
        }
        return table;
    }

    /** Its axes, its curves with their lowest points, and what it marks. */
    ChartDescription description() {
        List<CurveDescription> curves =
                curves().stream().map(this::describe).flatMap(Optional::stream).toList();
        List<String> marks =
                annotations().flatMap(each -> each.words().stream()).distinct().toList();
        return new ChartDescription(describe(plot.getDomainAxis()), describe(plot.getRangeAxis()), curves, marks);
    }

    private static Optional<AxisDescription> describe(@Nullable ValueAxis axis) {
        return axis == null || !axis.isVisible() || !axis.isTickLabelsVisible()
                ? Optional.empty()
                : Optional.of(new AxisDescription(
                        Objects.toString(axis.getLabel(), ""), axis.getLowerBound(), axis.getUpperBound()));
    }

    /**
     * A curve of several points under its name, the label at its end, or the title of the axis for a whole function.
     */
    private Optional<CurveDescription> describe(Curve curve) {
        int last = curve.size() - 1;
        if (last < 1) {
            return Optional.empty();
        }
        String name = curve.name();
        if (name.isEmpty()) {
            name = annotations()
                    .filter(EndLabels.class::isInstance)
                    .map(labels -> ((EndLabels) labels).nameAt(curve.x(last), curve.y(last)))
                    .findFirst()
                    .orElse("");
        }
        if (name.isEmpty() && last >= WHOLE_FUNCTION) {
            name = Objects.toString(plot.getRangeAxis().getLabel(), "");
        }
        return name.isEmpty() ? Optional.empty() : CurveDescription.of(name, curve.size(), curve::x, curve::y);
    }

    private Stream<StyledAnnotation> annotations() {
        return Stream.of(plot.getAnnotations().toArray())
                .filter(StyledAnnotation.class::isInstance)
                .map(StyledAnnotation.class::cast);
    }
}
