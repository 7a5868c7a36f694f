package hyperlab.lab.training.run;

/** The upper end of the epoch axis while a run is training. */
public final class EpochAxis {
    /** If the run has at most this many epochs, all are visible from the start. */
    private static final int SHORT_RUN_EPOCHS = 200;

    private static final double HEADROOM = 1.25;
    private static final int[] ROUND_DIGITS = {1, 2, 5};

    private EpochAxis() {}

    /**
     * Returns the total number of epochs. For a run so long that the epochs so far would fill only a corner of the
     * chart, returns the next round number (1, 2, 5, 10 …) that leaves some room.
     *
     * @param totalEpochs total number of epochs
     * @param epochsDone epochs so far
     */
    public static int end(int totalEpochs, double epochsDone) {
        double minimumEnd = Math.max(SHORT_RUN_EPOCHS, HEADROOM * epochsDone);
        for (long power = 1; power < totalEpochs; power *= 10) {
            for (int step : ROUND_DIGITS) {
                if (step * power >= minimumEnd) {
                    return (int) Math.min(totalEpochs, step * power);
                }
            }
        }
        return Math.max(1, totalEpochs);
    }
}
