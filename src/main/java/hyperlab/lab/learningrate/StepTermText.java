package hyperlab.lab.learningrate;

import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.lab.learningrate.race.StepNarration.CoordinateStep;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.optim.UpdateRule;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One term of a narrated step: its caption and numbers.
 *
 * @param sign the sign before it: ×, ÷, + or →; empty if a new group starts
 * @param numbers one per variable, or a single one
 */
record StepTermText(StepTerm term, String sign, String caption, List<String> numbers) {
    private static final String TIMES = "×";
    private static final String OVER = "÷";
    private static final String TO = "→";

    /** All terms of a step, in display order. */
    static List<StepTermText> of(StepNarration narration, Texts texts) {
        StepTermCollector collector = new StepTermCollector(narration, texts);
        UpdateRule rule = narration.updateRule();
        collector.addPerVariable(
                StepTerm.GRADIENT, "", directionKey(UpdateRule.Direction.GRADIENT), CoordinateStep::gradient);
        if (rule.usesMomentum()) {
            collector.addPerVariable(StepTerm.DIRECTION, "", directionKey(rule.direction()), CoordinateStep::direction);
        }
        if (rule.isAdaptive()) {
            collector.addPerVariable(
                    StepTerm.SCALE,
                    scaleSign(rule.scale()),
                    scaleKey(rule.scale()),
                    rule.scale().divides() ? CoordinateStep::divisor : CoordinateStep::scale);
        }
        collector.addSingle(
                StepTerm.RATE, TIMES, "learning-rate.narrated.rate", LearningRateText.format(narration.rate()));
        if (rule.decays()) {
            collector.addPerVariable(
                    StepTerm.DECAY, "+", "learning-rate.narrated.decay", part -> narration.rate() * part.decay());
        }
        collector.addPerVariable(StepTerm.MOVE, TO, "learning-rate.narrated.move", CoordinateStep::move);
        collector.addPerVariable(
                StepTerm.NEXT,
                "",
                narration.coordinates().size() == 1 ? "learning-rate.narrated.newX" : "learning-rate.narrated.newPoint",
                CoordinateStep::to);
        collector.addSingle(
                StepTerm.VALUE,
                "",
                valueKey(narration),
                LearningRateText.formatStepNumber(narration.value()) + " " + TO + " "
                        + LearningRateText.formatStepNumber(narration.newValue()));
        return collector.words;
    }

    /**
     * The effective rate of each variable: {@code Effective rate = rate ÷ rms: x 0.31, y 0.02}; empty if the optimizer
     * is not adaptive.
     */
    static Optional<String> effectiveRates(StepNarration narration, Texts texts) {
        UpdateRule.Scale scale = narration.updateRule().scale();
        if (!narration.updateRule().isAdaptive()) {
            return Optional.empty();
        }
        String made = String.join(
                " ", texts.get("learning-rate.narrated.rate"), scaleSign(scale), texts.get(scaleKey(scale)));
        String each = IntStream.range(0, narration.coordinates().size())
                .mapToObj(index -> LearningRateText.variableName(index) + "\u00a0"
                        + LearningRateText.effectiveRate(narration.coordinates().get(index)))
                .collect(Collectors.joining(", "));
        return Optional.of(texts.get("learning-rate.narrated.effective", made, each));
    }

    private static String scaleKey(UpdateRule.Scale scale) {
        return "component.scale." + scale.key();
    }

    private static String directionKey(UpdateRule.Direction direction) {
        return "component.direction." + direction.key();
    }

    private static String scaleSign(UpdateRule.Scale scale) {
        return scale.divides() ? OVER : TIMES;
    }

    /** The calculation of the new x: {@code 1.890 − 0.189 = 1.701}, with ≈ if the shown numbers do not add up. */
    static String calculation(CoordinateStep part) {
        String from = LearningRateText.formatStepNumber(part.from());
        String move = LearningRateText.formatStepNumber(Math.abs(part.move()));
        String to = LearningRateText.formatStepNumber(part.to());
        double sum = shown(from) + Math.signum(part.move()) * shown(move);
        boolean addsUp = Math.abs(sum - shown(to)) <= 1e-12 * Math.max(1, Math.abs(sum));
        return from + (part.move() < 0 ? " − " : " + ") + move + (addsUp ? " = " : " ≈ ") + to;
    }

    /** The value of a number as it is shown; NaN if it has a power of ten. */
    private static double shown(String number) {
        return number.contains("×")
                ? Double.NaN
                : Double.parseDouble(number.replace(",", "").replace('\u2212', '-'));
    }

    /** The text for screen readers. */
    String screenReaderText() {
        return caption + " " + String.join(", ", numbers);
    }

    private static String valueKey(StepNarration narration) {
        if (narration.newValue() == narration.value()) {
            return "learning-rate.narrated.stays";
        }
        return narration.newValue() < narration.value()
                ? "learning-rate.narrated.falls"
                : "learning-rate.narrated.rises";
    }

    private static final class StepTermCollector {
        private final StepNarration narration;
        private final Texts texts;
        private final List<StepTermText> words = new ArrayList<>();

        StepTermCollector(StepNarration narration, Texts texts) {
            this.narration = narration;
            this.texts = texts;
        }

        void addPerVariable(StepTerm term, String sign, String key, ToDoubleFunction<CoordinateStep> number) {
            words.add(new StepTermText(
                    term,
                    sign,
                    texts.get(key),
                    narration.coordinates().stream()
                            .map(part -> LearningRateText.formatStepNumber(number.applyAsDouble(part)))
                            .toList()));
        }

        void addSingle(StepTerm term, String sign, String key, String number) {
            words.add(new StepTermText(term, sign, texts.get(key), List.of(number)));
        }
    }
}
