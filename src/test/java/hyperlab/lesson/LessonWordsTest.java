package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.learn.LearnPages;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import hyperlab.text.WordedResults;
import hyperlab.text.WordedResults.Entry;
import hyperlab.text.WordedResults.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers and strong statements that lessons and exercises give in words follow from a computation. A place is a
 * lesson, or {@code exercises/PAGE}, and a step, from 1; an exercise is two steps. Step 0 is the notes for the teacher,
 * whose conditions hold in the settings of step 1. Choices are left out: the checks of lessons and exercises compute
 * which of them is right.
 */
class LessonWordsTest {
    private static final String EXERCISES = "exercises/";
    private static final List<Entry> LEDGER = WordedResults.ledger(LessonWordsTest.class, "worded-results.txt");

    /** The lessons, and the pages that have exercises. */
    static List<String> names() {
        List<String> names = new ArrayList<>(BundledLessons.NAMES);
        LearnPages.NAMES.stream()
                .filter(page ->
                        BundledExercises.markdown(page, Language.ENGLISH).isPresent())
                .forEach(page -> names.add(EXERCISES + page));
        return names;
    }

    private static List<Step> steps(String name, Language language) {
        return name.startsWith(EXERCISES)
                ? BundledExercises.load(name.substring(EXERCISES.length()), language)
                        .orElseThrow()
                        .steps()
                : BundledLessons.load(name, language).steps();
    }

    private static String markdown(String name, Language language) {
        return name.startsWith(EXERCISES)
                ? BundledExercises.markdown(name.substring(EXERCISES.length()), language)
                        .orElseThrow()
                : BundledLessons.markdown(name, language);
    }

    private static String notes(String name, Language language) {
        return name.startsWith(EXERCISES)
                ? ""
                : BundledLessons.load(name, language).notes().markdown(value -> "#");
    }

    private static Map<String, List<String>> found(Language language) {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : names()) {
            List<String> notes = WordedResults.find(notes(name, language), language);
            if (!notes.isEmpty()) {
                found.put(name + " 0", notes);
            }
            List<Step> steps = steps(name, language);
            for (int i = 0; i < steps.size(); i++) {
                List<String> phrases = WordedResults.find(text(steps.get(i)), language);
                if (!phrases.isEmpty()) {
                    found.put(name + " " + (i + 1), phrases);
                }
            }
        }
        return found;
    }

    private static String text(Step step) {
        List<String> parts = new ArrayList<>();
        parts.add(step.scene().title());
        parts.add(step.scene().text().markdown(value -> "#"));
        if (step instanceof Step.Explain explain && explain.prompt() != null) {
            parts.add(explain.prompt());
        }
        if (step instanceof Step.Reach reach) {
            parts.addAll(reach.hints());
        }
        return String.join("\n", parts);
    }

    @ParameterizedTest
    @EnumSource
    void everyWordedResultIsTiedToAComputation(Language language) {
        assertEquals(Map.of(), WordedResults.differences(found(language), LEDGER, language));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyConditionHolds(String name) {
        List<Step> steps = steps(name, Language.ENGLISH);
        ReadoutCache cache = new ReadoutCache(null);
        List<String> wrong = new ArrayList<>();
        for (Entry entry : LEDGER) {
            String[] place = entry.place().split(" ", 2);
            if (place[0].equals(name) && entry.kind() == Kind.CHECK) {
                int step = Math.max(1, Integer.parseInt(place[1]));
                DocumentReadouts readouts = cache.of(steps.get(step - 1).scene().document());
                if (!Expression.of(entry.tie(), "condition", readouts.names(), List.of())
                        .holds(readouts)) {
                    wrong.add(entry.place() + ": " + entry.tie());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void exercisesAreChecked() {
        assertTrue(names().contains(EXERCISES + "activation"));
        assertTrue(found(Language.KOREAN).containsKey(EXERCISES + "activation 2"));
    }

    @Test
    void everySourceIsInItsFile() {
        for (Entry entry : LEDGER) {
            if (entry.kind() == Kind.SOURCE) {
                for (Language language : Language.values()) {
                    String name = entry.place().split(" ", 2)[0];
                    assertTrue(markdown(name, language).contains(entry.tie()), entry::toString);
                }
            }
        }
        assertEquals(List.of(), WordedResults.missingTests(LEDGER));
    }
}
