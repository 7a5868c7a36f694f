package hyperlab.lesson;

import hyperlab.learn.LearnPages;
import hyperlab.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The exercises at the end of the pages, from {@code assets/exercises}. A page may have none. */
public final class BundledExercises {
    private BundledExercises() {}

    /** The exercises of a page; empty if it has none. */
    public static Optional<PageExercises> load(String page, Language language) {
        return markdown(page, language).map(markdown -> {
            ExerciseReading reading = ExerciseReader.parse(markdown, null);
            return reading.exercises()
                    .orElseThrow(() -> reading.problems().get(0).toException(page));
        });
    }

    /** The exercises of all pages, in reading order. */
    public static List<PageExercises> all(Language language) {
        return LearnPages.NAMES.stream()
                .flatMap(page -> load(page, language).stream())
                .toList();
    }

    /** The source of the exercises of a page; empty if it has none. */
    public static Optional<String> markdown(String page, Language language) {
        String path = "/exercises/" + language.code() + "/" + page + ".md";
        try (InputStream in = BundledExercises.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
