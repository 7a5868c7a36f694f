package hyperlab.cli;

import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes a descent in a few sentences. */
final class DescentText {
    private final Texts texts;

    DescentText(Texts texts) {
        this.texts = texts;
    }

    /** The function, the start, the optimizer and the learning rate. */
    String describeDescent(ObjectiveFunction objective, DescentRunSettings settings) {
        return texts.get(
                "command.descend.walk",
                texts.get("learning-rate.function.name."
                        + (ObjectiveFunctions.isName(objective.name()) ? objective.name() : "own")),
                objective.formula(),
                formatPoint(settings.start()),
                settings.optimizer().name(),
                NumberFormats.format(settings.learningRate()));
    }

    /** The stability limit for the curvature at the start, and the regime of the current rate. */
    String describeStability(
            ObjectiveFunction objective, DescentRunSettings settings, Stability.RegimeBorders borders) {
        double curvature = objective.largestCurvature(
                settings.start().stream().mapToDouble(Double::doubleValue).toArray());
        Regime regime = Stability.regime(settings.learningRate(), curvature, settings.optimizer())
                .orElseThrow();
        return texts.get(
                "command.descend.stability",
                NumberFormats.format(borders.divergeFrom()),
                NumberFormats.format(curvature),
                texts.get(
                        switch (regime) {
                            case GLIDE -> "command.regime.glide";
                            case LAND -> "command.regime.land";
                            case OSCILLATE -> "command.regime.oscillate";
                            case DIVERGE -> "command.regime.diverge";
                        }));
    }

    /** Where the descent ended. */
    String describeEnd(DescentPath path) {
        if (path.rows() == 0) {
            return texts.get("command.descend.nowhere");
        }
        int last = path.rows() - 1;
        List<Double> point = IntStream.range(0, path.dimensions())
                .mapToObj(dimension -> path.coordinate(last, dimension))
                .toList();
        return texts.get(
                path.diverged() ? "command.descend.diverged" : "command.descend.end",
                Integer.toString(path.steps()),
                formatPoint(point),
                NumberFormats.format(path.value(last)));
    }

    private static String formatPoint(List<Double> coordinates) {
        return coordinates.stream().map(NumberFormats::format).collect(Collectors.joining(", ", "(", ")"));
    }
}
