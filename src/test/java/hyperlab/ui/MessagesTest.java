package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.text.ForbiddenWords;
import hyperlab.text.Language;
import hyperlab.text.StatedNumbers;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text is missing, unused or in the wrong language, in any bundle, including bundles added later. */
class MessagesTest {
    private static final Path BUNDLES = Path.of("assets/i18n");
    private static final Path SOURCES = Path.of("src/main/java/hyperlab");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Each language is named in its own language. */
    private static final Set<String> ENGLISH_WITH_HANGUL = Set.of("shell.language.ko");

    /** A Korean particle that fits only some values. */
    private static final Pattern PARTICLE = Pattern.compile("\\}(을|를|이|가|은|는|과|와|으로|로|이고|이에요|예요)(?=[\\s.,)]|$)");

    /** Names that are not translated. */
    private static final Set<String> NAMES = Set.of(
            "Hyperlab",
            "English",
            "PDF",
            "SVG",
            "PNG",
            "cm",
            "tanh",
            "ReLU",
            "Leaky",
            "PReLU",
            "ELU",
            "Maxout",
            "SELU",
            "GELU",
            "SiLU",
            "Mish",
            "SGD",
            "AdaGrad",
            "RMSprop",
            "AdaDelta",
            "Adam",
            "NAdam",
            "AdamW",
            "Lion",
            "Hardswish",
            "XOR",
            "Keras",
            "Lightning",
            "CSVLogger",
            "Hugging",
            "Face",
            "Trainer",
            "TensorBoard",
            "Weights",
            "Biases",
            "MLflow",
            "He",
            "Xavier",
            "sin",
            "ns",
            "L",
            "x",
            "y",
            "f",
            "c",
            "p");

    private static final int MOST_ARGUMENTS = 10;
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith("_ko.properties"))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .sorted()
                    .toList();
        }
    }

    /** The window marks bold text by words: it would show two asterisks after a bracket. */
    @ParameterizedTest
    @MethodSource("bundles")
    void boldTextBeginsWithAWord(String bundle) throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (String name : List.of(bundle, bundle + "_ko")) {
            StatedNumbers.read(name).forEach((key, text) -> {
                String[] parts = text.split("\\*\\*", -1);
                boolean unpaired = parts.length % 2 == 0;
                for (int k = 1; k < parts.length; k += 2) {
                    unpaired |= !parts[k - 1].isEmpty() && !parts[k - 1].endsWith(" ");
                }
                if (unpaired) {
                    wrong.add(name + ": " + key);
                }
            });
        }
        assertNone("mark bold text in the middle of a word", wrong);
    }

    @Test
    void noKeyOccursInTwoBundles() throws IOException {
        Map<String, String> owners = new TreeMap<>();
        Set<String> twice = new TreeSet<>();
        for (String bundle : bundles()) {
            for (String key : StatedNumbers.read(bundle).keySet()) {
                if (owners.putIfAbsent(key, bundle) != null) {
                    twice.add(key);
                }
            }
        }
        assertNone("stand in two bundles", twice);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyOccursTwiceInOneFile(String bundle) throws IOException {
        for (String name : List.of(bundle, bundle + "_ko")) {
            Set<String> seen = new HashSet<>();
            Set<String> twice = new TreeSet<>();
            for (String line : Files.readAllLines(BUNDLES.resolve(name + ".properties"))) {
                int end = line.indexOf('=');
                if (end > 0
                        && !line.startsWith("#")
                        && !seen.add(line.substring(0, end).strip())) {
                    twice.add(line.substring(0, end).strip());
                }
            }
            assertNone("stand twice in " + name, twice);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysWithTheSameArguments(String bundle) throws IOException {
        Map<String, String> english = StatedNumbers.read(bundle);
        Map<String, String> korean = StatedNumbers.read(bundle + "_ko");
        assertEquals(english.keySet(), korean.keySet());
        assertNone(
                "have other arguments in Korean",
                english.keySet().stream()
                        .filter(key -> !placeholders(english.get(key)).equals(placeholders(korean.get(key))))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsInItsLanguage(String bundle) throws IOException {
        Map<String, String> english = StatedNumbers.read(bundle);
        Map<String, String> korean = StatedNumbers.read(bundle + "_ko");
        assertNone(
                "are Korean in the English bundle",
                english.keySet().stream()
                        .filter(key -> !ENGLISH_WITH_HANGUL.contains(key))
                        .filter(key ->
                                ForbiddenWords.HANGUL.matcher(english.get(key)).find())
                        .toList());
        assertNone(
                "are not translated",
                korean.keySet().stream()
                        .filter(key ->
                                !ForbiddenWords.HANGUL.matcher(korean.get(key)).find())
                        .filter(key -> !isTheSameInKorean(korean.get(key)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void koreanTermsAreConsistent(String bundle) throws IOException {
        assertNone(
                "use another word", keysMatching(StatedNumbers.read(bundle + "_ko"), ForbiddenWords.NONSTANDARD_TERMS));
        assertNone(
                "have a particle that does not fit every value",
                keysMatching(StatedNumbers.read(bundle + "_ko"), PARTICLE));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void numbersAreFormattedForReaders(String bundle) throws IOException {
        for (String name : List.of(bundle, bundle + "_ko")) {
            assertNone("have a hyphen for a minus", keysMatching(StatedNumbers.read(name), ForbiddenWords.PLAIN_MINUS));
            assertNone(
                    "have no no-break space before %",
                    keysMatching(StatedNumbers.read(name), ForbiddenWords.BARE_PERCENT));
        }
    }

    @Test
    void everyTextCanBeFormatted() throws IOException {
        for (String bundle : bundles()) {
            for (Language language : Language.values()) {
                StatedNumbers.read(bundle + language.suffix()).forEach((key, pattern) -> {
                    String text = Texts.in(language).get(key, arguments(pattern));
                    assertTrue(!text.isBlank() && !PLACEHOLDER.matcher(text).find(), key + ": " + text);
                });
            }
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = literals("");
        for (LabName lab : LabName.values()) {
            literals.addAll(List.of(lab.titleKey(), lab.shortTitleKey()));
        }
        Set<String> unused = new TreeSet<>();
        for (String bundle : bundles()) {
            for (String key : StatedNumbers.read(bundle).keySet()) {
                if (literals.stream().noneMatch(literal -> couldBeKey(literal, key, literals))) {
                    unused.add(key);
                }
            }
        }
        assertNone("are used nowhere", unused);
    }

    @Test
    void everyKeyUsedByTheWindowHasText() throws IOException {
        Set<String> keys = new TreeSet<>();
        Set<String> subjects = new HashSet<>();
        for (String bundle : bundles()) {
            keys.addAll(StatedNumbers.read(bundle).keySet());
        }
        keys.forEach(key -> subjects.add(key.substring(0, key.indexOf('.') + 1)));
        Pattern shape = Pattern.compile("[a-z][A-Za-z-]*(\\.[A-Za-z0-9-]+)+");
        Set<String> literals = new TreeSet<>();
        for (String layer : List.of("app", "lab", "ui")) {
            literals.addAll(literals(layer));
        }
        assertNone(
                "are asked for and missing",
                literals.stream()
                        .filter(literal -> shape.matcher(literal).matches())
                        .filter(literal -> subjects.contains(literal.substring(0, literal.indexOf('.') + 1)))
                        .filter(literal ->
                                keys.stream().noneMatch(key -> key.equals(literal) || key.startsWith(literal + ".")))
                        .toList());
    }

    @Test
    void textFollowsTheLanguageAndItsArguments() {
        Messages messages = new Messages(Language.ENGLISH);
        StringProperty name = new SimpleStringProperty("a");
        ObservableValue<String> text = messages.bind("shell.undoNamed", name);
        assertEquals("Undo: a", text.getValue());
        name.set("b");
        assertEquals("Undo: b", text.getValue());
        messages.languageProperty().set(Language.KOREAN);
        assertEquals("실행 취소: b", text.getValue());
    }

    /**
     * A literal is a key or the beginning of a concatenated key: {@code "learn.name." + page}, {@code unitKey + ".position"}.
     */
    private static boolean couldBeKey(String literal, String key, Set<String> literals) {
        if (!key.startsWith(literal) || literal.indexOf('.') < 1) {
            return false;
        }
        String rest = key.substring(literal.length());
        boolean open = literal.endsWith(".") || literal.endsWith("-");
        return rest.isEmpty() || open || (rest.startsWith(".") && literals.contains(rest));
    }

    private static List<String> keysMatching(Map<String, String> texts, Pattern fault) {
        return texts.keySet().stream()
                .filter(key -> fault.matcher(texts.get(key)).find())
                .toList();
    }

    /** Whether the text consists only of symbols, numbers and names. */
    private static boolean isTheSameInKorean(String text) {
        String words = PLACEHOLDER.matcher(text).replaceAll("");
        return WORD.matcher(words).results().map(MatchResult::group).allMatch(NAMES::contains);
    }

    private static void assertNone(String fault, Collection<String> keys) {
        assertTrue(keys.isEmpty(), () -> "These " + fault + ": " + keys);
    }

    /** Arguments for the pattern: a number where it has a choice format, text elsewhere. */
    private static Object[] arguments(String pattern) {
        Object[] arguments = new Object[MOST_ARGUMENTS];
        Arrays.fill(arguments, "2");
        Format[] formats = new MessageFormat(pattern).getFormatsByArgumentIndex();
        for (int k = 0; k < formats.length; k++) {
            arguments[k] = formats[k] == null ? "2" : Integer.valueOf(2);
        }
        return arguments;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            Set<String> literals = new HashSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
            }
            return literals;
        }
    }
}
