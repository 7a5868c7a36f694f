package hyperlab.chart.style;

/** A part of a chart that can be restyled: an axis, a renderer, or an annotation. */
public interface Themed {
    void style(ChartStyle style);
}
