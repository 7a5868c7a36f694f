package hyperlab.export.caption;

import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.rule.Constant;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The parts that several captions have. */
final class CaptionParts {
    private CaptionParts() {}

    static String layers(List<Integer> hidden) {
        return hidden.stream().map(String::valueOf).collect(Collectors.joining("–"));
    }

    /** An optimizer with the constants that differ from its defaults. */
    static String optimizer(Optimizer optimizer, Texts texts) {
        StringBuilder description = new StringBuilder(texts.get("component.optimizer." + optimizer.name()));
        if (optimizer instanceof Sgd sgd && sgd.nesterov()) {
            description.append(" Nesterov");
        }
        Map<Constant, Double> defaults = Optimizer.byName(optimizer.name()).constants();
        optimizer.constants().forEach((constant, value) -> {
            double defaultValue = Objects.requireNonNull(defaults.get(constant));
            if (value != defaultValue) {
                description.append(' ').append(assignment(constant.symbol(), value));
            }
        });
        return description.toString();
    }

    static String assignment(String symbol, double value) {
        return symbol + " = " + NumberFormats.format(value);
    }

    static String join(List<String> parts) {
        return String.join(", ", parts);
    }
}
