package hyperlab.lab;

import javafx.event.Event;
import javafx.event.EventType;

/** A request to play a bundled lesson. Bubbles from a lab up to the root, where the shell handles it. */
public final class LessonRequest extends Event {
    public static final EventType<LessonRequest> REQUESTED = new EventType<>(Event.ANY, "LESSON_WANTED");

    private static final long serialVersionUID = 1L;

    private final String name;
    private final boolean fromStart;

    /**
     * @param name one of {@link hyperlab.lesson.BundledLessons#NAMES}
     * @param fromStart whether to forget how far the lesson was
     */
    public LessonRequest(String name, boolean fromStart) {
        super(REQUESTED);
        this.name = name;
        this.fromStart = fromStart;
    }

    public String name() {
        return name;
    }

    public boolean isFromStart() {
        return fromStart;
    }
}
