package hyperlab.export;

import hyperlab.rule.Checks;
import java.util.stream.IntStream;

/** The epochs of a training run that its GIF shows, and how long each one is displayed. */
public final class GifEpochs {
    /** Maximum number of frames, regardless of the length of the training run. */
    public static final int MAX_FRAMES = 120;

    private static final int TOTAL_HUNDREDTHS = 700;
    private static final int MAX_FRAME_HUNDREDTHS = 50;
    private static final int LAST_FRAME_HUNDREDTHS = 200;

    private GifEpochs() {}

    /** Returns at most {@value #MAX_FRAMES} evenly spaced epochs, including the first and the last. */
    public static int[] evenlySpaced(int first, int last) {
        Checks.wholeWithin("last", last, first, Integer.MAX_VALUE);
        long epochs = (long) last - first;
        int steps = (int) Math.min(MAX_FRAMES - 1, epochs);
        return IntStream.rangeClosed(0, steps)
                .map(step -> steps == 0 ? first : (int) (first + Math.round((double) step * epochs / steps)))
                .toArray();
    }

    /** The display time of a frame in hundredths of a second. The last frame stays longer so that it can be read. */
    static int delayHundredths(int frame, int frames) {
        return frame == frames - 1
                ? LAST_FRAME_HUNDREDTHS
                : Math.min(MAX_FRAME_HUNDREDTHS, Math.round((float) TOTAL_HUNDREDTHS / (frames - 1)));
    }
}
