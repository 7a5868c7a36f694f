package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * What is predicted at each place of two features. Of classes: a region each, the stronger its tint the larger the
 * winner's probability beyond chance, with a line where one gives way to another; training samples filled, validation
 * samples hollow. Of numbers: a tint from series 2 below zero to series 1 above it, with lines of equal prediction, and
 * samples in the colour of their target. A shown one belongs to the FX thread.
 */
public final class BoundaryChart {
    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final BoundaryGround ground = new BoundaryGround();
    private final JFreeChart chart;
    private final ChartHeading heading;
    private final KeyRow key;
    private ChartStyle style;
    private Texts texts;
    private @Nullable BoundaryPicture picture;

    public BoundaryChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(xAxis, yAxis);
        XYPlot plot = chart.getXYPlot();
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(ground);
        heading = new ChartHeading(chart);
        key = KeyRow.above(chart);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    /** Shows this and nothing else, with one notification. */
    public void show(BoundaryPicture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, () -> {
            xAxis.setRange(newPicture.map().xLow(), newPicture.map().xHigh());
            yAxis.setRange(newPicture.map().yLow(), newPicture.map().yHigh());
            xAxis.setLabel(newPicture.xName());
            yAxis.setLabel(newPicture.yName());
            ground.show(newPicture);
            restyle();
        });
    }

    /** A line above the plot, for a chart that stands by itself; blank for none. */
    public void title(String words) {
        heading.show(words, style);
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        ChartStyle.atOnce(chart, this::restyle);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        ChartStyle.atOnce(chart, this::restyle);
    }

    private void restyle() {
        heading.style(style);
        key.show(signs(), style);
        style.apply(chart);
    }

    private List<KeyRow.Sign> signs() {
        List<KeyRow.Sign> signs = new ArrayList<>();
        BoundaryPicture shown = picture;
        if (shown == null) {
            return signs;
        }
        for (int c = 0; c < shown.classNames().size(); c++) {
            Marker marker = new SeriesStyle(c).marker();
            signs.add(new KeyRow.Sign(
                    marker, Ink.series(c), Ink.series(c), shown.classNames().get(c)));
        }
        Ink text = ChartTheme::text;
        if (shown.classNames().isEmpty()) {
            BoundaryTints tints = new BoundaryTints(shown);
            for (double level : tints.levels()) {
                signs.add(new KeyRow.Sign(
                        Marker.SQUARE, ChartTheme::axis, theme -> tints.number(level, theme), Ticks.text(level, 0)));
            }
            signs.add(new KeyRow.Sign(Marker.CIRCLE, text, null, texts.get("chart.training")));
            if (shown.points().stream().anyMatch(BoundaryPicture.Point::validation)) {
                signs.add(new KeyRow.Sign(Marker.DIAMOND, text, null, texts.get("chart.validation")));
            }
        } else {
            signs.add(new KeyRow.Sign(Marker.CIRCLE, text, text, texts.get("chart.training")));
            signs.add(new KeyRow.Sign(Marker.CIRCLE, text, null, texts.get("chart.validation")));
        }
        return signs;
    }
}
