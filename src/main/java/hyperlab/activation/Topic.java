package hyperlab.activation;

/** What the Activation lab looks at. */
public enum Topic {
    /** The functions, their derivatives, and what can be said of them. */
    SHAPE("shape"),
    /** The signal through many layers, forward and back. */
    DEPTH("depth"),
    /** Slopes and pieces that are learned. */
    LEARNED("learned"),
    /** Units that no longer learn, against the learning rate. */
    DEAD("dead"),
    /** The same network under seven functions. */
    RACE("race"),
    /** Linear layers, which are one. */
    LINEAR("linear");

    private final String fileName;

    Topic(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
