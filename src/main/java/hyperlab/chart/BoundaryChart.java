package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * The prediction of a model over two features. For classification, each class is a region whose tint gets stronger with
 * the probability of the predicted class above chance, with a line at the decision boundary; training samples are
 * filled and validation samples are hollow. For regression, the tint goes from series 2 below zero to series 1 above
 * it, with lines of equal prediction, and samples have the color of their target. Once displayed, use only on the FX
 * thread.
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

    /** Replaces everything shown, with one notification. */
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

    /** Sets the title above the plot, for a chart shown on its own; a blank title removes it. */
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
