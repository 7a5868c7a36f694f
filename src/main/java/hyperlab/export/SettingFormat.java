package hyperlab.export;

import hyperlab.data.PointSet;
import hyperlab.file.ExperimentOverrides;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.stream.Collectors;

/** Formats the settings of an experiment for readers. */
public final class SettingFormat {
    private static final int DIGITS = 3;

    private final Texts texts;

    public SettingFormat(Texts texts) {
        this.texts = texts;
    }

    /**
     * The value for a key. Hidden layers are shown as their units, convolutions as filters × side × side, drawn points
     * as their number.
     */
    public String value(Experiment experiment, String key) {
        if (key.equals("network.convolutions")) {
            return experiment.network().convolutions().stream()
                    .map(SettingFormat::convolution)
                    .collect(Collectors.joining(" – "));
        }
        PointSet points = experiment.data().points();
        if (key.equals("data.points") && points != null) {
            return texts.get(
                    "chart.report.points", NumberFormats.count(points.points().size()));
        }
        String value = ExperimentOverrides.value(experiment, key).replaceAll("^\"|\"$", "");
        if (value.startsWith("[\"")) {
            return value.substring(2, value.length() - 2).replace("\",\"", ", ");
        }
        if (texts.has("case.value." + value)) {
            return texts.get("case.value." + value);
        }
        if (key.equals("network.activation.name")) {
            return texts.get("component.activation." + value);
        }
        try {
            return NumberFormats.format(Double.parseDouble(value), DIGITS);
        } catch (NumberFormatException noNumber) {
            return value.replaceAll("[\\[\\] ]", "").replace(",", "–");
        }
    }

    private static String convolution(ConvolutionSpec convolution) {
        return convolution.filters() + " × " + convolution.kernel() + "×" + convolution.kernel();
    }
}
