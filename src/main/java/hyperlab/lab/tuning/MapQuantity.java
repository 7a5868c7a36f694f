package hyperlab.lab.tuning;

/** The quantity shown by the left one of the two maps. */
enum MapQuantity {
    /** The model's mean prediction. */
    MEAN("mean"),
    /** The model's standard deviation. */
    UNCERTAINTY("uncertainty"),
    /** The true function, if it is known. */
    TRUTH("truth");

    private final String id;

    MapQuantity(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
