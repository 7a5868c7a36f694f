package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Curve;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Lesson lesson(String name, Language language) {
        return BundledLessons.load(name, language);
    }

    /** The state of a lesson in which each prediction is made and scored. */
    private static LessonState answered(Lesson lesson) {
        List<StepRecord> records = new ArrayList<>();
        for (Step step : lesson.steps()) {
            records.add(step.askedQuestion()
                    .map(KeptAnswersTest::answered)
                    .orElse(StepRecord.NEW
                            .withWords(step instanceof Step.Explain ? "because" : "")
                            .withHints(step instanceof Step.Reach ? 2 : 0)
                            .withCheck(step instanceof Step.Reach, Map.of("learningRate", "0.3"))));
        }
        return LessonState.start(lesson, 1).withRecords(records, false);
    }

    private static StepRecord answered(Question question) {
        Prediction made = question.accept(new Question.Visitor<>() {
            @Override
            public Prediction visit(Question.Choice choice) {
                return new Prediction.OfChoice(1);
            }

            @Override
            public Prediction visit(Question.Numeric number) {
                return new Prediction.OfNumber(0.54);
            }

            @Override
            public Prediction visit(Question.Order order) {
                return new Prediction.OfOrder(
                        reversed(order).stream().map(Question.Item::id).toList());
            }

            @Override
            public Prediction visit(Question.Sketch sketch) {
                return new Prediction.OfSketch(
                        SketchDraft.empty().drawn(0, 0.2, 0.8, 0.7).curve(sketch.x(), sketch.y()));
            }
        });
        Outcome.Answer answer = question.accept(new Question.Visitor<>() {
            @Override
            public Outcome.Answer visit(Question.Choice choice) {
                return new Outcome.Answer.OfChoice(0);
            }

            @Override
            public Outcome.Answer visit(Question.Numeric number) {
                return new Outcome.Answer.OfNumber(0.5);
            }

            @Override
            public Outcome.Answer visit(Question.Order order) {
                return new Outcome.Answer.OfOrder(order.items());
            }

            @Override
            public Outcome.Answer visit(Question.Sketch sketch) {
                double low = sketch.x().low();
                double high = sketch.x().high();
                double middle = sketch.y().value(0.5);
                return new Outcome.Answer.OfSketch(
                        new Curve(new double[] {low, high}, new double[] {middle, Double.NaN}));
            }
        });
        return StepRecord.NEW.withCommitted(made).withOutcome(Outcome.of(question, made, answer));
    }

    private static List<Question.Item> reversed(Question.Order order) {
        List<Question.Item> items = new ArrayList<>(order.items());
        Collections.reverse(items);
        return items;
    }

    @Test
    void theOtherLanguageOfEachLessonHasTheSameAnswersAndScores() throws JsonProcessingException {
        for (String name : BundledLessons.NAMES) {
            LessonState before = answered(lesson(name, Language.ENGLISH));
            JsonNode kept = JSON.readTree(KeptAnswers.write(before).toString());
            LessonState after = KeptAnswers.read(kept, lesson(name, Language.KOREAN), 1);
            assertEquals(before.scoredCount(), after.scoredCount(), name);
            assertEquals(before.predictionCount(), after.scoredCount(), name);
            assertEquals(before.score(), after.score(), name);
            for (int k = 0; k < before.records().size(); k++) {
                StepRecord made = before.records().get(k);
                StepRecord read = after.records().get(k);
                assertEquals(made.attempt(), read.attempt(), name);
                assertEquals(made.words(), read.words(), name);
                if (made.committed() instanceof Prediction.OfSketch sketch) {
                    Curve curve = assertInstanceOf(Prediction.OfSketch.class, read.committed())
                            .curve();
                    assertArrayEquals(sketch.curve().x(), curve.x(), name);
                    assertArrayEquals(sketch.curve().y(), curve.y(), name);
                } else {
                    assertEquals(made.committed(), read.committed(), name);
                    assertEquals(made.outcome(), read.outcome(), name);
                }
            }
        }
    }

    @Test
    void nothingIsKeptOfALessonInWhichNothingWasDone() {
        assertTrue(KeptAnswers.write(LessonState.start(lesson("four-fates", Language.ENGLISH), 3))
                .isEmpty());
    }

    @Test
    void whatDoesNotFitTheLessonIsLeftOut() throws JsonProcessingException {
        // Step 1 asks for a choice, step 2 asks for nothing, and step 4 asks for a number.
        JsonNode kept = JSON.readTree("""
                [{"step": 1, "choice": "no such choice"}, {"step": 2, "number": 3}, {"step": 4, "number": "0.5"},
                 {"step": 99, "number": 3}, {"words": "no step"}, 7, {"step": 6, "sketch": {"x": [2, 1], "y": [1, 1]}}]
                """);
        LessonState read = KeptAnswers.read(kept, lesson("four-fates", Language.ENGLISH), 0);
        for (StepRecord record : read.records()) {
            assertNull(record.committed());
        }
        assertEquals(0, read.scoredCount());
    }

    @Test
    void aPredictionWithoutItsAnswerIsNotScored() throws JsonProcessingException {
        JsonNode kept = JSON.readTree("[{\"step\": 4, \"number\": 0.5}]");
        LessonState read = KeptAnswers.read(kept, lesson("four-fates", Language.ENGLISH), 3);
        assertEquals(new Prediction.OfNumber(0.5), read.record().committed());
        assertEquals(0, read.scoredCount());
    }
}
