package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.WordWrap;
import hyperlab.text.ForbiddenWords;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpTextTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final Set<String> HEADINGS = Set.of("help.usage", "help.commands");
    private static final int WIDTH = 100;

    /** Shortest English description that must not occur in the Korean help; shorter ones are names. */
    private static final int SHORTEST_SENTENCE = 12;

    private static CommandLine line(Texts texts) {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Commands.commandLine(none, new InterruptHandler(), texts, new ErrorReporter(none, texts, false));
    }

    /** The program itself, its commands, and their commands. */
    static List<CommandSpec> specs() {
        return specs(line(ENGLISH)).toList();
    }

    private static Stream<CommandSpec> specs(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().flatMap(HelpTextTest::specs));
    }

    private static Stream<String> verbs(CommandSpec spec) {
        CommandSpec parent = spec.parent();
        return parent == null ? Stream.of() : Stream.concat(verbs(parent), Stream.of(spec.name()));
    }

    private static Set<String> keys(CommandSpec spec) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(HelpText.key(spec));
        for (ArgSpec argument : spec.args()) {
            keys.add(HelpText.key(spec, argument, ENGLISH));
        }
        return keys;
    }

    private static String[] call(CommandSpec spec, Language language) {
        return Stream.concat(verbs(spec), Stream.of("--help", "--language", language.code()))
                .toArray(String[]::new);
    }

    private static String help(CommandSpec spec, Language language) {
        return CommandRun.done((Object[]) call(spec, language)).out();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyCommandAndOptionHasATextInBothLanguages(CommandSpec spec) {
        for (String key : keys(spec)) {
            assertTrue(ENGLISH.has(key), key);
            assertTrue(KOREAN.has(key), key);
        }
        spec.args()
                .forEach(argument ->
                        assertEquals(0, argument.description().length, "described in the code: " + argument));
        assertEquals(0, spec.usageMessage().description().length);
    }

    @Test
    void everyTextOfTheHelpIsPrinted() throws IOException {
        Set<String> unused = new TreeSet<>(bundle("help").stringPropertyNames());
        unused.removeAll(HEADINGS);
        for (CommandSpec spec : specs()) {
            unused.removeAll(keys(spec));
            unused.remove(HelpText.key(spec) + ".more");
        }
        unused.remove("help.hyperlab.footer");
        assertEquals(Set.of(), unused);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void koreanHelpContainsNoEnglishDescription(CommandSpec spec) throws IOException {
        String korean = help(spec, Language.KOREAN).replaceAll("\\s+", " ");
        Properties english = bundle("help");
        for (String key : english.stringPropertyNames()) {
            for (String sentence : english.getProperty(key).replace("''", "'").split("\\{\\d}|\n", -1)) {
                String words = sentence.strip();
                if (words.length() >= SHORTEST_SENTENCE && !words.startsWith("hyperlab [")) {
                    assertFalse(korean.contains(words), () -> key + " is English: " + korean);
                }
            }
        }
        assertTrue(korean.startsWith("사용법: hyperlab"), korean);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyDescriptionInTheKoreanHelpIsKorean(CommandSpec spec) {
        for (ArgSpec argument : spec.args()) {
            String text = KOREAN.get(HelpText.key(spec, argument, KOREAN), "", "");
            assertTrue(ForbiddenWords.HANGUL.matcher(text).find(), text);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void linesAreBrokenAtSpacesOnly(CommandSpec spec) {
        for (Texts texts : List.of(ENGLISH, KOREAN)) {
            String help = help(spec, texts.language());
            help.lines().forEach(line -> assertTrue(WordWrap.columns(line) <= WIDTH, line));
            Set<String> words = new HashSet<>(Arrays.asList(help.split("\\s+", -1)));
            for (String key : keys(spec)) {
                for (String word : texts.get(key, "", "").split("\\s+", -1)) {
                    // A word that begins or ends with an argument stands next to its value.
                    assertTrue(words.contains(word) || help.contains(word + ")") || isBesideArgument(word), word);
                }
            }
        }
    }

    /** The arguments are empty in the text that is compared, so "(default: )" is what remains of a default value. */
    private static boolean isBesideArgument(String word) {
        return word.startsWith(")") || word.startsWith(",") || word.isEmpty();
    }

    @Test
    void synopsisIsBrokenBetweenOptions() {
        String help = CommandRun.done("train", "--help", "--language=en").out();
        assertTrue(help.startsWith("""
                Usage: hyperlab train [-hV] [--playground=LINK] [--out=DIR] [--set=KEY=VALUE]... [--epochs=N]
                                      [--seeds=N] [--charts=LIST] [--history] [--target=COLUMN] [--features=LIST]
                                      [--categories=LIST] [--missing=WAY] [--[no-]standardize] [--encoding=NAME]
                                      [--separator=NAME] [--decimal=MARK] [--[no-]header] [--format=LIST]
                                      [--width=WIDTH] [--dpi=N] [--text-size=POINTS] [--caption=TEXT] [--no-title]
                                      [--no-settings] [--threads=N] [--language=LANGUAGE] [--verbose] [EXPERIMENT]
                Trains an experiment"""), help);
    }

    @Test
    void defaultsAndNamesAreFilledIn() {
        String help =
                CommandRun.done("activation", "--help", "--language", "ko").out();
        assertTrue(help.contains("--from=A             첫 x (기본값: -6.0)\n"), help);
        assertTrue(help.replaceAll("\\s+", " ").contains("maxout, linear, "), help);
    }

    @Test
    void theLanguageMayStandAnywhere() {
        assertEquals(
                CommandRun.done("tune", "--help", "--language", "ko").out(),
                CommandRun.done("tune", "--language=ko", "--help").out());
        assertEquals(Language.KOREAN, LanguageOption.in(new String[] {"train", "--language", "ko"}));
        assertEquals(Language.ENGLISH, LanguageOption.in(new String[] {"train", "--language=en"}));
        assertEquals(Language.ofSystem(), LanguageOption.in(new String[] {"train", "--language"}));
        assertEquals(Language.ofSystem(), LanguageOption.in(new String[] {"train", "--language", "fr"}));
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("assets/i18n", name + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
