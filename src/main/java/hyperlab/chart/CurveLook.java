package hyperlab.chart;

/**
 * How a curve is drawn.
 *
 * @param ink its colour
 * @param dash how the line is broken
 * @param width of the line in pixels; 0 draws none
 * @param marker at its points; where they crowd, some are left out
 * @param radius of the marker in pixels
 * @param hollow whether markers are filled with the background
 * @param opacity 1, or less for what is still to come
 */
public record CurveLook(
        Ink ink, Dash dash, double width, Marker marker, double radius, boolean hollow, double opacity) {
    /** Lines. */
    public static final double WIDTH = 2;
    /** The curve chosen. */
    public static final double CHOSEN_WIDTH = 3;
    /** Markers. */
    public static final double RADIUS = 4;
    /** The marker of where things stand now. */
    public static final double CURRENT_RADIUS = 6.5;
    /** What is still to come. */
    public static final double FAINT = 0.45;

    /** A line with the colour, dash and marker of series {@code index}, from 0. */
    public static CurveLook series(int index) {
        SeriesStyle style = new SeriesStyle(index);
        return new CurveLook(style.ink(), style.dash(), WIDTH, style.marker(), RADIUS, false, 1);
    }

    /** A solid line without markers. */
    public static CurveLook line(Ink ink, double width) {
        return new CurveLook(ink, Dash.SOLID, width, Marker.NONE, RADIUS, false, 1);
    }

    /** A thin broken line: tangents, zero lines. */
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

    /** The same at {@value #FAINT} of its strength. */
    public CurveLook faint() {
        return new CurveLook(ink, dash, width, marker, radius, hollow, FAINT);
    }
}
