package hyperlab.app.training;

/** Where the axis of epochs ends while a run trains. */
final class EpochAxis {
    /** Of no more epochs than these all are shown from the start, so that one sees how many are to come. */
    private static final int WHOLE = 200;

    private static final double AHEAD = 1.25;
    private static final int[] STEPS = {1, 2, 5};

    private EpochAxis() {}

    /**
     * At the last epoch asked for; of a run so long that what it has done would be squeezed into a corner, at the next round
     * number (1, 2, 5, 10 …) that leaves a little room.
     *
     * @param asked epochs in all
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
