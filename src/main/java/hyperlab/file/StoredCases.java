package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.rule.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The bundled cases. */
public final class StoredCases {
    /** Their names in display order, from easy to hard. */
    public static final List<String> NAMES =
            List.of("iris", "wine", "penguins", "breastCancer", "diabetes", "digits", "mnist");

    private StoredCases() {}

    /** A case by its name, one of {@link #NAMES}. */
    public static Case named(String name) {
        String path = "/cases/" + name + ".hyperlab-case.json";
        try (InputStream in = Objects.requireNonNull(StoredCases.class.getResourceAsStream(path), path)) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (Documents.parse(json, path) instanceof Document.OfCase of) {
                return of.subject();
            }
            throw new Refusal(path, "must be a case, got another document");
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** All cases, in the order of {@link #NAMES}. */
    public static List<Case> all() {
        return NAMES.stream().map(StoredCases::named).toList();
    }
}
