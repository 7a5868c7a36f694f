package hyperlab.lab;

/** A lab that takes contents of the clipboard that are not documents, such as an image. FX thread only. */
public interface AcceptsPaste {
    /** Pastes the clipboard's contents if they are for this lab; returns false otherwise. */
    boolean handlePaste();
}
