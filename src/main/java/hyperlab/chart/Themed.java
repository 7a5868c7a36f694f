package hyperlab.chart;

/** A part of a chart that takes on a style: axis, renderer or annotation. */
public interface Themed {
    void style(ChartStyle style);
}
