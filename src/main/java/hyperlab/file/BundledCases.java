package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.cases.MapCase;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The bundled cases. */
public final class BundledCases {
    /** The names of those with a study in display order, from easy to hard. */
    public static final List<String> NAMES =
            List.of("iris", "wine", "penguins", "breastCancer", "diabetes", "digits", "mnist");

    /** The names of those that maps answer. */
    public static final List<String> MAP_NAMES = List.of("rateScaling");

    private BundledCases() {}

    /** The names of all cases. */
    public static List<String> allNames() {
        return Stream.concat(NAMES.stream(), MAP_NAMES.stream()).toList();
    }

    /** A case with a study by its name, one of {@link #NAMES}. */
    public static Case named(String name) {
        if (load(name) instanceof Document.OfCase match) {
            return match.subject();
        }
        throw new InvalidInputException(path(name), Rule.NOT_A_CASE);
    }

    private static String path(String name) {
        return "/cases/" + name + ".hyperlab-case.json";
    }

    /** The document of a case of either kind. */
    public static Document load(String name) {
        String path = path(name);
        try (InputStream in = Objects.requireNonNull(BundledCases.class.getResourceAsStream(path), path)) {
            return Documents.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), path);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** A case that maps answer, by its name, one of {@link #MAP_NAMES}. */
    public static MapCase mapNamed(String name) {
        if (load(name) instanceof Document.OfMapCase match) {
            return match.subject();
        }
        throw new InvalidInputException(path(name), Rule.NOT_A_CASE);
    }

    /** All cases with a study, in the order of {@link #NAMES}. */
    public static List<Case> all() {
        return NAMES.stream().map(BundledCases::named).toList();
    }

    /** All cases that maps answer. */
    public static List<MapCase> maps() {
        return MAP_NAMES.stream().map(BundledCases::mapNamed).toList();
    }
}
