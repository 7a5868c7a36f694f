package hyperlab.lab.learn.exercise;

/**
 * The score of the exercises of a page.
 *
 * @param right how many are answered correctly
 * @param answered how many are answered
 * @param total how many there are
 */
public record PageScore(int right, int answered, int total) {
    public static final PageScore NONE = new PageScore(0, 0, 0);
}
