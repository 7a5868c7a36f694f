package hyperlab.app.lesson;

import hyperlab.lesson.readout.ReadoutCache;
import org.jspecify.annotations.Nullable;

/**
 * Provides what was already computed for a lesson. Only the last bundled lesson is kept; its languages have the same
 * documents. For a file, everything is computed again, because it may have changed. FX thread only.
 */
public final class LessonReadouts {
    private @Nullable BundledReadouts last;

    private record BundledReadouts(String name, ReadoutCache cache) {}

    /** What was computed for the lesson; empty if that is not known any more. */
    public ReadoutCache of(LessonSource source) {
        if (!source.isBundled()) {
            return new ReadoutCache(source.folder());
        }
        BundledReadouts known = last;
        if (known == null || !known.name().equals(source.name())) {
            known = new BundledReadouts(source.name(), new ReadoutCache(null));
            last = known;
        }
        return known.cache();
    }
}
