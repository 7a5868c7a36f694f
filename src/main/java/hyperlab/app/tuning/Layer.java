package hyperlab.app.tuning;

/** What the left of the two maps tells of each place. */
enum Layer {
    /** What the model expects. */
    MEAN("mean"),
    /** How unsure it is. */
    UNCERTAINTY("uncertainty"),
    /** The known function itself. */
    TRUTH("truth");

    private final String id;

    Layer(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
