package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that draws what it was shown last, and nothing before.
 *
 * @param <P> immutable
 */
abstract class PictureAnnotation<P> extends Annotation {
    private @Nullable P picture;

    /** @param newPicture null for nothing */
    final void show(@Nullable P newPicture) {
        picture = newPicture;
        fireAnnotationChanged();
    }

    /** What is shown; null for nothing. */
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
