package hyperlab.lab;

/** A lab that shows pages to read, and thus has nothing to play. FX thread only. */
public interface HasPages {
    /** Scrolls down one screen, or turns the page at its end. */
    void scrollPage();
}
