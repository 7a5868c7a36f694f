package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.expression.Goal;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.ForbiddenWords;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the bundled lessons is computed again, and both languages have the same steps. */
class BundledLessonsTest {
    private static final Path FOLDER = Path.of("assets/lessons");

    /** Both languages and all tests share their computations. */
    private static final ReadoutCache CACHE = new ReadoutCache(null);

    /** A computed value and the Korean particle after it. */
    private static final Pattern VALUE_AND_PARTICLE =
            Pattern.compile("(\\{\\{[^{}]*}})(이에요|예요|이고|을|를|은|는|과|와|이|가|으로|로)(?![가-힣])");

    private static final Set<String> AFTER_CONSONANT = Set.of("이에요", "을", "은", "과", "이", "으로");
    private static final Set<String> AFTER_VOWEL = Set.of("예요", "를", "는", "와", "가", "로");

    static List<String> names() {
        return BundledLessons.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyAnswerIsRight(String name) {
        for (Language language : Language.values()) {
            assertEquals(List.of(), LessonChecker.check(BundledLessons.load(name, language), CACHE));
        }
    }

    /** The card with the calculation of the output size would give the answer away. */
    @Test
    void theQuestionForTheSizeOfTheMapHidesItsCalculation() {
        Step question =
                BundledLessons.load("what-comes-out", Language.ENGLISH).steps().get(0);
        assertTrue(
                question.scene().hide().contains("output"),
                () -> question.scene().hide().toString());
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothLanguagesHaveTheSameSteps(String name) {
        Lesson english = BundledLessons.load(name, Language.ENGLISH);
        Lesson korean = BundledLessons.load(name, Language.KOREAN);
        assertEquals(Language.ENGLISH, english.language());
        assertEquals(Language.KOREAN, korean.language());
        assertEquals(outline(english), outline(korean));
    }

    /** Everything of a lesson but its texts. */
    private static List<Object> outline(Lesson lesson) {
        List<Object> outline = new ArrayList<>(List.of(lesson.lab(), lesson.minutes(), lesson.pages()));
        outline.addAll(outline(lesson.steps()));
        return outline;
    }

    /** Everything of some steps but their texts. */
    static List<Object> outline(List<Step> steps) {
        List<Object> outline = new ArrayList<>();
        for (Step step : steps) {
            Scene scene = step.scene();
            outline.add(List.of(
                    step.kind(), scene.document(), Objects.toString(scene.source()), scene.free(), scene.hide()));
            outline.add(new TreeSet<String>(scene.text().values().stream()
                    .map(value -> value.value().text() + value.digits() + value.percent())
                    .toList()));
            outline.add(details(step));
        }
        return outline;
    }

    private static Question.Axis withoutTexts(Question.Axis axis) {
        return new Question.Axis("", axis.low(), axis.high(), axis.logarithmic());
    }

    private static List<Object> details(Step step) {
        List<Object> details = new ArrayList<>();
        if (step instanceof Step.Predict predict) {
            if (predict.question() instanceof Question.Choice choice) {
                choice.options()
                        .forEach(option -> details.add(List.of(
                                option.id(),
                                option.correct(),
                                option.misconception() == null,
                                String.valueOf(option.truth()))));
            } else if (predict.question() instanceof Question.Order order) {
                details.add(order.descending());
                order.items().forEach(item -> details.add(List.of(item.id(), item.truth())));
            } else if (predict.question() instanceof Question.Sketch sketch) {
                details.add(
                        List.of(sketch.truth(), sketch.x().name(), withoutTexts(sketch.x()), withoutTexts(sketch.y())));
            } else {
                Question.Numeric number = (Question.Numeric) predict.question();
                details.add(List.of(number.answer(), number.tolerance(), number.truth()));
            }
        } else if (step instanceof Step.Reach reach) {
            details.add(List.of(reach.goal(), reach.solutions(), reach.hints().size()));
        } else if (step instanceof Step.Observe observe) {
            details.add(Stream.of(observe.from(), observe.to(), observe.ring(), observe.at())
                    .map(String::valueOf)
                    .toList());
        } else {
            details.add(((Step.Explain) step).prompt() == null);
        }
        return details;
    }

    /** A lesson predicts, explains and reaches; some wrong choice of a lesson with choices names a misconception. */
    @ParameterizedTest
    @MethodSource("names")
    void everyLessonHasAllParts(String name) {
        for (Language language : Language.values()) {
            Lesson lesson = BundledLessons.load(name, language);
            Set<String> kinds = lesson.steps().stream().map(Step::kind).collect(Collectors.toSet());
            assertTrue(kinds.containsAll(Set.of("predict", "explain")), kinds::toString);
            assertTrue(!lesson.notes().isEmpty() && !lesson.pages().isEmpty(), name);
            for (Step step : lesson.steps()) {
                if (step instanceof Step.Predict predict && predict.question() instanceof Question.Choice choice) {
                    assertTrue(
                            choice.options().stream().anyMatch(option -> option.misconception() != null),
                            predict.scene().title());
                }
                if (step instanceof Step.Reach reach) {
                    assertTrue(!reach.hints().isEmpty(), reach.scene().title());
                }
            }
        }
    }

    @Test
    void everyFileIsListed() throws IOException {
        for (Language language : Language.values()) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(language.code()))) {
                Set<String> listed = new TreeSet<>(Set.of("starting-point.md"));
                BundledLessons.NAMES.forEach(name -> listed.add(name + Lesson.FILE_ENDING));
                Set<String> there = new TreeSet<>(
                        files.map(file -> file.getFileName().toString()).toList());
                assertEquals(listed, there);
            }
        }
    }

    /** A curve with more turns than one would draw cannot be sketched. */
    @ParameterizedTest
    @MethodSource("names")
    void everySketchCanBeDrawn(String name) {
        for (Step step : BundledLessons.load(name, Language.ENGLISH).steps()) {
            if (step instanceof Step.Predict predict && predict.question() instanceof Question.Sketch sketch) {
                Curve truth = Curve.truth(sketch, CACHE.of(step.scene().document()));
                Shape shape = Shape.of(truth, sketch.x(), sketch.y());
                assertTrue(shape.turns().size() <= 1, () -> step.scene().title() + ": " + shape);
            }
        }
    }

    /** The text gives numbers of the end or of the start of the run; they must be those of the index that is shown. */
    @ParameterizedTest
    @MethodSource("names")
    void numbersOfATextAreThoseOfTheShownMoment(String name) {
        for (Step step : BundledLessons.load(name, Language.ENGLISH).steps()) {
            DocumentReadouts end = CACHE.of(step.scene().document());
            int index = step.playbackEnd().orElse(end.lastIndex());
            DocumentReadouts shown = end.changesDuringRun() ? end.at(index) : end;
            boolean asks = step instanceof Step.Predict;
            for (LessonText.Part.Value value : step.scene().text().values()) {
                String title = step.scene().title();
                assertEquals(LessonText.format(value, shown), LessonText.format(value, end), title);
                assertTrue(asks || index == 0 || !value.value().isOfStart(), title);
            }
            step.asReach()
                    .ifPresent(reach -> assertTrue(index == 0 || !reach.goal().isOfStart()));
        }
    }

    @Test
    void theStageStandsAtTheStartForNumbersOfTheStart() {
        List<Step> steps =
                BundledLessons.load("noise-has-a-price", Language.ENGLISH).steps();
        assertEquals(OptionalInt.of(5), steps.get(1).playbackEnd());
        for (int k : List.of(3, 5, 6)) {
            assertEquals(OptionalInt.of(0), steps.get(k).playbackEnd());
        }
    }

    /** 3.2예요, 0.1이에요: the particle follows the last digit as it is read. */
    @ParameterizedTest
    @MethodSource("names")
    void koreanParticlesFollowTheValues(String name) {
        assertEquals(
                List.of(),
                wrongParticles(BundledLessons.load(name, Language.KOREAN).steps(), CACHE));
    }

    /** The computed values of some steps that are followed by the wrong particle. */
    static List<String> wrongParticles(List<Step> steps, ReadoutCache cache) {
        List<String> wrong = new ArrayList<>();
        for (Step step : steps) {
            DocumentReadouts readouts = cache.of(step.scene().document());
            String source = step.scene().text().markdown(value -> "{{" + LessonText.format(value, readouts) + "}}");
            Matcher matcher = VALUE_AND_PARTICLE.matcher(source);
            while (matcher.find()) {
                if (!fits(matcher.group(1).replaceAll("[{}]", ""), matcher.group(2))) {
                    wrong.add(matcher.group());
                }
            }
        }
        return wrong;
    }

    private static boolean fits(String number, String particle) {
        char last = number.charAt(number.length() - 1);
        boolean vowel = "2459%²⁴⁵⁹".indexOf(last) >= 0;
        boolean fits = !vowel || !AFTER_CONSONANT.contains(particle);
        fits &= vowel || !AFTER_VOWEL.contains(particle) || (particle.equals("로") && "178".indexOf(last) >= 0);
        return fits;
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachLanguageUsesItsWords(String name) {
        String korean = BundledLessons.markdown(name, Language.KOREAN);
        Matcher other = ForbiddenWords.NONSTANDARD_TERMS.matcher(korean);
        assertTrue(!other.find(), () -> other.group());
        assertTrue(
                !ForbiddenWords.HANGUL
                        .matcher(BundledLessons.markdown(name, Language.ENGLISH))
                        .find(),
                name);
    }

    @Test
    void plansTakeOneHourAndFourHours() {
        assertEquals(60, minutes(BundledLessons.ONE_HOUR));
        assertEquals(240, minutes(BundledLessons.FOUR_HOURS));
        assertTrue(BundledLessons.FOUR_HOURS.containsAll(BundledLessons.ONE_HOUR));
    }

    private static int minutes(List<String> names) {
        return names.stream()
                .mapToInt(name -> BundledLessons.load(name, Language.ENGLISH).minutes())
                .sum();
    }

    @Test
    void particlesAreChecked() {
        assertTrue(fits("3.2", "예요") && fits("0.1", "이에요") && fits("26", "을") && fits("0.8", "로"));
        assertTrue(!fits("3.2", "이에요") && !fits("0.1", "예요") && !fits("26", "로") && !fits("4", "을"));
    }

    @Test
    void expressionsAreComparedByTheirMeaning() {
        Lesson lesson = BundledLessons.load("four-fates", Language.ENGLISH);
        Expression goal = lesson.steps().stream()
                .filter(Step.Reach.class::isInstance)
                .map(step -> ((Step.Reach) step).goal())
                .findFirst()
                .orElseThrow();
        assertEquals(goal, goal);
        assertEquals("f < 0.01 and step <= 20", goal.text());
    }

    @ParameterizedTest
    @MethodSource("names")
    void goalsAreWrittenInWords(String name) {
        for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            for (Step step : BundledLessons.load(name, language).steps()) {
                if (step instanceof Step.Reach reach) {
                    Goal goal = Goal.of(reach.goal(), CACHE.of(step.scene().document()));
                    assertFalse(goal.terms().isEmpty(), name);
                    for (Goal.Term term : goal.terms()) {
                        String words = term.left().expression().words(texts);
                        assertFalse(words.isBlank() || words.matches("(?s).*[a-z][A-Z].*"), name + ": " + words);
                    }
                }
            }
        }
    }
}
