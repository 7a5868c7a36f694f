package hyperlab.lab;

import java.nio.file.Path;

/** A lab on which files that are not documents can be dropped, such as an image. FX thread only. */
public interface AcceptsDrop {
    /** Handles a dropped file that is not a document; returns false if it is not for this lab. */
    boolean handleDrop(Path file);
}
