package hyperlab.cli.io;

import hyperlab.export.FrameRenderer;
import hyperlab.export.TrainingGif;
import java.io.IOException;

/** The destination of a training GIF. */
public interface GifDestination {
    /**
     * Renders and writes the GIF, or deletes an earlier one if there is nothing to show; see
     * {@link TrainingGif#render}.
     */
    <P> void write(FrameRenderer<P> renderer, int[] epochs, TrainingGif.EpochDataSource<P> pictures) throws IOException;
}
