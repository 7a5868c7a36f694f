package hyperlab.export;

import hyperlab.file.Settings;
import hyperlab.nn.Convolution;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.stream.Collectors;

/** What the settings of an experiment are, as a person reads it. */
public final class SettingWords {
    private static final int DIGITS = 3;

    private final Texts texts;

    public SettingWords(Texts texts) {
        this.texts = texts;
    }

    /** What an experiment has for a key; of the hidden layers their units, of the convolutions filters × side × side. */
    public String value(Experiment experiment, String key) {
        if (key.equals("network.convolutions")) {
            return experiment.network().convolutions().stream()
                    .map(SettingWords::convolution)
                    .collect(Collectors.joining(" – "));
        }
        String value = Settings.value(experiment, key).replaceAll("^\"|\"$", "");
        if (texts.has("case.value." + value)) {
            return texts.get("case.value." + value);
        }
        if (key.equals("network.activation.name")) {
            return texts.get("training.activation." + value);
        }
        try {
            return Numbers.show(Double.parseDouble(value), DIGITS);
        } catch (NumberFormatException noNumber) {
            return value.replaceAll("[\\[\\] ]", "").replace(",", "–");
        }
    }

    private static String convolution(Convolution convolution) {
        return convolution.filters() + " × " + convolution.kernel() + "×" + convolution.kernel();
    }
}
