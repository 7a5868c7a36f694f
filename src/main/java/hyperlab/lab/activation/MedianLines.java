package hyperlab.lab.activation;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.train.Quantiles;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Chart lines of medians, with the interquartile range as their band. */
final class MedianLines {
    private MedianLines() {}

    static MedianChart.Line of(String name, CurveStyle style, double[] x, List<Quantiles> spreads) {
        return new MedianChart.Line(
                name,
                style.with(MarkerShape.NONE),
                x,
                values(spreads, Quantiles::median),
                values(spreads, Quantiles::lower),
                values(spreads, Quantiles::upper));
    }

    /** A line with x = 0, 1, 2, …. */
    static MedianChart.Line byEpoch(String name, CurveStyle style, List<Quantiles> spreads) {
        double[] epochs = IntStream.range(0, spreads.size()).mapToDouble(k -> k).toArray();
        return of(name, style, epochs, spreads);
    }

    /** Returns the spread with all values multiplied by {@code unit}. */
    static Quantiles scale(double unit, Quantiles spread) {
        return new Quantiles(
                unit * spread.median(),
                unit * spread.lower(),
                unit * spread.upper(),
                unit * spread.minimum(),
                unit * spread.maximum());
    }

    private static double[] values(List<Quantiles> spreads, ToDoubleFunction<Quantiles> part) {
        return spreads.stream().mapToDouble(part).toArray();
    }
}
