package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The bundled cases. */
public final class BundledCases {
    /** Their names in display order, from easy to hard. */
    public static final List<String> NAMES =
            List.of("iris", "wine", "penguins", "breastCancer", "diabetes", "digits", "mnist");

    private BundledCases() {}

    /** A case by its name, one of {@link #NAMES}. */
    public static Case named(String name) {
        String path = "/cases/" + name + ".hyperlab-case.json";
        try (InputStream in = Objects.requireNonNull(BundledCases.class.getResourceAsStream(path), path)) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (Documents.parse(json, path) instanceof Document.OfCase match) {
                return match.subject();
            }
            throw new InvalidInputException(path, Rule.NOT_A_CASE);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** All cases, in the order of {@link #NAMES}. */
    public static List<Case> all() {
        return NAMES.stream().map(BundledCases::named).toList();
    }
}
