package hyperlab.chart;

/**
 * How a curve is drawn.
 *
 * @param ink its color
 * @param dash its dash pattern
 * @param width of the line in pixels; 0 for no line
 * @param marker at its points; some are skipped where they are too close together
 * @param radius of the marker in pixels
 * @param hollow whether markers are filled with the background
 * @param opacity 1, or less for values after the play head
 */
public record CurveLook(
        Ink ink, Dash dash, double width, Marker marker, double radius, boolean hollow, double opacity) {
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
    public static CurveLook series(int index) {
        SeriesStyle style = new SeriesStyle(index);
        return new CurveLook(style.ink(), style.dash(), WIDTH, style.marker(), RADIUS, false, 1);
    }

    /** A solid line without markers. */
    public static CurveLook line(Ink ink, double width) {
        return new CurveLook(ink, Dash.SOLID, width, Marker.NONE, RADIUS, false, 1);
    }

    /** A thin dashed line, for tangents and zero lines. */
    public static CurveLook reference(Ink ink) {
        return line(ink, 1.25).with(Dash.REFERENCE);
    }

    /** Markers without a line. */
    public static CurveLook points(Ink ink, Marker marker) {
        return new CurveLook(ink, Dash.SOLID, 0, marker, RADIUS, false, 1);
    }

    public CurveLook with(Ink newInk) {
        return new CurveLook(newInk, dash, width, marker, radius, hollow, opacity);
    }

    public CurveLook with(Dash newDash) {
        return new CurveLook(ink, newDash, width, marker, radius, hollow, opacity);
    }

    public CurveLook with(Marker newMarker) {
        return new CurveLook(ink, dash, width, newMarker, radius, hollow, opacity);
    }

    public CurveLook width(double newWidth) {
        return new CurveLook(ink, dash, newWidth, marker, radius, hollow, opacity);
    }

    public CurveLook radius(double newRadius) {
        return new CurveLook(ink, dash, width, marker, newRadius, hollow, opacity);
    }

    public CurveLook hollow(boolean isHollow) {
        return new CurveLook(ink, dash, width, marker, radius, isHollow, opacity);
    }

    /** Returns the same look with opacity {@value #FAINT}. */
    public CurveLook faint() {
        return new CurveLook(ink, dash, width, marker, radius, hollow, FAINT);
    }
}
