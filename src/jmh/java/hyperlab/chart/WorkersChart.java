package hyperlab.chart;

import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws the trials per hour against the number of workers in {@code src/cluster/scaling.csv}. Run it with
 * {@code src/jmh/run hyperlab.chart.WorkersChart FILE.png}.
 */
public final class WorkersChart {
    private static final Path TABLE = Path.of("src/cluster/scaling.csv");

    /** The left end of the axis, with room for the markers at 1. */
    private static final double FIRST = 0.85;

    private WorkersChart() {}

    /** Takes the PNG file to write. */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        Curve measured = curve(lines, "measured");
        Curve random = curve(lines, "random");
        Curve halving = curve(lines, "halving");
        double workers = random.x(random.size() - 1);
        double one = random.y(0);
        List<Curve> curves = List.of(
                Curve.of(new double[] {1, workers}, new double[] {one, one * workers}), random, halving, measured);
        ThemeColor points = ThemeColor.series(2);
        List<CurveStyle> looks = List.of(
                CurveStyle.reference(ChartTheme::text),
                CurveStyle.series(0).hollow(true),
                CurveStyle.series(1).hollow(true),
                CurveStyle.points(points, MarkerShape.DIAMOND).radius(CurveStyle.CURRENT_RADIUS));
        List<EndLabels.Label> ends = List.of(
                new EndLabels.Label("proportional", workers, one * workers, ChartTheme::text),
                label("random search, simulated", random, ThemeColor.series(0)),
                label("halving, simulated", halving, ThemeColor.series(1)),
                label("random search, measured", measured, points));

        LogarithmicAxis x = LogarithmicAxis.ofPowersOfTwo();
        LogLogChart chart = new LogLogChart(x, "workers", new LogarithmicAxis(), "trials per hour");
        chart.show(curves, looks);
        // The lines end at the edge, so that their names are next to the plot.
        x.setRange(FIRST, workers);
        chart.write(ends, Path.of(arguments[0]));
    }

    private static EndLabels.Label label(String name, Curve curve, ThemeColor color) {
        int last = curve.size() - 1;
        return new EndLabels.Label(name, curve.x(last), curve.y(last), color);
    }

    private static Curve curve(List<String> lines, String kind) {
        List<String[]> rows = lines.stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[2].equals(kind))
                .toList();
        return Curve.of(
                rows.stream().mapToDouble(cells -> Double.parseDouble(cells[0])).toArray(),
                rows.stream().mapToDouble(cells -> Double.parseDouble(cells[1])).toArray());
    }
}
