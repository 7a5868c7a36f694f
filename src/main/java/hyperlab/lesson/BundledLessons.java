package hyperlab.lesson;

import hyperlab.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.MissingResourceException;

/** The lessons that come with the program, from {@code assets/lessons}. */
public final class BundledLessons {
    /** The names, in the order of a course. */
    public static final List<String> NAMES = List.of(
            "what-is-a-hyperparameter",
            "four-fates",
            "who-wins-the-ravine",
            "noise-has-a-price",
            "escaping",
            "where-training-works",
            "momentum-on-a-map",
            "when-to-stop",
            "zero-or-small",
            "dropout-and-the-crowd",
            "ten-sigmoids",
            "dead-units",
            "closing-a-ring",
            "what-comes-out",
            "luck-and-blame",
            "search-like-a-miser");

    /** The lessons of a single hour. */
    public static final List<String> ONE_HOUR =
            List.of("four-fates", "noise-has-a-price", "when-to-stop", "ten-sigmoids");

    /** The lessons of four hours: all but those on maps. */
    public static final List<String> FOUR_HOURS = NAMES.stream()
            .filter(name ->
                    !List.of("where-training-works", "momentum-on-a-map").contains(name))
            .toList();

    private static final String TEMPLATE = "starting-point.md";

    private BundledLessons() {}

    /** The lesson with one of the {@link #NAMES}. */
    public static Lesson load(String name, Language language) {
        LessonReading reading = LessonReader.parse(markdown(name, language), null);
        return reading.lesson().orElseThrow(() -> reading.problems().get(0).toException(name));
    }

    /** The title of a lesson, which takes a hundredth of the time that reading its steps takes. */
    public static String title(String name, Language language) {
        String key = "title: ";
        return markdown(name, language)
                .lines()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .orElseThrow()
                .substring(key.length());
    }

    /** The source of a lesson. */
    public static String markdown(String name, Language language) {
        return resource(name + Lesson.FILE_ENDING, language);
    }

    /** All lessons in a language. */
    public static List<Lesson> all(Language language) {
        return NAMES.stream().map(name -> load(name, language)).toList();
    }

    /** A commented lesson from which an author starts; it passes the check. */
    public static String startingPoint(Language language) {
        return resource(TEMPLATE, language);
    }

    private static String resource(String file, Language language) {
        String path = "/lessons/" + language.code() + "/" + file;
        try (InputStream in = BundledLessons.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new MissingResourceException("no resource " + path, path, file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
