package hyperlab.cli;

import hyperlab.export.Filming;
import hyperlab.export.Reel;

/** Where a GIF of a training is written. */
interface FilmFile {
    /** Makes and writes it: see {@link Filming#gif}. */
    <P> void write(Reel<P> reel, int[] epochs, Filming.Epochs<P> pictures);
}
