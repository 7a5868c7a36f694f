package hyperlab.chart;

import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.PointerReading;
import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.PlayHead;
import hyperlab.chart.style.StyledAnnotation;
import hyperlab.chart.style.Themed;
import hyperlab.chart.style.ZoomableAxis;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * A chart that shows one immutable model in a style and a language. Each change of the model, the style, or the texts
 * causes exactly one notification, so that the chart is drawn once. A subclass adds its axes, curves, and annotations
 * in its constructor and keeps them for its lifetime. Once displayed, use only on the FX thread.
 *
 * @param <M> everything that the chart shows; immutable
 */
public abstract class PlotChart<M> {
    private final JFreeChart chart;
    /** Parts that need the style although {@link ChartStyle#apply} does not find them in the plot. */
    private final List<Themed> detachedParts = new ArrayList<>();

    private final List<PlayHead> playHeads = new ArrayList<>();
    private boolean playHeadShown = true;

    private ChartStyle style;
    private Texts texts;
    private @Nullable M model;

    protected PlotChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.createChart();
    }

    /** Creates a chart all of whose words come from its model. */
    protected PlotChart(ChartTheme theme) {
        this(Texts.in(Language.ENGLISH), theme);
    }

    /** The chart as JFreeChart draws it. */
    public final JFreeChart chart() {
        return chart;
    }

    /** Replaces everything shown. */
    public final void show(M newModel) {
        model = newModel;
        update(() -> draw(newModel));
    }

    /** Changes the colors and the scale. */
    public final void style(ChartStyle newStyle) {
        style = newStyle;
        update(this::applyStyle);
    }

    /** Changes the language of the chart's own words; those of the model stay the same. */
    public final void texts(Texts newTexts) {
        texts = newTexts;
        redraw();
    }

    /** Sets the title above the plot, for a chart shown on its own; a blank title removes it. */
    public final void setTitle(String text) {
        update(() -> {
            if (text.isBlank()) {
                chart.setTitle((TextTitle) null);
                return;
            }
            TextTitle title = new TextTitle(text);
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setPadding(new RectangleInsets(6, 12, 2, 12));
            chart.setTitle(title);
            styleTitle();
        });
    }

    /**
     * Sets whether the play head and the marks of findings are drawn, for a figure that leaves them out. Everything
     * else stays the same.
     */
    public final void showMarks(boolean playHead, boolean findings) {
        playHeadShown = playHead;
        update(() -> {
            playHeads.forEach(head -> head.setShown(playHead));
            showFindings(findings);
            redraw();
        });
    }

    /** Draws the marks of findings or leaves them out, with notifications held. */
    protected void showFindings(boolean shown) {}

    /** Whether findings mark parts of the chart now. */
    public boolean hasFindings() {
        return false;
    }

    /**
     * Returns what the chart shows at a pixel of its last drawing on a screen; empty if it has nothing to say there but
     * the position on its axes.
     */
    public Optional<PointerReading> readingAt(double pixelX, double pixelY, Rectangle2D area) {
        List<?> annotations = plot().getAnnotations();
        for (int k = annotations.size() - 1; k >= 0; k--) {
            if (annotations.get(k) instanceof StyledAnnotation annotation) {
                Optional<String> text = annotation.textAt(pixelX, pixelY, area);
                if (text.isPresent()) {
                    return text.map(words -> new PointerReading(words, List.of()));
                }
            }
        }
        return Optional.empty();
    }

    /** The position of the play head in words, such as "epoch 37"; empty if there is none now. */
    public final String playHeadText() {
        for (PlayHead head : playHeads) {
            if (!Double.isNaN(head.position())) {
                return head.label().isEmpty()
                        ? plot().getDomainAxis().getLabel() + " " + NumberFormats.format(head.position())
                        : head.label();
            }
        }
        return "";
    }

    /** Updates the plot to a model, with notifications held. */
    protected abstract void draw(M newModel);

    /** Returns the data that the chart draws; only a header before the first model. */
    public final ChartTable table() {
        M current = model;
        return current == null ? new PlotContents(plot()).curveTable() : table(current);
    }

    /** Returns the data of a model. A chart that draws more or other things than curves returns those. */
    protected ChartTable table(M current) {
        return new PlotContents(plot()).curveTable();
    }

    /** Updates words that do not depend on the model, with notifications held. A subclass also calls it once itself. */
    protected void relabel() {}

    /** Updates the plot to the current model, if there is one, after another input of the subclass has changed. */
    protected final void redraw() {
        update(() -> {
            relabel();
            M current = model;
            if (current != null) {
                draw(current);
            }
        });
    }

    /** The current model; null before the first one. */
    protected final @Nullable M model() {
        return model;
    }

    /** Whether the play head and what belongs to it is drawn. */
    protected final boolean isPlayHeadShown() {
        return playHeadShown;
    }

    protected final ChartStyle style() {
        return style;
    }

    protected final Texts texts() {
        return texts;
    }

    protected final XYPlot plot() {
        return chart.getXYPlot();
    }

    /** What the chart shows now, in words: its axes, its curves with their lowest points, and what it marks. */
    public final String describe() {
        return new PlotContents(plot()).description().text(texts);
    }

    // parts

    /** Sets the axes that the chart starts with. */
    protected final void setAxes(ValueAxis x, ValueAxis y) {
        setXAxis(keepStyled(x));
        setYAxis(keepStyled(y));
    }

    /** Shows another x axis, which must be kept styled. */
    protected final void setXAxis(ValueAxis axis) {
        plot().setDomainAxis(axis);
    }

    /** Shows another y axis, which must be kept styled. */
    protected final void setYAxis(ValueAxis axis) {
        plot().setRangeAxis(axis);
    }

    /** Fits an axis to the data of the model. */
    protected final void fit(ValueAxis axis, double low, double high) {
        axis.setRange(low, high);
    }

    /** Returns the range that {@link #fit} gave an axis, without the user's zoom. */
    protected static Range homeRange(ValueAxis axis) {
        return axis instanceof ZoomableAxis zoomable ? zoomable.homeRange() : axis.getRange();
    }

    /** Styles a part that is not always in the plot, such as an axis that is sometimes replaced by another one. */
    protected final <T> T keepStyled(T part) {
        if (part instanceof Themed themed) {
            themed.style(style);
            detachedParts.add(themed);
        }
        return part;
    }

    /** Adds a dataset with the renderer that draws it. */
    protected final void addCurves(CurveDataset dataset, CurveRenderer renderer) {
        renderer.style(style);
        int index = plot().getDataset() == null ? 0 : plot().getDatasetCount();
        plot().setDataset(index, dataset);
        plot().setRenderer(index, renderer);
    }

    /** Adds an annotation above the curves and the annotations added before. */
    protected final <A extends StyledAnnotation> A add(A annotation) {
        annotation.style(style);
        plot().addAnnotation(annotation);
        if (annotation instanceof PlayHead head) {
            playHeads.add(head);
        }
        return annotation;
    }

    /** Adds an annotation below the curves of a renderer. */
    protected final <A extends StyledAnnotation> A addBehind(CurveRenderer renderer, A annotation) {
        renderer.addAnnotation(annotation, Layer.BACKGROUND);
        return keepStyled(annotation);
    }

    /** Adds an empty legend above the plot. */
    protected final ChartLegend addLegend() {
        return keepStyled(ChartLegend.addAbove(chart));
    }

    protected final void hideGridlines() {
        plot().setDomainGridlinesVisible(false);
        plot().setRangeGridlinesVisible(false);
    }

    private void update(Runnable changes) {
        ChartStyle.withOneNotification(chart, changes);
    }

    private void applyStyle() {
        detachedParts.forEach(part -> part.style(style));
        styleTitle();
        style.apply(chart);
    }

    private void styleTitle() {
        TextTitle title = chart.getTitle();
        if (title != null) {
            title.setFont(ChartFonts.withFallback(style.labelFont(), title.getText()));
            title.setPaint(style.theme().text());
        }
    }
}
