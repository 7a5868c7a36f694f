package hyperlab.map;

/** Receives the progress of a map on one of the threads that compute it. Must return quickly. */
@FunctionalInterface
public interface MapListener {
    /** Called after the first coarse picture, then several times a second, and once at the end. */
    void mapChanged(MapSnapshot snapshot);
}
