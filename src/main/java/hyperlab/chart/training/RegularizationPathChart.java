package hyperlab.chart.training;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.PlayHead;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The regularization path of a linear model: one line per feature for its weight over the strength of the penalty,
 * which grows to the left. The features with the largest weights are named at the ends of their lines. A vertical line
 * marks one strength.
 */
public final class RegularizationPathChart extends PlotChart<RegularizationPathChart.Model> {
    private final CurveDataset lines = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final LogarithmicAxis strengths = new LogarithmicAxis();
    private final LinearAxis weights = LinearAxis.ofValues();
    private final EndLabels endLabels = new EndLabels();
    private final PlayHead playHead = new PlayHead();

    /**
     * What the chart shows.
     *
     * @param selectedIndex index of the strength to mark
     */
    public record Model(RegularizationPath path, int selectedIndex) {}

    public RegularizationPathChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        strengths.setInverted(true);
        setAxes(strengths, weights);
        addCurves(lines, renderer);
        add(playHead);
        add(endLabels);
        relabel();
    }

    @Override
    protected void draw(Model model) {
        RegularizationPath path = model.path();
        double[] lambdas = path.lambdas();
        StyledCurves curves = new StyledCurves();
        for (int j = 0; j < path.features().size(); j++) {
            curves.add(
                    curve(path, j),
                    CurveStyle.line(ThemeColor.series(j), CurveStyle.WIDTH).with(new SeriesStyle(j).dash()));
        }
        curves.showIn(lines, renderer);
        fit(strengths, lambdas[0], lambdas[lambdas.length - 1]);
        endLabels.show(labels(path));
        playHead.show(
                lambdas[model.selectedIndex()],
                texts().get("chart.lambdaAt", NumberFormats.format(lambdas[model.selectedIndex()], 2)));
    }

    @Override
    protected ChartTable table(Model model) {
        RegularizationPath path = model.path();
        List<String> header = new ArrayList<>(List.of("lambda"));
        header.addAll(path.features());
        ChartTable table = new ChartTable(header);
        for (int k = 0; k < path.lambdas().length; k++) {
            List<Object> row = new ArrayList<>(List.of(path.lambdas()[k]));
            for (double weight : path.weights()[k]) {
                row.add(weight);
            }
            table.addRow(row);
        }
        return table;
    }

    private static Curve curve(RegularizationPath path, int feature) {
        double[] values = IntStream.range(0, path.lambdas().length)
                .mapToDouble(k -> path.weights()[k][feature])
                .toArray();
        return Curve.of(path.lambdas(), values).named(path.features().get(feature));
    }

    private static List<EndLabels.Label> labels(RegularizationPath path) {
        double[] ends = path.weights()[0];
        return IntStream.range(0, path.features().size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -Math.abs(ends[j])))
                .map(j -> new EndLabels.Label(path.features().get(j), path.lambdas()[0], ends[j], ThemeColor.series(j)))
                .toList();
    }

    @Override
    protected void relabel() {
        strengths.setLabel(ChartStyle.logTitle(texts(), texts().get("chart.lambda")));
        weights.setLabel(texts().get("chart.standardWeight"));
    }
}
