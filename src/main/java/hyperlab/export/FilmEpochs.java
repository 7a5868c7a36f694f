package hyperlab.export;

import hyperlab.rule.Checks;
import java.util.stream.IntStream;

/** The epochs of a training run that its GIF shows, and how long each one is displayed. */
public final class FilmEpochs {
    /** Maximum number of frames, regardless of the length of the training run. */
    public static final int MOST = 120;

    private static final int MOVING_HUNDREDTHS = 700;
    private static final int SLOWEST_HUNDREDTHS = 50;
    private static final int LAST_HUNDREDTHS = 200;

    private FilmEpochs() {}

    /** Returns at most {@value #MOST} evenly spaced epochs, including the first and the last. */
    public static int[] between(int first, int last) {
        Checks.wholeWithin("last", last, first, Integer.MAX_VALUE);
        long epochs = (long) last - first;
        int steps = (int) Math.min(MOST - 1, epochs);
        return IntStream.rangeClosed(0, steps)
                .map(step -> steps == 0 ? first : (int) (first + Math.round((double) step * epochs / steps)))
                .toArray();
    }

    /** The display time of a frame in hundredths of a second. The last frame stays longer so that it can be read. */
    static int hundredths(int frame, int frames) {
        return frame == frames - 1
                ? LAST_HUNDREDTHS
                : Math.min(SLOWEST_HUNDREDTHS, Math.round((float) MOVING_HUNDREDTHS / (frames - 1)));
    }
}
