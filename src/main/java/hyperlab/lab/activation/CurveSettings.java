package hyperlab.lab.activation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which functions are plotted, and how. The properties are in {@link CurvesViewModel}.
 *
 * @param selected the plotted functions
 * @param leakySlope the slope of Leaky ReLU for x &lt; 0
 * @param preluSlope the slope of PReLU for x &lt; 0
 * @param eluAlpha α of ELU
 * @param maxoutPieces the number of linear pieces of Maxout
 * @param reach the x axis runs from −reach to reach
 * @param saturationPercent a function is saturated where |f′| is below this percentage of its largest value
 */
record CurveSettings(
        Set<ActivationKind> selected,
        double leakySlope,
        double preluSlope,
        double eluAlpha,
        int maxoutPieces,
        double reach,
        double saturationPercent) {
    static final CurveSettings DEFAULT = new CurveSettings(
            Arrays.stream(ActivationKind.values())
                    .filter(ActivationKind::isSelectedByDefault)
                    .collect(Collectors.toSet()),
            0.01,
            0.25,
            1,
            2,
            6,
            5);

    CurveSettings {
        selected = Set.copyOf(selected);
    }

    boolean isSelected(ActivationKind kind) {
        return selected.contains(kind);
    }

    CurveSettings withSelected(ActivationKind kind, boolean on) {
        Set<ActivationKind> kinds = EnumSet.noneOf(ActivationKind.class);
        kinds.addAll(selected);
        if (on) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
        return new CurveSettings(kinds, leakySlope, preluSlope, eluAlpha, maxoutPieces, reach, saturationPercent);
    }

    CurveSettings withLeakySlope(double slope) {
        return new CurveSettings(selected, slope, preluSlope, eluAlpha, maxoutPieces, reach, saturationPercent);
    }

    CurveSettings withPreluSlope(double slope) {
        return new CurveSettings(selected, leakySlope, slope, eluAlpha, maxoutPieces, reach, saturationPercent);
    }

    CurveSettings withEluAlpha(double alpha) {
        return new CurveSettings(selected, leakySlope, preluSlope, alpha, maxoutPieces, reach, saturationPercent);
    }

    CurveSettings withMaxoutPieces(int pieces) {
        return new CurveSettings(selected, leakySlope, preluSlope, eluAlpha, pieces, reach, saturationPercent);
    }

    CurveSettings withReach(double newReach) {
        return new CurveSettings(selected, leakySlope, preluSlope, eluAlpha, maxoutPieces, newReach, saturationPercent);
    }

    CurveSettings withSaturationPercent(double percent) {
        return new CurveSettings(selected, leakySlope, preluSlope, eluAlpha, maxoutPieces, reach, percent);
    }
}
