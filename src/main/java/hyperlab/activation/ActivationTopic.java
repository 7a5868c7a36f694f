package hyperlab.activation;

/** The topics of the Activation lab. */
public enum ActivationTopic {
    /** The functions, their derivatives and their properties. */
    SHAPE("shape"),
    /** The signal through many layers, forward and backward. */
    DEPTH("depth"),
    /** Learned slopes (PReLU) and learned pieces (Maxout). */
    LEARNED("learned"),
    /** Dead units as a function of the learning rate. */
    DEAD("dead"),
    /** The same network with seven activation functions. */
    RACE("race"),
    /** Linear layers, which are equivalent to a single layer. */
    LINEAR("linear");

    private final String fileName;

    ActivationTopic(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
