package hyperlab.chart.style;

import java.awt.BasicStroke;
import java.awt.Stroke;
import java.util.List;

/** Dash patterns of lines. */
public enum Dash {
    SOLID,
    LONG(8, 4),
    DOTS(2, 3),
    LONG_DOT(10, 3, 2, 3),
    LONGER(14, 4),
    DASH_DOT_DOT(5, 2, 1, 2, 1, 2),
    /** Validation, next to solid training lines. */
    VALIDATION(6, 4),
    /** Reference lines, tangents, edges of highlighted ranges. */
    REFERENCE(3, 3);

    /** The patterns of series 0 … 5. */
    static final List<Dash> OF_SERIES = List.of(SOLID, LONG, DOTS, LONG_DOT, LONGER, DASH_DOT_DOT);

    @SuppressWarnings("ImmutableEnumChecker") // never exposed and never modified
    private final float[] pattern;

    Dash(float... pattern) {
        this.pattern = pattern;
    }

    /** Returns alternating lengths of dashes and gaps in pixels; empty for a solid line. */
    public float[] pattern() {
        return pattern.clone();
    }

    /** Returns a stroke with this dash; {@code scale} stretches the pattern but not the width. */
    public Stroke stroke(double width, double scale) {
        if (pattern.length == 0) {
            return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        float[] scaled = pattern.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) scale;
        }
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, scaled, 0);
    }
}
