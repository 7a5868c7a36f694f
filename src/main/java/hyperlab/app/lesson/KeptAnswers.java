package hyperlab.app.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.lesson.Curve;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the user did in the steps of a lesson, as JSON: the committed predictions next to the computed answers, the
 * attempts to reach a goal, the sentences, and the raised hands. Both languages of a lesson have the same answers. What
 * does not fit the lesson, because the lesson or the file has changed, is left out.
 */
public final class KeptAnswers {
    private static final String STEP = "step";
    private static final String CHOICE = "choice";
    private static final String NUMBER = "number";
    private static final String ORDER = "order";
    private static final String SKETCH = "sketch";
    private static final String COMPUTED = "computed";
    private static final String HINTS = "hints";
    private static final String SOLUTION = "solutionShown";
    private static final String MET = "goalMet";
    private static final String SETTINGS = "settings";
    private static final String WORDS = "words";
    private static final String HANDS = "hands";

    private KeptAnswers() {}

    /** One object for each step in which something was done. */
    public static ArrayNode write(LessonState state) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int k = 0; k < state.records().size(); k++) {
            Question question = state.lesson().steps().get(k).askedQuestion().orElse(null);
            ObjectNode entry = write(question, state.records().get(k));
            if (!entry.isEmpty()) {
                all.add(JsonNodeFactory.instance.objectNode().put(STEP, k + 1).setAll(entry));
            }
        }
        return all;
    }

    private static ObjectNode write(@Nullable Question question, StepRecord record) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        Prediction made = record.committed();
        if (question != null && made != null) {
            writePrediction(entry, question, made, record.outcome());
        }
        StepRecord.Attempt attempt = record.attempt();
        if (!attempt.equals(StepRecord.Attempt.NONE)) {
            entry.put(HINTS, attempt.hints())
                    .put(SOLUTION, attempt.solutionShown())
                    .put(MET, attempt.goalMet());
            ObjectNode settings = entry.putObject(SETTINGS);
            attempt.settings().forEach(settings::put);
        }
        if (!record.words().isBlank()) {
            entry.put(WORDS, record.words());
        }
        if (record.hands().stream().anyMatch(count -> count > 0)) {
            ArrayNode hands = entry.putArray(HANDS);
            record.hands().forEach(hands::add);
        }
        return entry;
    }

    private static void writePrediction(
            ObjectNode entry, Question question, Prediction made, @Nullable Outcome outcome) {
        if (question instanceof Question.Choice asked && made instanceof Prediction.OfChoice choice) {
            entry.put(CHOICE, asked.options().get(choice.option()).id());
            if (outcome instanceof Outcome.OfChoice of) {
                entry.put(COMPUTED, asked.options().get(of.right()).id());
            }
        } else if (made instanceof Prediction.OfNumber number) {
            entry.put(NUMBER, number.value());
            if (outcome instanceof Outcome.OfNumber of) {
                entry.put(COMPUTED, of.computed());
            }
        } else if (made instanceof Prediction.OfOrder order) {
            entry.set(ORDER, texts(order.items()));
            if (outcome instanceof Outcome.OfOrder of) {
                entry.set(COMPUTED, texts(of.computed()));
            }
        } else if (made instanceof Prediction.OfSketch sketch) {
            entry.set(SKETCH, curve(sketch.curve()));
            if (outcome instanceof Outcome.OfSketch of) {
                entry.set(COMPUTED, curve(of.computed()));
            }
        }
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ObjectNode curve(Curve curve) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("x", numbers(curve.x()));
        node.set("y", numbers(curve.y()));
        return node;
    }

    /** Numbers that do not exist are null. */
    private static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
        return array;
    }

    /**
     * A lesson in which this was done.
     *
     * @param index the current step
     */
    public static LessonState read(JsonNode answers, Lesson lesson, int index) {
        List<StepRecord> records =
                new ArrayList<>(LessonState.start(lesson, index).records());
        for (JsonNode entry : answers) {
            int step = entry.path(STEP).asInt() - 1;
            if (step >= 0 && step < records.size()) {
                Question question = lesson.steps().get(step).askedQuestion().orElse(null);
                records.set(step, read(entry, question));
            }
        }
        return LessonState.start(lesson, index).withRecords(records, false);
    }

    private static StepRecord read(JsonNode entry, @Nullable Question question) {
        StepRecord.Predicted predicted = StepRecord.Predicted.NONE;
        Prediction made = question == null ? null : prediction(entry, question).orElse(null);
        if (question != null && made != null) {
            Outcome outcome = answer(entry.path(COMPUTED), question)
                    .map(answer -> Outcome.of(question, made, answer))
                    .orElse(null);
            predicted = new StepRecord.Predicted(null, SketchDraft.empty(), made, outcome);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        entry.path(SETTINGS)
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
        StepRecord.Attempt attempt = new StepRecord.Attempt(
                Math.max(0, entry.path(HINTS).asInt()),
                entry.path(SOLUTION).asBoolean(),
                entry.path(MET).asBoolean(),
                settings);
        List<Integer> hands = StreamSupport.stream(entry.path(HANDS).spliterator(), false)
                .limit(Question.Choice.MAX_OPTIONS)
                .map(count -> Math.max(0, count.asInt()))
                .toList();
        return new StepRecord(predicted, attempt, entry.path(WORDS).asText(), hands);
    }

    /** The committed prediction; empty if there is none that fits the question. */
    private static Optional<Prediction> prediction(JsonNode entry, Question question) {
        return question.accept(new Question.Visitor<>() {
            @Override
            public Optional<Prediction> visit(Question.Choice choice) {
                int option = option(choice, entry.path(CHOICE));
                return option < 0 ? Optional.empty() : Optional.of(new Prediction.OfChoice(option));
            }

            @Override
            public Optional<Prediction> visit(Question.Numeric number) {
                JsonNode value = entry.path(NUMBER);
                return value.isNumber() ? Optional.of(new Prediction.OfNumber(value.doubleValue())) : Optional.empty();
            }

            @Override
            public Optional<Prediction> visit(Question.Order order) {
                List<String> ids = ids(order, entry.path(ORDER));
                return ids.isEmpty() ? Optional.empty() : Optional.of(new Prediction.OfOrder(ids));
            }

            @Override
            public Optional<Prediction> visit(Question.Sketch sketch) {
                return curve(entry.path(SKETCH)).map(Prediction.OfSketch::new);
            }
        });
    }

    /** The computed answer; empty if there is none that fits the question. */
    private static Optional<Outcome.Answer> answer(JsonNode computed, Question question) {
        return question.accept(new Question.Visitor<>() {
            @Override
            public Optional<Outcome.Answer> visit(Question.Choice choice) {
                int right = option(choice, computed);
                return right < 0 ? Optional.empty() : Optional.of(new Outcome.Answer.OfChoice(right));
            }

            @Override
            public Optional<Outcome.Answer> visit(Question.Numeric number) {
                return computed.isNumber()
                        ? Optional.of(new Outcome.Answer.OfNumber(computed.doubleValue()))
                        : Optional.empty();
            }

            @Override
            public Optional<Outcome.Answer> visit(Question.Order order) {
                List<Question.Item> items = ids(order, computed).stream()
                        .flatMap(id ->
                                order.items().stream().filter(item -> item.id().equals(id)))
                        .toList();
                return items.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Answer.OfOrder(items));
            }

            @Override
            public Optional<Outcome.Answer> visit(Question.Sketch sketch) {
                return curve(computed).map(Outcome.Answer.OfSketch::new);
            }
        });
    }

    /** The index of the option with this name; −1 if there is none. */
    private static int option(Question.Choice choice, JsonNode id) {
        return choice.options().stream().map(Question.Option::id).toList().indexOf(id.asText());
    }

    /** The names of all items, each once; empty if these are others. */
    private static List<String> ids(Question.Order order, JsonNode node) {
        List<String> ids = StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        List<String> items = order.items().stream().map(Question.Item::id).toList();
        return ids.size() == items.size() && new HashSet<>(ids).equals(new HashSet<>(items)) ? ids : List.of();
    }

    /** A curve with ascending positions; empty if this is none. */
    private static Optional<Curve> curve(JsonNode node) {
        double[] x = numbers(node.path("x"));
        double[] y = numbers(node.path("y"));
        boolean valid = x.length > 0 && x.length == y.length;
        for (int k = 0; k < x.length && valid; k++) {
            valid = Double.isFinite(x[k]) && (k == 0 || x[k] > x[k - 1]);
        }
        return valid ? Optional.of(new Curve(x, y)) : Optional.empty();
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(value -> value.isNumber() ? value.doubleValue() : Double.NaN)
                .toArray();
    }
}
