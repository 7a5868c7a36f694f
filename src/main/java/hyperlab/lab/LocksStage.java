package hyperlab.lab;

/** A lab whose stage says what the pointer can do on it, or shows what only the pointer uses. FX thread only. */
public interface LocksStage {
    /** Sets whether the pointer can do nothing on the stage, as in a lesson. */
    void setStageLocked(boolean locked);
}
