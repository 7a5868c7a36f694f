package hyperlab.file.runs;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The settings that can be changed while a run trains. */
public enum ChangedSetting {
    LEARNING_RATE("training.learningRate"),
    BATCH_SIZE("training.batchSize"),
    SCHEDULE("training.schedule"),
    DROPOUT("network.dropout"),
    L1("training.penalty.l1"),
    L2("training.penalty.l2"),
    L1_METHOD("training.penalty.method");

    private final String key;

    ChangedSetting(String key) {
        this.key = key;
    }

    /** The dotted key, as accepted by {@code --set}. */
    public String key() {
        return key;
    }

    public static ChangedSetting of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "key",
                        Rule.EXACTLY,
                        Arrays.stream(values()).map(ChangedSetting::key).collect(Collectors.joining(", ")),
                        key));
    }
}
