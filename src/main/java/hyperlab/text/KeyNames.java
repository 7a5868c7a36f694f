package hyperlab.text;

/** Readable names of an experiment's keys. */
public final class KeyNames {
    private KeyNames() {}

    /** The name of a dotted key, such as {@code training.learningRate}; a key without a name is returned unchanged. */
    public static String of(String key, Texts texts) {
        String name = "chart.key." + key;
        return texts.has(name) ? texts.get(name) : key;
    }
}
