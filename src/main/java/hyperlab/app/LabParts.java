package hyperlab.app;

import hyperlab.app.control.Playback;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a lab brings to the shell.
 *
 * @param subtitle what is on stage, in a few words, behind the title; follows the language
 * @param controls the left panel; the shell scrolls it
 * @param stage the centre: the charts, in cards
 * @param insight the right panel: readout, what is seen, the doctor; the shell scrolls it; null for a lab that has
 *     neither panel nor playback bar, whose stage takes their room
 * @param playback what the playback bar shows and does
 * @param undo undo and redo of this lab's settings
 * @param footer what stands below the controls and does not scroll with them; null for nothing
 */
public record LabParts(
        ObservableValue<String> subtitle,
        Region controls,
        Region stage,
        @Nullable Region insight,
        Playback playback,
        Undo undo,
        @Nullable Region footer) {
    /** A lab whose controls have no footer. */
    public LabParts(
            ObservableValue<String> subtitle,
            Region controls,
            Region stage,
            Region insight,
            Playback playback,
            Undo undo) {
        this(subtitle, controls, stage, insight, playback, undo, null);
    }
}
