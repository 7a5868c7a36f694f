package hyperlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.EndLabels;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlotChartTest {
    private static final ChartStyle PRESENTED = new ChartStyle(ChartTheme.DARK, 1.5);

    private final LineChart chart = new LineChart();
    private final AtomicInteger notifications = new AtomicInteger();

    /** A line from the origin to (1, model), on a linear or a logarithmic axis. */
    private static final class LineChart extends PlotChart<Double> {
        private final CurveDataset dataset = new CurveDataset();
        private final LinearAxis x = LinearAxis.ofPositions();
        private final LinearAxis y = LinearAxis.ofPositions();
        private final LogarithmicAxis logarithmic = keepStyled(new LogarithmicAxis());
        private final EndLabels labels;
        private final ChartLegend legend = addLegend();
        private final List<Double> drawn = new ArrayList<>();

        LineChart() {
            super(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
            setAxes(x, y);
            addCurves(dataset, new CurveRenderer());
            labels = add(new EndLabels());
            relabel();
        }

        @Override
        protected void relabel() {
            x.setLabel(texts().get("chart.epoch"));
        }

        @Override
        protected void draw(Double model) {
            drawn.add(model);
            fit(x, 0, 1);
            fit(y, 0, model);
            dataset.show(Curve.of(new double[] {0, 1}, new double[] {0, model}));
            labels.show(List.of(new EndLabels.Label(texts().get("chart.training"), 1, model, ChartTheme::text)));
            legend.show(List.of());
        }
    }

    @BeforeEach
    void countNotifications() {
        chart.chart().addChangeListener(event -> notifications.incrementAndGet());
    }

    @Test
    void eachChangeNotifiesOnce() {
        chart.show(2.0);
        assertEquals(1, notifications.getAndSet(0), "show");
        chart.texts(Texts.in(Language.KOREAN));
        assertEquals(1, notifications.getAndSet(0), "texts");
        chart.style(PRESENTED);
        assertEquals(1, notifications.getAndSet(0), "style");
        chart.setTitle("a title");
        assertEquals(1, notifications.getAndSet(0), "title");
    }

    @Test
    void newLanguageRedrawsModel() {
        chart.show(2.0);
        chart.texts(Texts.in(Language.KOREAN));
        assertEquals(List.of(2.0, 2.0), chart.drawn);
        assertEquals(Texts.in(Language.KOREAN).get("chart.epoch"), chart.x.getLabel());
        assertEquals(
                Texts.in(Language.KOREAN).get("chart.training"),
                chart.labels.labels().get(0).text());
    }

    @Test
    void newLanguageAppliesToChartWithoutModel() {
        chart.texts(Texts.in(Language.KOREAN));
        assertEquals(List.of(), chart.drawn);
        assertEquals(Texts.in(Language.KOREAN).get("chart.epoch"), chart.x.getLabel());
    }

    @Test
    void newStyleAppliesToAllPartsWithoutRedrawingModel() {
        chart.show(2.0);
        chart.setTitle("a title");
        chart.style(PRESENTED);
        assertEquals(List.of(2.0), chart.drawn);
        assertEquals(ChartTheme.DARK.background(), chart.chart().getBackgroundPaint());
        assertEquals(PRESENTED, chart.labels.style());
        assertEquals(ChartTheme.DARK.text(), chart.chart().getTitle().getPaint());
        for (ValueAxis axis : List.of(chart.x, chart.y, chart.logarithmic)) {
            assertEquals(PRESENTED.axisFont(), axis.getTickLabelFont());
        }
    }

    @Test
    void createsPartsInCurrentTheme() {
        LineChart dark = new LineChart();
        dark.style(ChartStyle.of(ChartTheme.DARK));
        assertEquals(ChartStyle.of(ChartTheme.LIGHT), chart.labels.style());
        assertEquals(chart.x.getTickLabelFont(), chart.logarithmic.getTickLabelFont());
        assertEquals(ChartTheme.DARK.muted(), dark.logarithmic.getTickLabelPaint());
    }

    @Test
    void blankTitleRemovesTitle() {
        chart.setTitle("a title");
        assertEquals("a title", chart.chart().getTitle().getText());
        chart.setTitle(" ");
        assertNull(chart.chart().getTitle());
    }
}
