package hyperlab.lab;

import java.util.function.Supplier;

/** A lab that holds more than its document. FX thread only. */
public interface HasExtras {
    /**
     * What the lab holds in addition to its document, to be saved with the session. The supplier may be called on any
     * thread, because writing the text can take a while. The text is empty if there is nothing.
     */
    Supplier<String> saveExtras();

    /**
     * Restores what {@link #saveExtras} returned and replaces the current extras; an empty text clears them.
     *
     * @throws hyperlab.rule.InvalidInputException if the text cannot be read
     */
    void restoreExtras(String extras);
}
