package hyperlab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets an author write {@code truth: { near: abs(x[8]) < 1, far: else }} in one line. YAML would take the brackets for
 * a list; here they are an index, so keys and values are put in quotes before YAML reads them.
 */
final class TruthLine {
    private static final Pattern LINE = Pattern.compile("(?m)^(truth:[ \\t]*)\\{(.*)}[ \\t]*$");

    private TruthLine() {}

    /** The YAML with the keys and values of such a line in quotes; line breaks stay where they are. */
    static String quoted(String yaml) {
        Matcher matcher = LINE.matcher(yaml);
        return matcher.replaceAll(line -> Matcher.quoteReplacement(line.group(1) + map(line.group(2))));
    }

    private static String map(String entries) {
        return split(entries).stream().map(TruthLine::entry).collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String entry(String entry) {
        int colon = entry.indexOf(": ");
        boolean isQuoted = entry.contains("\"") || entry.contains("'");
        return colon < 0 || isQuoted
                ? entry
                : quote(entry.substring(0, colon)) + ": " + quote(entry.substring(colon + 1));
    }

    private static String quote(String text) {
        return "'" + text.strip() + "'";
    }

    /** The entries between commas that are in no brackets or quotes. */
    private static List<String> split(String entries) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (int k = 0; k < entries.length(); k++) {
            char c = entries.charAt(k);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
            if (c == ',' && depth == 0 && quote == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
