package hyperlab.lab.learningrate;

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
        StepNarration.UpdateRule kind = narration.updateRule();
        collector.addPerVariable(StepTerm.GRADIENT, "", "gradient", StepNarration.CoordinateStep::gradient);
        if (kind.usesMomentum()) {
            collector.addPerVariable(
                    StepTerm.DIRECTION, "", directionKey(kind), StepNarration.CoordinateStep::direction);
        }
        if (kind == StepNarration.UpdateRule.ADADELTA) {
            collector.addPerVariable(StepTerm.SCALE, TIMES, scaleKey(kind), StepNarration.CoordinateStep::scale);
        } else if (kind.isAdaptive()) {
            collector.addPerVariable(StepTerm.SCALE, OVER, scaleKey(kind), StepNarration.CoordinateStep::divisor);
        }
        collector.addSingle(StepTerm.RATE, TIMES, "rate", LearningRateText.format(narration.rate()));
        if (kind == StepNarration.UpdateRule.ADAMW) {
            collector.addPerVariable(StepTerm.DECAY, "+", "decay", part -> narration.rate() * part.decay());
        }
        collector.addPerVariable(StepTerm.MOVE, TO, "move", StepNarration.CoordinateStep::move);
        collector.addPerVariable(
                StepTerm.NEXT,
                "",
                narration.coordinates().size() == 1 ? "newX" : "newPoint",
                StepNarration.CoordinateStep::to);
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
        StepNarration.UpdateRule kind = narration.updateRule();
        if (!kind.isAdaptive()) {
            return Optional.empty();
        }
        String made = String.join(
                " ",
                texts.get("learning-rate.narrated.rate"),
                kind == StepNarration.UpdateRule.ADADELTA ? TIMES : OVER,
                texts.get("learning-rate.narrated." + scaleKey(kind)));
        String each = IntStream.range(0, narration.coordinates().size())
                .mapToObj(index -> LearningRateText.variableName(index) + "\u00a0"
                        + LearningRateText.effectiveRate(narration.coordinates().get(index)))
                .collect(Collectors.joining(", "));
        return Optional.of(texts.get("learning-rate.narrated.effective", made, each));
    }

    private static String scaleKey(StepNarration.UpdateRule kind) {
        return switch (kind) {
            case ADADELTA -> "scale";
            case ADAGRAD -> "sum";
            default -> "rms";
        };
    }

    /** The calculation of the new x: {@code 1.890 − 0.189 = 1.701}. */
    static String calculation(StepNarration.CoordinateStep part) {
        return LearningRateText.formatStepNumber(part.from()) + (part.move() < 0 ? " − " : " + ")
                + LearningRateText.formatStepNumber(Math.abs(part.move())) + " = "
                + LearningRateText.formatStepNumber(part.to());
    }

    /** The text for screen readers. */
    String screenReaderText() {
        return caption + " " + String.join(", ", numbers);
    }

    private static String directionKey(StepNarration.UpdateRule kind) {
        return switch (kind) {
            case NESTEROV -> "nesterov";
            case ADAM, ADAMW -> "mean";
            case NADAM -> "meanAhead";
            default -> "velocity";
        };
    }

    private static String valueKey(StepNarration narration) {
        if (narration.newValue() == narration.value()) {
            return "stays";
        }
        return narration.newValue() < narration.value() ? "falls" : "rises";
    }

    private static final class StepTermCollector {
        private final StepNarration narration;
        private final Texts texts;
        private final List<StepTermText> words = new ArrayList<>();

        StepTermCollector(StepNarration narration, Texts texts) {
            this.narration = narration;
            this.texts = texts;
        }

        void addPerVariable(
                StepTerm term, String sign, String key, ToDoubleFunction<StepNarration.CoordinateStep> number) {
            words.add(new StepTermText(
                    term,
                    sign,
                    texts.get("learning-rate.narrated." + key),
                    narration.coordinates().stream()
                            .map(part -> LearningRateText.formatStepNumber(number.applyAsDouble(part)))
                            .toList()));
        }

        void addSingle(StepTerm term, String sign, String key, String number) {
            words.add(new StepTermText(term, sign, texts.get("learning-rate.narrated." + key), List.of(number)));
        }
    }
}
