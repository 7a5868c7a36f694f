package hyperlab.chart.map;

import hyperlab.chart.ChartLegend;
import hyperlab.chart.ChartTable;
import hyperlab.chart.ErrorBars;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.BatchRate;
import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best learning rate against the batch size, both on log scales: the geometric mean over the seeds with its 95 %
 * interval, each seed, the fitted power, and the line of proportionality through the smallest batch size.
 */
public final class RateScalingChart extends PlotChart<RateScalingChart.Model> {
    private static final ThemeColor RATES = ThemeColor.series(0);
    private static final ThemeColor PROPORTIONAL = ThemeColor.series(3);
    private static final double SEED_RADIUS = 2.5;
    private static final double LEFT = 0.84;
    private static final double RIGHT = 1.16;
    private static final double LOW = 0.75;
    private static final double HIGH = 1.3;

    private final LogarithmicAxis batches = LogarithmicAxis.ofPowersOfTwo();
    private final LogarithmicAxis rates = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final ErrorBars intervals = new ErrorBars();
    private final EndLabels endLabels = new EndLabels();
    private final ChartLegend legend;

    /**
     * What the chart shows.
     *
     * @param scaling null before there are two seeds
     * @param withSeeds whether each seed is a point
     */
    public record Model(@Nullable RateScaling scaling, boolean withSeeds) {}

    public RateScalingChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(batches, rates);
        addCurves(dataset, renderer);
        add(intervals);
        add(endLabels);
        legend = addLegend();
        relabel();
    }

    @Override
    protected void relabel() {
        batches.setLabel(ChartStyle.logTitle(texts(), texts().get("chart.batchSize")));
        rates.setLabel(ChartStyle.logTitle(texts(), texts().get("chart.rateScaling.rate")));
        List<ChartLegend.LegendSymbol> symbols = new ArrayList<>();
        symbols.add(new ChartLegend.LegendSymbol(
                MarkerShape.CIRCLE, RATES, RATES, texts().get("chart.rateScaling.mean")));
        Model model = model();
        if (model != null && model.withSeeds()) {
            symbols.add(new ChartLegend.LegendSymbol(
                    MarkerShape.CIRCLE, RATES, null, texts().get("chart.rateScaling.seed")));
        }
        legend.show(symbols);
    }

    @Override
    protected void draw(Model model) {
        relabel();
        StyledCurves curves = new StyledCurves();
        RateScaling scaling = model.scaling();
        if (scaling == null) {
            curves.showIn(dataset, renderer);
            intervals.show(List.of());
            endLabels.show(List.of());
            return;
        }
        List<BatchRate> means = scaling.batchRates();
        double first = means.get(0).batchSize();
        double last = means.get(means.size() - 1).batchSize();
        fit(batches, first * LEFT, last * RIGHT);
        fitRates(scaling, means, last);
        String fitted = texts().get("chart.rateScaling.fitted", NumberFormats.format(scaling.slope(), 2));
        String proportional = texts().get("chart.rateScaling.proportional");
        curves.add(
                line(first, last, scaling.proportional(first), scaling.proportional(last))
                        .named(proportional),
                CurveStyle.line(PROPORTIONAL, CurveStyle.WIDTH).with(Dash.REFERENCE));
        curves.add(
                line(first, last, scaling.fitted(first), scaling.fitted(last)).named(fitted),
                CurveStyle.line(RATES, CurveStyle.WIDTH));
        if (model.withSeeds()) {
            curves.add(
                    seeds(scaling),
                    CurveStyle.points(RATES, MarkerShape.CIRCLE)
                            .radius(SEED_RADIUS)
                            .hollow(true)
                            .faint());
        }
        curves.add(
                Curve.of(
                        means.stream().mapToDouble(BatchRate::batchSize).toArray(),
                        means.stream().mapToDouble(BatchRate::mean).toArray()),
                CurveStyle.points(RATES, MarkerShape.CIRCLE));
        curves.showIn(dataset, renderer);
        intervals.show(means.stream()
                .filter(each -> each.from() < each.to())
                .map(each -> new ErrorBars.ErrorBar(each.batchSize(), each.from(), each.to(), RATES))
                .toList());
        endLabels.show(List.of(
                new EndLabels.Label(fitted, last * RIGHT, scaling.fitted(last), RATES),
                new EndLabels.Label(proportional, last * RIGHT, scaling.proportional(last), PROPORTIONAL)));
    }

    private void fitRates(RateScaling scaling, List<BatchRate> means, double last) {
        ValueBounds bounds = new ValueBounds(true);
        means.forEach(each -> bounds.add(each.mean(), each.from(), each.to()));
        for (SeedRates seed : scaling.seeds()) {
            seed.rates().forEach(each -> bounds.add(each.rate()));
        }
        bounds.add(scaling.proportional(last), scaling.fitted(means.get(0).batchSize()), scaling.fitted(last));
        fit(rates, bounds.low() * LOW, bounds.high() * HIGH);
    }

    private static Curve line(double fromX, double toX, double fromY, double toY) {
        return Curve.of(new double[] {fromX, toX}, new double[] {fromY, toY});
    }

    private static Curve seeds(RateScaling scaling) {
        List<BestRate> all = scaling.seeds().stream()
                .flatMap(seed -> seed.rates().stream())
                .toList();
        return Curve.of(
                all.stream().mapToDouble(BestRate::batchSize).toArray(),
                all.stream().mapToDouble(BestRate::rate).toArray());
    }

    /** One row for each batch size: the mean, its interval, both lines, and the best rate of each seed. */
    @Override
    protected ChartTable table(Model model) {
        RateScaling scaling = model.scaling();
        if (scaling == null) {
            return new ChartTable("batchSize", "mean", "low", "high", "fitted", "proportional");
        }
        List<String> header = new ArrayList<>(List.of("batchSize", "mean", "low", "high", "fitted", "proportional"));
        scaling.seeds().forEach(seed -> header.add("seed" + seed.seed()));
        ChartTable table = new ChartTable(header.toArray(String[]::new));
        List<BatchRate> means = scaling.batchRates();
        for (int k = 0; k < means.size(); k++) {
            BatchRate mean = means.get(k);
            List<Object> row = new ArrayList<>(List.of(
                    mean.batchSize(),
                    mean.mean(),
                    mean.from(),
                    mean.to(),
                    scaling.fitted(mean.batchSize()),
                    scaling.proportional(mean.batchSize())));
            for (SeedRates seed : scaling.seeds()) {
                row.add(seed.rates().get(k).rate());
            }
            table.add(row.toArray());
        }
        return table;
    }
}
