package hyperlab.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers and strong statements that texts give in words, such as twice, a third, hardly or never, and 두 배, 절반, 거의 or
 * 언제나. A ledger ties each of them to a computation, or says why it states no result:
 *
 * <pre>{@code
 * PLACE | English phrases, separated by commas | Korean phrases | KIND: tie
 * }</pre>
 *
 * A place may have several lines. The phrases of a place may be in any order.
 */
public final class WordedResults {
    private static final String NUMBERS =
            "three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|fifty|dozen|hundreds?|thousands?|millions?";
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:twice|doubl(?:e|es|ed|ing)|hal(?:f|ves?|ved)"
                    + "|(?:a|an|one|two|three|best|last|lower|upper) (?:third|quarter|fifth|tenth|hundredth|thousandth)s?"
                    + "|thirds|quarters|fifths|tenths|millionths|(?:two|three|four|five|ten|several) times"
                    + "|(?<!at )most (?:trials|seeds|students|often|runs|samples|of)|mostly|majority|nearly|almost|hardly"
                    + "|barely|always|never|forever|impossible|equally|"
                    + NUMBERS + ")\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KOREAN = Pattern.compile(
            "(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?배(?!치)|절반|(?:[0-9]+|백만|천)분의|대부분|거의|항상|언제나|(?<![가-힣])늘(?= )|결코|절대로"
                    + "|끝없이|똑같|(?:세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두) (?:개|번|가지|신경망|배치|시도|병|장|종|품종)"
                    + "|수백|수천|십몇");
    private static final Pattern COMPUTED = Pattern.compile("\\{\\{.*?}}|\\{\\d[^}]*}");

    private WordedResults() {}

    /** What ties a phrase to a computation, or why there is nothing to compute. */
    public enum Kind {
        /** A condition or a named check that the test evaluates. */
        CHECK,
        /** A test method, as CLASS#METHOD. */
        TEST,
        /** What the lesson's own file says elsewhere, literally. */
        SOURCE,
        /** The meaning of a word, or how something works. */
        DEFINITION,
        /** A question or a request, which states nothing. */
        QUESTION,
        /** What is said to be believed wrongly. */
        BELIEF,
        /** A rule of thumb with its source. */
        CITED;

        static Kind of(String name) {
            return valueOf(name.strip().toUpperCase(Locale.ROOT));
        }
    }

    /** A line of a ledger. */
    public record Entry(String place, List<String> english, List<String> korean, Kind kind, String tie) {
        List<String> phrases(Language language) {
            return language == Language.ENGLISH ? english : korean;
        }
    }

    /** The phrases of a text in lower case, in their order. Computed values are skipped. */
    public static List<String> find(String text, Language language) {
        return (language == Language.ENGLISH ? ENGLISH : KOREAN)
                .matcher(COMPUTED.matcher(text).replaceAll("#"))
                .results()
                .map(MatchResult::group)
                .map(phrase -> phrase.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The lines of a ledger next to a test. */
    public static List<Entry> ledger(Class<?> test, String resource) {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\\|", 4);
                    String[] tie = cells[3].split(":", 2);
                    entries.add(new Entry(
                            cells[0].strip(), phrases(cells[1]), phrases(cells[2]), Kind.of(tie[0]), tie[1].strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static List<String> phrases(String cell) {
        return Stream.of(cell.split(",", -1))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /**
     * The places where the phrases of the texts are not those of the ledger, with both.
     *
     * @param found the phrases of each place
     */
    public static Map<String, String> differences(
            Map<String, List<String>> found, List<Entry> ledger, Language language) {
        Map<String, List<String>> tied = new TreeMap<>();
        ledger.forEach(entry ->
                tied.computeIfAbsent(entry.place(), place -> new ArrayList<>()).addAll(entry.phrases(language)));
        Map<String, String> faults = new TreeMap<>();
        TreeSet<String> places = new TreeSet<>(found.keySet());
        places.addAll(tied.keySet());
        for (String place : places) {
            List<String> stated =
                    found.getOrDefault(place, List.of()).stream().sorted().toList();
            List<String> known =
                    tied.getOrDefault(place, List.of()).stream().sorted().toList();
            if (!stated.equals(known)) {
                faults.put(place, "stated " + stated + ", tied " + known);
            }
        }
        return faults;
    }

    /** The entries of kind TEST whose test method does not exist. */
    public static List<String> missingTests(List<Entry> ledger) {
        return ledger.stream()
                .filter(entry -> entry.kind() == Kind.TEST)
                .map(Entry::tie)
                .distinct()
                .filter(tie -> !isTest(tie))
                .toList();
    }

    private static boolean isTest(String tie) {
        String[] parts = tie.split("#", 2);
        try {
            return Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .flatMap(method -> Arrays.stream(method.getAnnotations()))
                    .anyMatch(annotation -> annotation
                            .annotationType()
                            .getName()
                            .matches("org\\.junit\\..*Test|net\\.jqwik\\.api\\.Property"));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
