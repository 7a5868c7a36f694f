package hyperlab.map;

import java.util.List;

/** The direction of a walk across the map. */
public enum WalkDirection {
    /** Along the x axis, such as a sweep of the learning rate. */
    X("x"),
    /** Along the y axis. */
    Y("y"),
    /** At a constant ratio of both values, such as scaling the learning rate with the batch size. */
    RATIO("ratio");

    private final String id;

    WalkDirection(String id) {
        this.id = id;
    }

    /** The name in files and messages. */
    public String id() {
        return id;
    }

    public static List<WalkDirection> all() {
        return List.of(values());
    }
}
