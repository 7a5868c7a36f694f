package hyperlab.cli;

import hyperlab.export.Filming;
import hyperlab.export.Reel;
import java.io.IOException;

/** The destination of a training GIF. */
interface GifDestination {
    /** Renders and writes the GIF, or deletes an earlier one if there is nothing to show; see {@link Filming#gif}. */
    <P> void write(Reel<P> reel, int[] epochs, Filming.Epochs<P> pictures) throws IOException;
}
