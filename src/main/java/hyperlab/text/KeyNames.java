package hyperlab.text;

/** What the keys of an experiment are called. */
public final class KeyNames {
    private KeyNames() {}

    /** The name of a dotted key, such as {@code training.learningRate}; one without a name stands for itself. */
    public static String of(String key, Texts texts) {
        String name = "chart.key." + key;
        return texts.has(name) ? texts.get(name) : key;
    }
}
