package hyperlab.chart.map;

import hyperlab.chart.ChartLegend;
import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.axis.UnitIntervalAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSnapshot;
import hyperlab.map.OverlayCurve;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.text.KeyNames;
import hyperlab.text.Texts;
import hyperlab.tune.SearchDimension;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/** A map of two hyperparameters: its pixels, a color bar above them, contour lines, and curves. */
public final class MapChart extends PlotChart<MapModel> {
    /** How runs end that may have missed the target. */
    private static final Set<PixelOutcome> MISSES_TARGET = Set.of(PixelOutcome.CONVERGED, PixelOutcome.OSCILLATING);

    private final AxisChoice xAxes = new AxisChoice();
    private final AxisChoice yAxes = new AxisChoice();
    private final MapImage image = new MapImage();
    private final OverlayLines overlays = new OverlayLines();
    private final MapMarkers markers = new MapMarkers();
    private final MapColorBar bar = keepStyled(new MapColorBar());
    private final ChartLegend legend = addLegend();
    private @Nullable ColorRanges ranges;

    /** The axes that a direction can have. */
    private final class AxisChoice {
        private final LinearAxis linear = keepStyled(LinearAxis.ofValues());
        private final LinearAxis integers = keepStyled(LinearAxis.ofIntegers());
        private final LogarithmicAxis logarithmic = keepStyled(new LogarithmicAxis());
        private final UnitIntervalAxis choice = keepStyled(new UnitIntervalAxis());

        /** The axis for a hyperparameter, with its title and range. */
        ValueAxis fitted(MapAxis axis) {
            ValueAxis fitted = axis(axis);
            String name = KeyNames.of(axis.key(), texts());
            fitted.setLabel(axis.isLogarithmic() ? ChartStyle.logTitle(texts(), name) : name);
            if (axis.dimension() instanceof SearchDimension.CategoricalDimension) {
                choice.show(axis.dimension());
                fit(choice, 0, 1);
            } else {
                CellEdges edges = new CellEdges(axis);
                fit(fitted, edges.low(), edges.high());
            }
            return fitted;
        }

        private ValueAxis axis(MapAxis axis) {
            if (axis.dimension() instanceof SearchDimension.CategoricalDimension) {
                return choice;
            }
            if (axis.isLogarithmic()) {
                return logarithmic;
            }
            return axis.dimension() instanceof SearchDimension.IntegerDimension ? integers : linear;
        }
    }

    public MapChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(xAxes.linear, yAxes.linear);
        hideGridlines();
        CurveRenderer renderer = new CurveRenderer();
        addCurves(new CurveDataset(), renderer);
        addBehind(renderer, image);
        add(overlays);
        add(markers);
        chart().addSubtitle(bar);
    }

    /**
     * From now on, a color means the same value in every map.
     *
     * @param models at least one; the color ramps cover their values
     */
    public void fixColors(List<MapModel> models) {
        ranges = ColorRanges.of(models.stream().map(MapModel::snapshot).toList());
        image.setRanges(ranges);
    }

    @Override
    protected void draw(MapModel current) {
        setXAxis(xAxes.fitted(current.x()));
        setYAxis(yAxes.fitted(current.y()));
        image.show(current);
        overlays.show(current);
        markers.show(current);
        bar.show(current, ranges, texts());
        legend.show(
                switch (current.legend()) {
                    case NONE -> List.of();
                    case BRIEF -> legendSymbols(current, false);
                    case FULL -> legendSymbols(current, true);
                });
    }

    /** The known pixels with the columns of {@code map.csv}, the first row at the bottom. */
    @Override
    protected ChartTable table(MapModel model) {
        MapSnapshot snapshot = model.snapshot();
        MapColor color = snapshot.map().color();
        List<String> titles = new ArrayList<>(
                List.of(snapshot.map().x().key(), snapshot.map().y().key(), "outcome", "epochs"));
        if (color.hasValue()) {
            titles.add(color.fileName());
        }
        ChartTable table = new ChartTable(titles);
        List<String> columns = snapshot.map().x().values();
        List<String> rows = snapshot.map().y().values();
        for (int row = 0; row < snapshot.rows(); row++) {
            for (int column = 0; column < snapshot.columns(); column++) {
                Pixel pixel = snapshot.pixel(column, row);
                if (pixel != null) {
                    List<Object> cells = new ArrayList<>(List.of(
                            columns.get(column), rows.get(row), pixel.outcome().fileName(), pixel.epochs()));
                    if (color.hasValue()) {
                        cells.add(pixel.value());
                    }
                    table.addRow(cells);
                }
            }
        }
        return table;
    }

    /** Whether a run that did not diverge missed the target. */
    private static boolean hasUnreachedTarget(MapSnapshot snapshot) {
        if (snapshot.map().color() != MapColor.EPOCHS_TO_TARGET) {
            return false;
        }
        for (int index = 0; index < snapshot.columns() * snapshot.rows(); index++) {
            boolean missed = snapshot.isKnown(index % snapshot.columns(), index / snapshot.columns())
                    && Double.isNaN(snapshot.value(index))
                    && MISSES_TARGET.contains(snapshot.outcome(index));
            if (missed) {
                return true;
            }
        }
        return false;
    }

    private List<ChartLegend.LegendSymbol> legendSymbols(MapModel current, boolean withLines) {
        Set<PixelOutcome> outcomes = current.snapshot().outcomes();
        List<ChartLegend.LegendSymbol> symbols = new ArrayList<>();
        if (current.patterns() && outcomes.contains(PixelOutcome.OSCILLATING)) {
            ThemeColor fill = theme -> new Color(MapRamps.converged(theme, MapColors.OSCILLATING));
            symbols.add(new ChartLegend.LegendSymbol(
                    MarkerShape.SQUARE, ChartTheme::text, fill, texts().get("chart.map.oscillating")));
        }
        boolean disputed = current.snapshot().map().seeds() > 1 && isDisputed(current.snapshot());
        if (current.patterns() && disputed) {
            ThemeColor fill = theme -> new Color(MapRamps.converged(theme, MapColors.CONVERGED));
            symbols.add(new ChartLegend.LegendSymbol(
                    MarkerShape.SQUARE, ChartTheme::text, fill, texts().get("chart.map.disputed")));
        }
        if (hasUnreachedTarget(current.snapshot())) {
            ThemeColor fill = theme -> new Color(MapRamps.converged(theme, MapColors.UNREACHED));
            symbols.add(new ChartLegend.LegendSymbol(
                    MarkerShape.SQUARE, ChartTheme::text, fill, texts().get("chart.map.unreached")));
        }
        if (outcomes.contains(PixelOutcome.INVALID)) {
            symbols.add(new ChartLegend.LegendSymbol(
                    MarkerShape.SQUARE, ChartTheme::axis, ChartTheme::grid, texts().get("chart.map.invalid")));
        }
        for (OverlayCurve curve : current.overlays()) {
            if (withLines && isShown(curve.size(), curve::x, curve::y)) {
                symbols.add(ChartLegend.LegendSymbol.line(
                        OverlayLines.dash(curve.kind()), ChartTheme::text, texts().get(meaning(curve.kind()))));
            }
        }
        for (MapMarker marker : current.markers()) {
            Curve curve = marker.curve();
            boolean explained = withLines || marker.style().marker() != MarkerShape.NONE;
            if (explained && !marker.meaning().isEmpty() && isShown(curve.size(), curve::x, curve::y)) {
                symbols.add(symbol(marker));
            }
        }
        if (current.contours() && current.snapshot().map().color().hasValue()) {
            symbols.add(ChartLegend.LegendSymbol.line(Dash.SOLID, ChartTheme::axis, texts().get("chart.map.contours")));
        }
        return symbols;
    }

    private static ChartLegend.LegendSymbol symbol(MapMarker marker) {
        CurveStyle curveStyle = marker.style();
        if (curveStyle.marker() == MarkerShape.NONE) {
            return ChartLegend.LegendSymbol.line(curveStyle.dash(), ChartTheme::text, marker.meaning());
        }
        return new ChartLegend.LegendSymbol(
                curveStyle.marker(),
                ChartTheme::text,
                curveStyle.hollow() ? theme -> Color.WHITE : curveStyle.themeColor(),
                marker.meaning());
    }

    /** Whether one of the points lies within the axes. */
    private boolean isShown(int size, IntToDoubleFunction xs, IntToDoubleFunction ys) {
        Range x = homeRange(plot().getDomainAxis());
        Range y = homeRange(plot().getRangeAxis());
        return IntStream.range(0, size)
                .anyMatch(k -> x.contains(xs.applyAsDouble(k)) && y.contains(ys.applyAsDouble(k)));
    }

    private static String meaning(OverlayCurve.Kind kind) {
        return switch (kind) {
            case DIVERGENCE -> "chart.map.overlay.divergence";
            case CRITICAL_DAMPING -> "chart.map.overlay.criticalDamping";
            case OVERSHOOT -> "chart.map.overlay.overshoot";
            case TWO_OVER_SHARPNESS -> "chart.map.overlay.twoOverSharpness";
            case CONSTANT_RATIO -> "chart.map.overlay.constantRatio";
        };
    }

    /** Whether some seeds of a pixel diverge and others do not. */
    private static boolean isDisputed(MapSnapshot snapshot) {
        int pixels = snapshot.columns() * snapshot.rows();
        for (int index = 0; index < pixels; index++) {
            if (snapshot.isKnown(index % snapshot.columns(), index / snapshot.columns())) {
                double share = snapshot.divergedShare(index);
                if (share > 0 && share < 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The values of both axes at a pixel of the plot; the values of a choice are evenly spaced in [0, 1]. */
    public Point2D valuesAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        return new Point2D.Double(
                value(plot().getDomainAxis(), pixelX, plotArea, RectangleEdge.BOTTOM),
                value(plot().getRangeAxis(), pixelY, plotArea, RectangleEdge.LEFT));
    }

    /** What both axes show, without a zoom of the chart itself. */
    public ObjectiveFunction.PlotWindow window() {
        Range x = homeRange(plot().getDomainAxis());
        Range y = homeRange(plot().getRangeAxis());
        return new ObjectiveFunction.PlotWindow(
                x.getLowerBound(), x.getUpperBound(), y.getLowerBound(), y.getUpperBound());
    }

    private static double value(ValueAxis axis, double pixel, Rectangle2D plotArea, RectangleEdge edge) {
        return axis.java2DToValue(pixel, plotArea, edge);
    }

    /** The pixel of the map, as column and row, at a pixel of the plot; empty outside the map. */
    public Optional<MapCell> cellAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        MapModel current = model();
        if (current == null) {
            return Optional.empty();
        }
        Point2D values = valuesAt(pixelX, pixelY, plotArea);
        int column = new CellEdges(current.x()).cell(values.getX());
        int row = new CellEdges(current.y()).cell(values.getY());
        return column < 0 || row < 0 ? Optional.empty() : Optional.of(new MapCell(column, row));
    }

    /** A pixel of the map. */
    public record MapCell(int column, int row) {}
}
