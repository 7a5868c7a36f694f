package hyperlab.app.descent;

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
record StepWords(StepTerm term, String sign, String caption, List<String> numbers) {
    private static final String TIMES = "×";
    private static final String OVER = "÷";
    private static final String TO = "→";

    /** All terms of a step, in display order. */
    static List<StepWords> of(Narration told, Texts texts) {
        Teller teller = new Teller(told, texts);
        Narration.Kind kind = told.kind();
        teller.each(StepTerm.GRADIENT, "", "gradient", Narration.Part::gradient);
        if (kind.carries()) {
            teller.each(StepTerm.DIRECTION, "", directionKey(kind), Narration.Part::direction);
        }
        if (kind == Narration.Kind.ADADELTA) {
            teller.each(StepTerm.SCALE, TIMES, scaleKey(kind), Narration.Part::scale);
        } else if (kind.adapts()) {
            teller.each(StepTerm.SCALE, OVER, scaleKey(kind), Narration.Part::measure);
        }
        teller.one(StepTerm.RATE, TIMES, "rate", RateWords.shown(told.rate()));
        if (kind == Narration.Kind.ADAMW) {
            teller.each(StepTerm.DECAY, "+", "decay", part -> told.rate() * part.decay());
        }
        teller.each(StepTerm.MOVE, TO, "move", Narration.Part::move);
        teller.each(StepTerm.NEXT, "", told.parts().size() == 1 ? "newX" : "newPoint", Narration.Part::to);
        teller.one(
                StepTerm.VALUE,
                "",
                valueKey(told),
                RateWords.inStep(told.value()) + " " + TO + " " + RateWords.inStep(told.newValue()));
        return teller.words;
    }

    /**
     * The effective rate of each variable: {@code Effective rate = rate ÷ rms: x 0.31, y 0.02}; empty if the optimizer
     * is not adaptive.
     */
    static Optional<String> effectiveRates(Narration told, Texts texts) {
        Narration.Kind kind = told.kind();
        if (!kind.adapts()) {
            return Optional.empty();
        }
        String made = String.join(
                " ",
                texts.get("rate.narrated.rate"),
                kind == Narration.Kind.ADADELTA ? TIMES : OVER,
                texts.get("rate.narrated." + scaleKey(kind)));
        String each = IntStream.range(0, told.parts().size())
                .mapToObj(index -> RateWords.variable(index) + "\u00a0"
                        + RateWords.effectiveRate(told.parts().get(index)))
                .collect(Collectors.joining(", "));
        return Optional.of(texts.get("rate.narrated.effective", made, each));
    }

    private static String scaleKey(Narration.Kind kind) {
        return switch (kind) {
            case ADADELTA -> "scale";
            case ADAGRAD -> "sum";
            default -> "rms";
        };
    }

    /** The calculation of the new x: {@code 1.890 − 0.189 = 1.701}. */
    static String working(Narration.Part part) {
        return RateWords.inStep(part.from()) + (part.move() < 0 ? " − " : " + ")
                + RateWords.inStep(Math.abs(part.move())) + " = " + RateWords.inStep(part.to());
    }

    /** The text for screen readers. */
    String read() {
        return caption + " " + String.join(", ", numbers);
    }

    private static String directionKey(Narration.Kind kind) {
        return switch (kind) {
            case NESTEROV -> "nesterov";
            case ADAM, ADAMW -> "mean";
            case NADAM -> "meanAhead";
            default -> "velocity";
        };
    }

    private static String valueKey(Narration told) {
        if (told.newValue() == told.value()) {
            return "stays";
        }
        return told.newValue() < told.value() ? "falls" : "rises";
    }

    private static final class Teller {
        private final Narration told;
        private final Texts texts;
        private final List<StepWords> words = new ArrayList<>();

        Teller(Narration told, Texts texts) {
            this.told = told;
            this.texts = texts;
        }

        void each(StepTerm term, String sign, String key, ToDoubleFunction<Narration.Part> number) {
            words.add(new StepWords(
                    term,
                    sign,
                    texts.get("rate.narrated." + key),
                    told.parts().stream()
                            .map(part -> RateWords.inStep(number.applyAsDouble(part)))
                            .toList()));
        }

        void one(StepTerm term, String sign, String key, String number) {
            words.add(new StepWords(term, sign, texts.get("rate.narrated." + key), List.of(number)));
        }
    }
}
