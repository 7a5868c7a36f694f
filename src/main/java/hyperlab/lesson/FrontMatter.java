package hyperlab.lesson;

import hyperlab.lesson.YamlTree.YamlException;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the front matter of lessons and exercises. */
final class FrontMatter {
    private static final int FIRST_LINE = 2;

    private FrontMatter() {}

    /**
     * Reads the keys. Unknown ones are problems.
     *
     * @param problems receives what is wrong
     * @param reader takes the keys that it knows; throws {@link InvalidInputException} for an invalid one
     * @return null with a problem
     */
    static <T> @Nullable T read(String yaml, List<LessonProblem> problems, Function<StepKeys, T> reader) {
        YamlTree.Parsed parsed;
        try {
            parsed = YamlTree.parse(yaml, FIRST_LINE);
        } catch (YamlException e) {
            problems.add(e.problem());
            return null;
        }
        try {
            StepKeys keys = new StepKeys(parsed.map(), "");
            T read = reader.apply(keys);
            keys.rejectUnknown();
            return read;
        } catch (InvalidInputException e) {
            problems.add(new LessonProblem(parsed.line(e.name()), e));
            return null;
        }
    }

    /** Requires the format, and reads the language. */
    static Language language(StepKeys keys, String format) {
        keys.choice("format", List.of(format), null);
        String language = keys.choice(
                "language", Stream.of(Language.values()).map(Language::code).toList(), null);
        return Language.ofCode(language).orElseThrow();
    }
}
