package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that draws the last picture it was given, and nothing before that.
 *
 * @param <P> type of the picture; must be immutable
 */
abstract class PictureAnnotation<P> extends Annotation {
    private @Nullable P picture;

    /** @param newPicture null for nothing */
    final void show(@Nullable P newPicture) {
        picture = newPicture;
        fireAnnotationChanged();
    }

    /** Returns the current picture; null for none. */
    final @Nullable P picture() {
        return picture;
    }

    @Override
    final void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        if (picture != null) {
            draw(g2, area, pixels, picture);
        }
    }

    abstract void draw(Graphics2D g2, Rectangle2D area, Pixels pixels, P shown);
}
