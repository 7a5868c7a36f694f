package hyperlab.chart;

import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;

/**
 * Draws the trials per hour against the number of workers in {@code src/cluster/scaling.csv}. Run it with
 * {@code src/jmh/run hyperlab.chart.WorkersChart FILE.png}.
 */
public final class WorkersChart {
    private static final Path TABLE = Path.of("src/cluster/scaling.csv");

    private WorkersChart() {}

    /** Takes the PNG file to write. */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        Curve measured = curve(lines, "measured");
        Curve simulated = curve(lines, "simulated");
        int last = simulated.size() - 1;
        double workers = simulated.x(last);
        double one = simulated.y(0);
        List<Curve> curves =
                List.of(Curve.of(new double[] {1, workers}, new double[] {one, one * workers}), simulated, measured);
        ThemeColor color = ThemeColor.series(0);
        List<CurveStyle> looks = List.of(
                CurveStyle.reference(ChartTheme::text),
                CurveStyle.line(color, CurveStyle.WIDTH).with(MarkerShape.CIRCLE).hollow(true),
                CurveStyle.points(ThemeColor.series(1), MarkerShape.SQUARE).radius(CurveStyle.CURRENT_RADIUS));
        List<EndLabels.Label> ends = new ArrayList<>();
        ends.add(new EndLabels.Label("proportional", workers, one * workers, ChartTheme::text));
        ends.add(new EndLabels.Label("simulated", workers, simulated.y(last), color));
        int end = measured.size() - 1;
        ends.add(new EndLabels.Label("measured", measured.x(end), measured.y(end), ThemeColor.series(1)));

        ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
        LogarithmicAxis x = LogarithmicAxis.ofPowersOfTwo();
        LogarithmicAxis y = new LogarithmicAxis();
        x.setLabel("workers");
        y.setLabel("trials per hour");
        JFreeChart chart = style.createChart(x, y);
        EndLabels labels = new EndLabels();
        labels.style(style);
        chart.getXYPlot().addAnnotation(labels);
        CurveDataset dataset = new CurveDataset();
        CurveRenderer renderer = new CurveRenderer();
        chart.getXYPlot().setDataset(dataset);
        chart.getXYPlot().setRenderer(renderer);
        style.apply(chart);
        renderer.setCurveStyles(looks);
        dataset.show(curves);
        labels.show(ends);
        PaletteImage.write(chart, Path.of(arguments[0]));
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
