package hyperlab.app.training;

/** The upper end of the epoch axis while a run is training. */
final class EpochAxis {
    /** If the run has at most this many epochs, all are visible from the start. */
    private static final int WHOLE = 200;

    private static final double AHEAD = 1.25;
    private static final int[] STEPS = {1, 2, 5};

    private EpochAxis() {}

    /**
     * Returns the total number of epochs. For a run so long that the epochs so far would fill only a corner of the
     * chart, returns the next round number (1, 2, 5, 10 …) that leaves some room.
     *
     * @param asked total number of epochs
     * @param done epochs so far
     */
    static int end(int asked, double done) {
        double wanted = Math.max(WHOLE, AHEAD * done);
        for (long power = 1; power < asked; power *= 10) {
            for (int step : STEPS) {
                if (step * power >= wanted) {
                    return (int) Math.min(asked, step * power);
                }
            }
        }
        return Math.max(1, asked);
    }
}
