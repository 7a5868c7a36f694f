package hyperlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the numbers that texts state literally, in digits or in English words, and compares them with computed ones. A
 * text that states a number without a computation is an error, and so is a computation whose number no text states.
 *
 * <p>These are not statements about results and are skipped: arguments; the years of citations; recommended ranges
 * ("Usual: …", "보통 …"), up to the end of their sentence; and 0, 1 and 2 where no percent sign follows, which occur in
 * formulas such as 2/c.
 */
public final class StatedNumbers {
    private static final Path BUNDLES = Path.of("assets/i18n");
    private static final Map<String, Double> WORDS = Map.ofEntries(
            Map.entry("four fifths", 0.8),
            Map.entry("half", 0.5),
            Map.entry("halves", 0.5),
            Map.entry("third", 1 / 3.0),
            Map.entry("quarter", 0.25),
            Map.entry("fifth", 0.2),
            Map.entry("tenth", 0.1),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("hundred", 100.0),
            Map.entry("thousand", 1000.0));
    private static final double WORD_TOLERANCE = 0.005;
    private static final double EXACT_TOLERANCE = 1e-9;
    private static final int SMALL = 100;
    private static final String DIGITS = "(?<![\\p{L}\\p{Nd}.])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<korean>\\d+분의 \\d+)|(?<digits>" + DIGITS
                    + ")(?<power>\\s?×\\s?10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)?(?<percent>[\\s\\u00a0]?%)?"
                    + "|\\b(?<word>four fifths|half|halves|third|quarter|fifth|tenth|three|four|five|six|seven|eight|nine|ten|eleven"
                    + "|twelve|hundred|thousand)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+[,}]");
    private static final Pattern CITATION = Pattern.compile("(et al\\.,?|외),? ?\\(?(19|20)\\d\\d\\)?");
    private static final Pattern RECOMMENDED =
            Pattern.compile("(\\busual(ly)?\\b|보통).*?(?=\\.\\s|$)", Pattern.CASE_INSENSITIVE);
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private StatedNumbers() {}

    /**
     * A number in a text.
     *
     * @param tolerance half a unit of its last digit, or nearly 0 for a small whole number
     * @param structural whether it needs no computation
     */
    private record Stated(double value, double tolerance, boolean structural) {
        boolean matches(double computed) {
            return Math.abs(value - computed) <= tolerance * (1 + 1e-9);
        }
    }

    /**
     * Checks a bundle in both languages.
     *
     * @param bundle its name
     * @param keys the keys to check
     * @param computed the numbers that each text states, in any order
     */
    public static void check(String bundle, Predicate<String> keys, Map<String, List<Double>> computed)
            throws IOException {
        Map<String, String> faults = new TreeMap<>();
        Map<String, String> english = read(bundle);
        for (Map.Entry<String, String> text : english.entrySet()) {
            if (keys.test(text.getKey())) {
                List<Double> unused = new ArrayList<>(computed.getOrDefault(text.getKey(), List.of()));
                List<Double> unknown = new ArrayList<>();
                List<Stated> stated = find(text.getValue()).stream()
                        .sorted(Comparator.comparing(Stated::structural))
                        .toList();
                for (Stated number : stated) {
                    boolean found = unused.stream()
                            .filter(number::matches)
                            .findFirst()
                            .map(unused::remove)
                            .isPresent();
                    if (!found && !number.structural()) {
                        unknown.add(number.value());
                    }
                }
                if (!unknown.isEmpty() || !unused.isEmpty()) {
                    faults.put(text.getKey(), "stated, not computed: " + unknown + "; computed, not stated: " + unused);
                }
            }
        }
        for (Map.Entry<String, String> text : read(bundle + "_ko").entrySet()) {
            if (keys.test(text.getKey())) {
                List<Double> known = computed.getOrDefault(text.getKey(), List.of());
                List<Double> unknown = find(text.getValue()).stream()
                        .filter(number -> !number.structural() && known.stream().noneMatch(number::matches))
                        .map(Stated::value)
                        .toList();
                if (!unknown.isEmpty()) {
                    faults.merge(
                            text.getKey(),
                            "in Korean, not computed: " + unknown,
                            (first, second) -> first + "; " + second);
                }
            }
        }
        computed.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .forEach(key -> faults.put(key, "no such text"));
        assertEquals(Map.of(), faults);
    }

    private static List<Stated> find(String text) {
        String plain = ARGUMENT.matcher(text).replaceAll("");
        plain = CITATION.matcher(plain).replaceAll("");
        plain = RECOMMENDED.matcher(plain).replaceAll("");
        return NUMBER.matcher(plain).results().map(StatedNumbers::parse).toList();
    }

    private static Stated parse(MatchResult found) {
        if (found.group(1) != null) {
            String[] parts = found.group(1).split("분의 ", -1);
            return new Stated(Double.parseDouble(parts[1]) / Double.parseDouble(parts[0]), WORD_TOLERANCE, false);
        }
        if (found.group(2) == null) {
            double value = WORDS.getOrDefault(found.group(5).toLowerCase(Locale.ROOT), Double.NaN);
            return new Stated(value, WORD_TOLERANCE, false);
        }
        String digits = found.group(2).replace(",", "");
        int decimals = digits.indexOf('.') < 0 ? 0 : digits.length() - digits.indexOf('.') - 1;
        double scale = found.group(3) == null ? 1 : Math.pow(10, exponent(found.group(3)));
        double value = Double.parseDouble(digits) * scale;
        boolean percent = found.group(4) != null;
        boolean exact = !percent && decimals == 0 && scale == 1 && value < SMALL;
        return new Stated(
                value,
                exact ? EXACT_TOLERANCE : 0.5 * Math.pow(10, -decimals) * scale,
                !percent && (value == 0 || value == 1 || value == 2));
    }

    private static int exponent(String power) {
        int exponent = 0;
        for (int i = 0; i < power.length(); i++) {
            int digit = SUPERSCRIPTS.indexOf(power.charAt(i));
            exponent = digit < 0 ? exponent : 10 * exponent + digit;
        }
        return power.indexOf('⁻') < 0 ? exponent : -exponent;
    }

    /** The texts of a bundle, such as {@code training_ko}. */
    public static Map<String, String> read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"))) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }
}
