package hyperlab.chart.axis;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.Themed;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/**
 * An axis with names at 0, 1, …; a vertical axis may run from the top down. If there are too many names, only every
 * n-th is drawn.
 */
public final class ClassAxis extends NumberAxis implements Themed {
    private static final double MIN_SPACING = 1.15;

    private List<String> names = List.of();
    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);

    public ClassAxis(boolean downward) {
        setInverted(downward);
        setTickMarksVisible(false);
        show(List.of());
    }

    public void show(List<String> newNames) {
        names = List.copyOf(newNames);
        setRange(-0.5, Math.max(1, names.size()) - 0.5);
        style(style);
    }

    @Override
    public void setLabel(@Nullable String title) {
        if (!Objects.equals(title, getLabel())) {
            super.setLabel(title);
            AxisSupport.styleTitle(this, style);
        }
    }

    @Override
    public void style(ChartStyle newStyle) {
        style = newStyle;
        AxisSupport.style(this, newStyle);
        setTickMarksVisible(false);
        setTickLabelFont(ChartFonts.withFallback(newStyle.axisFont(), String.join("", names)));
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        return AxisSupport.reserveMinimum(super.reserveSpace(g2, plot, area, edge, space), edge, style);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double length = across ? area.getWidth() : area.getHeight();
        double room = length / Math.max(1, names.size());
        double widest = getTickLabelFont().getSize2D();
        for (String name : names) {
            widest = Math.max(widest, across ? TextPainter.width(name, getTickLabelFont()) : widest);
        }
        int stride = (int) Math.max(1, Math.ceil(MIN_SPACING * widest / Math.max(1, room)));
        TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return IntStream.range(0, names.size())
                .filter(i -> i % stride == 0)
                .<ValueTick>mapToObj(i -> new NumberTick((double) i, names.get(i), anchor, anchor, 0))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
