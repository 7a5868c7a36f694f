package hyperlab.ui.control;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.ui.Appearance;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A short piece of a series' line with its marker, as in the chart; shown before the series' name. */
public final class SeriesSymbol extends Canvas {
    private static final double WIDTH = 30;
    private static final double HEIGHT = 14;
    private static final double RADIUS = 4;

    private final Appearance appearance;
    private final InvalidationListener redraw = observed -> draw();
    private CurveStyle style;

    public SeriesSymbol(Appearance appearance, CurveStyle style) {
        this.appearance = appearance;
        this.style = style;
        setMouseTransparent(true);
        appearance.themeProperty().addListener(new WeakInvalidationListener(redraw));
        appearance.presentationProperty().addListener(new WeakInvalidationListener(redraw));
        draw();
    }

    /** Changes color, dash and marker; redraws only if they differ. */
    public void setCurveStyle(CurveStyle newStyle) {
        boolean same = looksLike(newStyle);
        style = newStyle;
        if (!same) {
            draw();
        }
    }

    private boolean looksLike(CurveStyle other) {
        ChartTheme theme = appearance.chartTheme();
        return style.dash() == other.dash()
                && style.marker() == other.marker()
                && style.themeColor().resolve(theme).equals(other.themeColor().resolve(theme));
    }

    private void draw() {
        ChartTheme theme = appearance.chartTheme();
        java.awt.Color ink = style.themeColor().resolve(theme);
        Color color = Color.rgb(ink.getRed(), ink.getGreen(), ink.getBlue());
        GraphicsContext graphics = getGraphicsContext2D();
        double width = appearance.scaledLength(WIDTH);
        double height = appearance.scaledLength(HEIGHT);
        double scale = appearance.chartStyle().scale();
        setWidth(width);
        setHeight(height);
        graphics.clearRect(0, 0, width, height);
        graphics.setStroke(color);
        graphics.setFill(color);
        graphics.setLineWidth(CurveStyle.WIDTH * scale);
        graphics.setLineDashes(dashes(style.dash(), scale));
        graphics.strokeLine(1, height / 2, width - 1, height / 2);
        if (style.marker() != MarkerShape.NONE) {
            graphics.setLineDashes();
            fill(graphics, style.marker().shapeAt(width / 2, height / 2, RADIUS * scale));
        }
    }

    private static double[] dashes(Dash dash, double scale) {
        float[] pattern = dash.pattern();
        double[] lengths = new double[pattern.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = pattern[i] * scale;
        }
        return lengths;
    }

    private static void fill(GraphicsContext graphics, Shape shape) {
        double[] at = new double[6];
        graphics.beginPath();
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> graphics.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> graphics.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> graphics.quadraticCurveTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> graphics.bezierCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> graphics.closePath();
            }
        }
        graphics.fill();
    }
}
