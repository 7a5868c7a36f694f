package hyperlab.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule has one message in each language, and nothing else is in the bundles. */
class RuleTest {
    private static final Path BUNDLES = Path.of("assets/i18n");
    private static final Path SOURCES = Path.of("src/main/java/hyperlab");
    private static final String LINE = "error.line";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern USE = Pattern.compile("\\bRule\\.([A-Z][A-Z0-9_]*)");

    @Test
    void keysAreTheNamesOfTheRules() {
        assertEquals("error.positive", Rule.POSITIVE.key());
        assertEquals("error.wholeOf64Bits", Rule.WHOLE_OF_64_BITS.key());
    }

    @Test
    void bothLanguagesHaveExactlyOneMessagePerRule() throws IOException {
        Set<String> keys = new TreeSet<>(
                List.of(LINE, "error.place.line", "error.place.character", "error.place.column", "error.place.cell"));
        Arrays.stream(Rule.values()).map(Rule::key).forEach(keys::add);
        Arrays.stream(Term.values()).map(Term::key).forEach(keys::add);
        for (String bundle : List.of("error", "error_ko")) {
            Set<String> texts = read(bundle).stringPropertyNames();
            assertEquals(Set.of(), difference(keys, texts), "without a text in " + bundle);
            assertEquals(Set.of(), difference(texts, keys), "without a rule in " + bundle);
        }
    }

    @Test
    void bothLanguagesQuoteTheSameArguments() throws IOException {
        Properties english = read("error");
        Properties korean = read("error_ko");
        for (String key : english.stringPropertyNames()) {
            Set<Integer> arguments = placeholders(english.getProperty(key));
            assertEquals(arguments, placeholders(korean.getProperty(key)), key);
            assertEquals(IntStream.range(0, arguments.size()).boxed().collect(Collectors.toSet()), arguments, key);
        }
    }

    @Test
    void everyRuleIsUsed() throws IOException {
        Set<String> unused =
                Arrays.stream(Rule.values()).map(Rule::name).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Set<String> used = USE.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .collect(Collectors.toCollection(HashSet::new));
                unused.removeAll(used);
            }
        }
        assertTrue(unused.isEmpty(), unused::toString);
    }

    private static Set<String> difference(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<Integer> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult result) -> Integer.valueOf(result.group(1)))
                .collect(Collectors.toSet());
    }

    private static Properties read(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
