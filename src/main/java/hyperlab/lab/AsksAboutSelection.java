package hyperlab.lab;

/** A lab in which a question is about a part of its state. FX thread only. */
public interface AsksAboutSelection {
    /** The index of the run that is asked about; −1 if nothing that could be asked about is open. */
    int selectedIndex();

    /** Changes a setting at random before the next question, where that makes another question of it. */
    default void varySettings() {}

    /** Restores the settings that {@link #varySettings} has changed, when no more questions are asked. */
    default void restoreSettings() {}
}
