package hyperlab.cli.io;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;

/** Describes how long a command still takes. */
public final class DurationText {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private DurationText() {}

    /** Adds the remaining time to a text. */
    public static String withTimeLeft(String text, double secondsLeft, Texts texts) {
        return texts.get("command.tune.left", text, of(secondsLeft, texts));
    }

    /** A duration, rounded up. */
    public static String of(double seconds, Texts texts) {
        if (seconds < MINUTE) {
            return texts.get("command.tune.seconds", Integer.toString((int) Math.ceil(seconds)));
        }
        if (seconds < HOUR) {
            return texts.get("command.tune.minutes", Integer.toString((int) Math.ceil(seconds / MINUTE)));
        }
        return texts.get("command.tune.hours", NumberFormats.format(seconds / HOUR, 2));
    }
}
