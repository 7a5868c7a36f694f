package hyperlab.chart.descent;

/**
 * The direction from which {@link RotatableSurfaceChart} shows a surface, in degrees.
 *
 * @param azimuth rotation about the vertical axis, −180 ≤ azimuth &lt; 180; at 0, x points to the right
 * @param elevation from {@value #MIN_ELEVATION}, almost from the side, to 90, from above
 */
public record ViewAngles(double azimuth, double elevation) {
    public static final double MIN_ELEVATION = 5;
    public static final double MAX_ELEVATION = 90;
    public static final ViewAngles DEFAULT = new ViewAngles(-30, 40);

    /** Brings both angles into their range. */
    public ViewAngles {
        azimuth = azimuth - 360 * Math.floor((azimuth + 180) / 360);
        elevation = Math.max(MIN_ELEVATION, Math.min(MAX_ELEVATION, elevation));
    }

    /** Turns the surface: its front to the right, and its far side up. */
    public ViewAngles turned(double right, double up) {
        return new ViewAngles(azimuth + right, elevation + up);
    }
}
