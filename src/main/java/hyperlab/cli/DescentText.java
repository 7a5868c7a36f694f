package hyperlab.cli;

import hyperlab.descent.CurvatureProfile;
import hyperlab.descent.DescentBehavior;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.RateEffect;
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

    /** The stability limit for the curvature at the start, how far it reaches, and the effect of the rate. */
    String describeStability(
            ObjectiveFunction objective,
            DescentRunSettings settings,
            DescentPath path,
            Stability.RegimeBorders borders) {
        double curvature = objective.largestCurvature(
                settings.start().stream().mapToDouble(Double::doubleValue).toArray());
        RateEffect effect = RateEffect.of(
                        path.rows() > 0 ? path.learningRate(0) : settings.learningRate(),
                        curvature,
                        settings.optimizer(),
                        RateEffect.scope(
                                CurvatureProfile.isConstant(objective),
                                settings.schedule().isConstant()),
                        DescentBehavior.leavesAllBounds(objective, path))
                .orElseThrow();
        return texts.get(
                switch (effect.scope()) {
                    case EVERYWHERE -> "command.descend.stability";
                    case HERE -> "command.descend.stability.here";
                    case NOW -> "command.descend.stability.now";
                },
                NumberFormats.format(borders.divergeFrom()),
                NumberFormats.format(curvature),
                texts.get(
                        switch (effect.kind()) {
                            case GLIDE -> "command.regime.glide";
                            case LAND -> "command.regime.land";
                            case NEARLY_LAND -> "command.regime.nearlyLand";
                            case OSCILLATE -> "command.regime.oscillate";
                            case BOUNCE -> "command.regime.bounce";
                            case DIVERGE -> "command.regime.diverge";
                            case TOO_LARGE -> "command.regime.tooLarge";
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
