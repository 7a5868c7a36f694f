package hyperlab.app;

import hyperlab.app.concurrent.Runner;
import hyperlab.rule.Refusal;
import java.util.concurrent.Executor;

/**
 * What the shell lends to a lab.
 *
 * @param messages the texts, in the language of now
 * @param appearance light or dark, and the colours of charts
 * @param workers runs work off the FX thread
 * @param pulses runs work on the FX thread, at the next pulse; what {@link hyperlab.app.concurrent.Latest} takes
 * @param frames the same for what flows by itself: not more often than eyes can tell apart
 * @param unhurried the same for what is read rather than looked at, which may come a little after the picture
 * @param notices tells the person something in one line
 * @param files asks the person for a file
 */
public record LabContext(
        Messages messages,
        Appearance appearance,
        Runner workers,
        Executor pulses,
        Executor frames,
        Executor unhurried,
        Notices notices,
        FilePicker files) {
    /** Tells the person why something was refused. */
    public void refused(Refusal refusal) {
        notices.refused(RefusalWords.line(refusal, messages.texts()));
    }

    /** Tells the person why something was refused, within the words of {@code key}. */
    public void refused(String key, Refusal refusal) {
        notices.refused(messages.get(key, RefusalWords.line(refusal, messages.texts())));
    }
}
