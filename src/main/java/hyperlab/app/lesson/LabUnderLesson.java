package hyperlab.app.lesson;

import hyperlab.file.Document;
import hyperlab.ui.control.playback.Playback;

/** The lab that a lesson takes place in. FX thread only; needs no toolkit. */
public interface LabUnderLesson {
    /** Opens the settings of a step. */
    void open(Document document);

    /** The current settings, with the changes that the user has made. */
    Document document();

    Playback playback();
}
