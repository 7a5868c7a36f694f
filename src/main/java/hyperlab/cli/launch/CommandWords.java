package hyperlab.cli.launch;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a command into its words. Nothing but quotes has a meaning: it is not run by a shell. */
final class CommandWords {
    private static final String QUOTED = "\"([^\"]*)\"|'([^']*)'";
    private static final Pattern QUOTES = Pattern.compile(QUOTED);
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|" + QUOTED + ")+");

    private CommandWords() {}

    /**
     * The words of a command, separated by white space. Single or double quotes keep white space, and are removed.
     *
     * @param option the option with this value, for errors
     * @throws InvalidInputException if there is no word, or a quote is not closed
     */
    static List<String> split(String option, String command) {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> QUOTES.matcher(word.group()).replaceAll(CommandWords::unquoted))
                .toList();
        if (words.isEmpty() || !WORD.matcher(command).replaceAll("").isBlank()) {
            throw new InvalidInputException(option, Rule.COMMAND_WORDS, command);
        }
        return words;
    }

    private static String unquoted(MatchResult quoted) {
        String text = quoted.group();
        return Matcher.quoteReplacement(text.substring(1, text.length() - 1));
    }
}
