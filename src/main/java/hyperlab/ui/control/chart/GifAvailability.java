package hyperlab.ui.control.chart;

import java.util.function.Supplier;

/** Whether a chart can be exported as a GIF, and what the GIF would play. */
public sealed interface GifAvailability {
    /** What a GIF plays. */
    enum GifContent {
        /** The epochs of a training run. */
        RUN("shell.exportGif"),
        /** The epochs or steps of a training log. */
        LOG("shell.exportGif.log"),
        /** A zoom into a map. */
        ZOOM("shell.exportGif.zoom");

        private final String nameKey;

        GifContent(String nameKey) {
            this.nameKey = nameKey;
        }

        /** The message key of the menu item. */
        String nameKey() {
            return nameKey;
        }
    }

    /** The chart shows nothing that a GIF could play. */
    record NotSupported() implements GifAvailability {}

    /** Not available now; {@code whyKey} is the message key of the reason. */
    record Unavailable(GifContent content, String whyKey) implements GifAvailability {}

    /** Available. The supplier is called on the FX thread; the source contains everything it needs. */
    record Available(GifContent content, Supplier<GifSource> source) implements GifAvailability {}
}
