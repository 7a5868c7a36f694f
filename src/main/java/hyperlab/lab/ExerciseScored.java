package hyperlab.lab;

import javafx.event.Event;
import javafx.event.EventType;

/** An exercise of a page has been answered or reset. Bubbles from a lab up to the root, where the shell saves the score. */
public final class ExerciseScored extends Event {
    public static final EventType<ExerciseScored> SCORED = new EventType<>(Event.ANY, "EXERCISE_SCORED");

    private static final long serialVersionUID = 1L;

    private final String page;
    private final int index;
    private final double score;

    /**
     * @param page the name of the page
     * @param index the index of the exercise on its page
     * @param score 1 for right, 0 for wrong, NaN to forget the score
     */
    public ExerciseScored(String page, int index, double score) {
        super(SCORED);
        this.page = page;
        this.index = index;
        this.score = score;
    }

    /** Whether the score is to be forgotten. */
    public boolean isReset() {
        return Double.isNaN(score);
    }

    public double score() {
        return score;
    }

    /** The name under which the score is saved, among those of the lessons. */
    public String key() {
        return key(page, index);
    }

    /** The name under which the score of an exercise is saved. */
    public static String key(String page, int index) {
        return prefix(page) + (index + 1);
    }

    /** The beginning of the names of all exercises of a page. */
    public static String prefix(String page) {
        return "exercise:" + page + ":";
    }
}
