package hyperlab.cli;

import hyperlab.export.Filming;
import hyperlab.export.Reel;
import java.io.IOException;

/** Where a GIF of a training is written. */
interface FilmFile {
    /** Makes and writes it, or takes an earlier one away where there is nothing to be seen: see {@link Filming#gif}. */
    <P> void write(Reel<P> reel, int[] epochs, Filming.Epochs<P> pictures) throws IOException;
}
