package hyperlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes and paths that the documents for contributors name exist. */
class NamesInDocsTest {
    private static final List<Path> DOCS =
            List.of(Path.of("src/README.md"), Path.of("README.md"), Path.of(".github/CONTRIBUTING.md"));

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS =
            Pattern.compile("(?:[a-z]+\\.)*([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.\\w+)*");
    private static final Pattern PATH = Pattern.compile("(?:src|assets|\\.github)/[\\w./-]+");

    /** Classes of the JDK and of JavaFX, and the end of a kind of method name. */
    private static final Set<String> OTHERS = Set.of("Math", "Platform", "Property");

    @Test
    void theNamedClassesAndPathsExist() throws IOException {
        Set<String> classes = classes();
        Set<String> missing = new TreeSet<>();
        int names = 0;
        for (Path doc : DOCS) {
            List<String> codes = CODE.matcher(Files.readString(doc))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            for (String code : codes) {
                Matcher named = CLASS.matcher(code);
                if (named.matches()) {
                    String name = named.group(1);
                    names++;
                    if (!classes.contains(name) && !OTHERS.contains(name)) {
                        missing.add(doc + ": " + code);
                    }
                } else if (PATH.matcher(code).matches() && !Files.exists(Path.of(code))) {
                    missing.add(doc + ": " + code);
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(names > 100, "only " + names + " names of classes were found");
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
