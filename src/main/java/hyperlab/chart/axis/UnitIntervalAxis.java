package hyperlab.chart.axis;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import hyperlab.tune.SearchDimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis over [0, 1] whose labels are the values of a search dimension. */
public final class UnitIntervalAxis extends ZoomableNumberAxis {
    private SearchDimension axis = new SearchDimension.LinearDimension(0, 1);

    public UnitIntervalAxis() {
        setRange(0, 1);
    }

    public void show(SearchDimension newAxis) {
        axis = newAxis;
        style(style());
    }

    @Override
    public String valueText(double value) {
        return UnitIntervalTicks.formatValue(axis.value(Math.max(0, Math.min(1, value))));
    }

    @Override
    public void style(ChartStyle newStyle) {
        super.style(newStyle);
        if (axis instanceof SearchDimension.CategoricalDimension choice) {
            setTickLabelFont(ChartFonts.withFallback(newStyle.axisFont(), String.join("", choice.values())));
        }
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        return AxisSupport.reserveMinimum(super.reserveSpace(g2, plot, area, edge, space), edge, style());
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double length = across ? area.getWidth() : area.getHeight();
        TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return UnitIntervalTicks.of(axis, AxisSupport.maxTickCount(g2, getTickLabelFont(), length, edge)).stream()
                .<ValueTick>map(tick -> new NumberTick(tick.unit(), tick.text(), anchor, anchor, 0))
                .toList();
    }
}
