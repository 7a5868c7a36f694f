package hyperlab.chart;

import hyperlab.chart.style.StyledAnnotation;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that draws the last picture it was given, and nothing before that.
 *
 * @param <P> type of the picture; must be immutable
 */
public abstract class ModelAnnotation<P> extends StyledAnnotation {
    private @Nullable P model;

    /** Shows a model; null draws nothing. */
    public final void show(@Nullable P newModel) {
        model = newModel;
        fireAnnotationChanged();
    }

    /** Returns the current picture; null for none. */
    public final @Nullable P model() {
        return model;
    }

    @Override
    public final void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        if (model != null) {
            draw(g2, area, pixels, model);
        }
    }

    public abstract void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, P model);
}
