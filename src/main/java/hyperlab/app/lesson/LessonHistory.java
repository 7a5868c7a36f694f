package hyperlab.app.lesson;

import hyperlab.lab.LessonProgress;
import hyperlab.lesson.Lesson;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done in each lesson. Lessons that ended since the program started are kept in memory with everything that
 * they showed; those of earlier sessions are read from the {@link LessonProgressStore}. FX thread only.
 */
public final class LessonHistory {
    private final LessonProgressStore store;
    private final Map<String, LessonState> endedStates = new HashMap<>();

    /** @param store has the progress and the answers of all sessions */
    public LessonHistory(LessonProgressStore store) {
        this.store = store;
    }

    /**
     * The state in which a lesson continues.
     *
     * @param from how far the lesson is
     * @return null if the lesson starts from the beginning, because it was not begun or is finished
     */
    public @Nullable LessonState stateToContinue(String name, Lesson lesson, LessonProgress from) {
        if (!from.isBegun() || from.isFinished()) {
            return null;
        }
        LessonState ended = endedStates.get(name);
        int index = from.step() < lesson.steps().size() ? from.step() : 0;
        return ended == null ? KeptAnswers.read(store.answers(name), lesson, index) : ended;
    }

    /** Stores the progress and the answers of a running lesson. */
    public void save(String name, LessonPlayerViewModel player) {
        store.put(name, player.progress(), KeptAnswers.write(player.state()));
    }

    /** Stores a lesson that has ended, and keeps its state in memory. */
    public void saveEnded(String name, LessonPlayerViewModel player) {
        save(name, player);
        endedStates.put(name, player.state());
    }
}
