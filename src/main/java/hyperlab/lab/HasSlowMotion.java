package hyperlab.lab;

/** A lab that can go through one update of its network in slow motion. FX thread only. */
public interface HasSlowMotion {
    /** Whether the stage shows an update in slow motion. */
    boolean isInSlowMotion();

    /** Shows the slow motion alone, with the focus, or what was there before. */
    void setSlowMotion(boolean shown);
}
