package hyperlab.lesson.ask;

import hyperlab.file.Document;
import hyperlab.lesson.LessonText;
import hyperlab.lesson.Question;
import hyperlab.lesson.Question.Option;
import hyperlab.lesson.Scene;
import hyperlab.lesson.Step;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.expression.Readouts;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a question together; the texts of option ID are {@code KEY.ID} and {@code KEY.ID.belief}. */
final class QuestionBuilder {
    private static final int DIGITS = 3;
    private static final int WHOLE_DIGITS = 7;
    private static final double MAX_WHOLE = 1e7;

    private final Texts texts;
    private final Document document;
    private final String key;
    private final List<Option> options = new ArrayList<>();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private boolean plays;
    private List<String> answeredBy = List.of();
    private List<String> visible = List.of();

    /** A number to choose. */
    private record Candidate(
            double value, boolean correct, @Nullable String belief) {}

    /** @param key message key of the question */
    QuestionBuilder(Texts texts, Document document, String key) {
        this.texts = texts;
        this.document = document;
        this.key = key;
    }

    /** Three significant digits; all digits of a whole number. */
    static String show(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < MAX_WHOLE;
        return NumberFormats.format(number, whole ? WHOLE_DIGITS : DIGITS);
    }

    /** The run is played after the prediction. */
    QuestionBuilder playing() {
        plays = true;
        return this;
    }

    /** Cards that show the answer, of which one is enough. */
    QuestionBuilder answeredBy(String... cards) {
        answeredBy = List.of(cards);
        return this;
    }

    /** Cards that stay visible while the question is open. */
    QuestionBuilder showing(String... cards) {
        visible = List.of(cards);
        return this;
    }

    /** Adds an option whose text is {@code KEY.ID}. */
    QuestionBuilder option(String id, boolean correct, Object... arguments) {
        return optionWithText(id, texts.get(key + "." + id, arguments), correct);
    }

    /** Adds an option with a text of its own. */
    QuestionBuilder optionWithText(String id, String text, boolean correct) {
        String belief = key + "." + id + ".belief";
        return optionWithBelief(id, text, correct, texts.has(belief) ? texts.get(belief) : null);
    }

    /** @param belief what someone who chooses it wrongly believes; null for none */
    QuestionBuilder optionWithBelief(String id, String text, boolean correct, @Nullable String belief) {
        options.add(new Option(id, text, correct, belief, null));
        return this;
    }

    /** Adds the right number. */
    QuestionBuilder right(double value) {
        candidates.put(show(value), new Candidate(value, true, null));
        return this;
    }

    /** Adds a number that someone with a misconception computes, unless it reads as one that is there already. */
    QuestionBuilder wrong(String id, double value) {
        if (Double.isFinite(value)) {
            candidates.putIfAbsent(show(value), new Candidate(value, false, texts.get(key + "." + id + ".belief")));
        }
        return this;
    }

    /** The question; empty if fewer than two options differ. */
    Optional<AskedQuestion> choice(String explanation, Object... titleArguments) {
        List<Map.Entry<String, Candidate>> sorted = new ArrayList<>(candidates.entrySet());
        sorted.sort(Comparator.comparingDouble(entry -> entry.getValue().value()));
        for (Map.Entry<String, Candidate> entry : sorted) {
            options.add(new Option(
                    "value" + options.size(),
                    entry.getKey(),
                    entry.getValue().correct(),
                    entry.getValue().belief(),
                    null));
        }
        if (options.size() < 2 || options.size() > Question.Choice.MAX_OPTIONS) {
            return Optional.empty();
        }
        return Optional.of(asked(new Question.Choice(options), explanation, titleArguments));
    }

    /**
     * The question for a number.
     *
     * @param truth what it asks for, as an expression over the readouts
     */
    AskedQuestion number(
            String truth, Readouts readouts, double tolerance, String explanation, Object... titleArguments) {
        Expression expression = Expression.of(truth, "truth", readouts.names(), List.of());
        return asked(
                new Question.Numeric(expression.value(readouts), tolerance, "", expression),
                explanation,
                titleArguments);
    }

    private AskedQuestion asked(Question question, String explanation, Object... titleArguments) {
        Scene scene = new Scene(
                texts.get(key, titleArguments),
                LessonText.EMPTY,
                1,
                document,
                "state",
                List.of(),
                List.of(),
                List.of());
        return new AskedQuestion(new Step.Predict(scene, question, null), explanation, plays, answeredBy, visible);
    }
}
