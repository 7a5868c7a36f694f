package hyperlab.app.lesson;

/** What a lesson asks before it goes on. */
public enum LessonDialog {
    NONE,
    /** Whether to leave the lesson before its end. */
    LEAVE,
    /** Whether to go on although the goal is not reached. */
    GOAL_MISSED
}
