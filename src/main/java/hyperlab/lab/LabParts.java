package hyperlab.lab;

import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.playback.Playback;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a lab provides to the shell.
 *
 * @param subtitle a short description of what is on stage, shown after the title; follows the language
 * @param controls the left panel; the shell scrolls it
 * @param stage the center: the charts, in cards
 * @param insight the right panel: readout, explanation and doctor; the shell scrolls it; null for a lab that has
 *     neither panel nor playback bar, whose stage takes up their space
 * @param playback the model of the playback bar
 * @param undo undo and redo of this lab's settings
 * @param footer shown below the controls without scrolling; null for none
 */
public record LabParts(
        ObservableValue<String> subtitle,
        Region controls,
        Region stage,
        @Nullable Region insight,
        Playback playback,
        UndoHistory undo,
        @Nullable Region footer) {
    /** Creates the parts of a lab without a footer. */
    public LabParts(
            ObservableValue<String> subtitle,
            Region controls,
            Region stage,
            Region insight,
            Playback playback,
            UndoHistory undo) {
        this(subtitle, controls, stage, insight, playback, undo, null);
    }
}
