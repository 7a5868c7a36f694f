package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that draws the last picture it was given, and nothing before that.
 *
 * @param <P> type of the picture; must be immutable
 */
abstract class ModelAnnotation<P> extends StyledAnnotation {
    private @Nullable P model;

    /** @param newModel null for nothing */
    final void show(@Nullable P newModel) {
        model = newModel;
        fireAnnotationChanged();
    }

    /** Returns the current picture; null for none. */
    final @Nullable P model() {
        return model;
    }

    @Override
    final void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        if (model != null) {
            draw(g2, area, pixels, model);
        }
    }

    abstract void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, P model);
}
