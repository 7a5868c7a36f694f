package hyperlab.chart.style;

/**
 * How a curve is drawn.
 *
 * @param themeColor its color
 * @param dash its dash pattern
 * @param width of the line in pixels; 0 for no line
 * @param marker at its points; some are skipped where they are too close together
 * @param radius of the marker in pixels
 * @param hollow whether markers are filled with the background
 * @param opacity 1, or less for values after the play head
 */
public record CurveStyle(
        ThemeColor themeColor,
        Dash dash,
        double width,
        MarkerShape marker,
        double radius,
        boolean hollow,
        double opacity) {
    /** Line width. */
    public static final double WIDTH = 2;
    /** Width of the selected curve. */
    public static final double CHOSEN_WIDTH = 3;
    /** Marker radius. */
    public static final double RADIUS = 4;
    /** Radius of the marker at the current position. */
    public static final double CURRENT_RADIUS = 6.5;
    /** Opacity of the part after the play head. */
    public static final double FAINT = 0.45;

    /** A line with the color, dash, and marker of series {@code index}, from 0. */
    public static CurveStyle series(int index) {
        SeriesStyle style = new SeriesStyle(index);
        return new CurveStyle(style.themeColor(), style.dash(), WIDTH, style.marker(), RADIUS, false, 1);
    }

    /** A solid line without markers. */
    public static CurveStyle line(ThemeColor themeColor, double width) {
        return new CurveStyle(themeColor, Dash.SOLID, width, MarkerShape.NONE, RADIUS, false, 1);
    }

    /** A thin dashed line, for tangents and zero lines. */
    public static CurveStyle reference(ThemeColor themeColor) {
        return line(themeColor, 1.25).with(Dash.REFERENCE);
    }

    /** Markers without a line. */
    public static CurveStyle points(ThemeColor themeColor, MarkerShape marker) {
        return new CurveStyle(themeColor, Dash.SOLID, 0, marker, RADIUS, false, 1);
    }

    public CurveStyle with(ThemeColor newThemeColor) {
        return new CurveStyle(newThemeColor, dash, width, marker, radius, hollow, opacity);
    }

    public CurveStyle with(Dash newDash) {
        return new CurveStyle(themeColor, newDash, width, marker, radius, hollow, opacity);
    }

    public CurveStyle with(MarkerShape newMarker) {
        return new CurveStyle(themeColor, dash, width, newMarker, radius, hollow, opacity);
    }

    public CurveStyle width(double newWidth) {
        return new CurveStyle(themeColor, dash, newWidth, marker, radius, hollow, opacity);
    }

    public CurveStyle radius(double newRadius) {
        return new CurveStyle(themeColor, dash, width, marker, newRadius, hollow, opacity);
    }

    public CurveStyle hollow(boolean isHollow) {
        return new CurveStyle(themeColor, dash, width, marker, radius, isHollow, opacity);
    }

    /** Returns the same look with opacity {@value #FAINT}. */
    public CurveStyle faint() {
        return new CurveStyle(themeColor, dash, width, marker, radius, hollow, FAINT);
    }
}
