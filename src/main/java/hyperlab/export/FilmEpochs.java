package hyperlab.export;

import hyperlab.rule.Rules;
import java.util.stream.IntStream;

/** Which epochs of a training its GIF shows, and for how long each. */
public final class FilmEpochs {
    /** So many frames at most, whatever the length of the training. */
    public static final int MOST = 120;

    private static final int MOVING_HUNDREDTHS = 700;
    private static final int SLOWEST_HUNDREDTHS = 50;
    private static final int LAST_HUNDREDTHS = 200;

    private FilmEpochs() {}

    /** At most {@value #MOST} epochs, evenly from the first to the last, which are always among them. */
    public static int[] between(int first, int last) {
        Rules.wholeWithin("last", last, first, Integer.MAX_VALUE);
        long epochs = (long) last - first;
        int steps = (int) Math.min(MOST - 1, epochs);
        return IntStream.rangeClosed(0, steps)
                .map(step -> steps == 0 ? first : (int) (first + Math.round((double) step * epochs / steps)))
                .toArray();
    }

    /** How long one of so many frames stands, in hundredths of a second: the last one so long that it can be read. */
    static int hundredths(int frame, int frames) {
        return frame == frames - 1
                ? LAST_HUNDREDTHS
                : Math.min(SLOWEST_HUNDREDTHS, Math.round((float) MOVING_HUNDREDTHS / (frames - 1)));
    }
}
