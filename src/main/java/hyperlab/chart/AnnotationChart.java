package hyperlab.chart;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.style.ChartTheme;
import hyperlab.text.Texts;

/**
 * A chart without visible axes whose content is drawn by one annotation over the whole plot.
 *
 * @param <M> everything that the chart shows; immutable
 * @param <D> the annotation
 */
public abstract class AnnotationChart<M, D extends ModelAnnotation<M>> extends PlotChart<M> {
    private final D drawing;

    protected AnnotationChart(D drawing, Texts texts, ChartTheme theme) {
        super(texts, theme);
        this.drawing = drawing;
        addDrawing();
    }

    /** Creates a chart all of whose words come from its model. */
    protected AnnotationChart(D drawing, ChartTheme theme) {
        super(theme);
        this.drawing = drawing;
        addDrawing();
    }

    protected final D drawing() {
        return drawing;
    }

    private void addDrawing() {
        LinearAxis x = LinearAxis.ofPositions();
        LinearAxis y = LinearAxis.ofPositions();
        setAxes(x, y);
        x.setVisible(false);
        y.setVisible(false);
        hideGridlines();
        add(drawing);
    }

    @Override
    protected void draw(M model) {
        drawing.show(model);
    }
}
