package hyperlab.ui;

import hyperlab.text.Texts;
import java.util.function.Function;

/** Shows short notices to the user without blocking. */
public interface Notices {
    /**
     * Shows that an input was rejected or that something failed.
     *
     * @param line returns the line in a language, because the notice follows the language
     */
    void showError(Function<Texts, String> line);

    /**
     * Confirms something that has no other visible effect.
     *
     * @param line returns the line in a language
     */
    void showSuccess(Function<Texts, String> line);

    /** Shows an error in a fixed language. */
    default void showError(String line) {
        showError(texts -> line);
    }

    /** Shows a confirmation in a fixed language. */
    default void showSuccess(String line) {
        showSuccess(texts -> line);
    }
}
