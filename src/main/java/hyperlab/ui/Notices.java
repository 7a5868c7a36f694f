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

    /**
     * Shows that an attempt failed. The error leaves when a later attempt of the same kind succeeds.
     *
     * @param attempt names the kind of attempt: the message key of its failure
     * @param line returns the line in a language
     */
    default void showFailure(String attempt, Function<Texts, String> line) {
        showError(line);
    }

    /** Dismisses the errors of earlier attempts of this kind, because one has succeeded. */
    default void succeeded(String attempt) {}

    /** Shows an error in a fixed language. */
    default void showError(String line) {
        showError(texts -> line);
    }

    /** Shows a confirmation in a fixed language. */
    default void showSuccess(String line) {
        showSuccess(texts -> line);
    }
}
