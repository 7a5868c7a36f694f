package hyperlab.playground;

import java.math.BigDecimal;
import java.util.StringJoiner;

/** Writes a link's keys in the original's order. */
final class PlaygroundLinkWriter {
    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e21;

    private PlaygroundLinkWriter() {}

    static String keys(PlaygroundLink link) {
        PlaygroundLink.DataOptions data = link.data();
        PlaygroundLink.NetworkOptions network = link.network();
        PlaygroundLink.TrainingOptions training = link.training();
        PlaygroundLink.DisplayOptions display = link.display();
        StringJoiner keys = new StringJoiner("&");
        keys.add("activation=" + network.activation().fileName());
        keys.add("regularization=" + training.regularization().fileName());
        keys.add("batchSize=" + number(training.batchSize()));
        keys.add("dataset=" + data.classification().fileName());
        keys.add("regDataset=" + data.regression().fileName());
        keys.add("learningRate=" + number(training.learningRate()));
        keys.add("regularizationRate=" + number(training.regularizationRate()));
        keys.add("noise=" + number(data.noise()));
        StringJoiner shape = new StringJoiner(",");
        network.hidden().forEach(units -> shape.add(units.toString()));
        keys.add("networkShape=" + shape);
        keys.add("seed=" + data.seed());
        keys.add("showTestData=" + display.showTestData());
        keys.add("discretize=" + display.discretize());
        keys.add("percTrainData=" + number(data.percTrainData()));
        for (PlaygroundInput input : PlaygroundInput.values()) {
            keys.add(input.fileName() + "=" + network.inputs().contains(input));
        }
        keys.add("cosX=" + display.cosX());
        keys.add("cosY=" + display.cosY());
        keys.add("collectStats=" + display.collectStats());
        if (display.tutorial() != null) {
            keys.add("tutorial=" + display.tutorial());
        }
        keys.add("problem=" + data.problem().fileName());
        keys.add("initZero=" + network.initZero());
        keys.add("hideText=" + display.hideText());
        display.hidden().forEach(name -> keys.add(name + PlaygroundLinkReader.HIDE_SUFFIX + "=true"));
        return keys.toString();
    }

    /** Formats a finite number, with an exponent only if it is tiny or huge, as in JavaScript. */
    static String number(double value) {
        double size = Math.abs(value);
        if (value != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return Double.toString(value);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
