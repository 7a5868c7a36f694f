package hyperlab.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;

/** The English error messages, for {@link Throwable#getMessage}; loaded once. */
final class EnglishErrors {
    private static final String BUNDLE = "/i18n/error.properties";
    private static final Properties PATTERNS = load();

    private EnglishErrors() {}

    /** The rule with its arguments. */
    static String format(Rule rule, List<?> arguments) {
        Object[] words = arguments.stream()
                .map(argument -> argument instanceof Term term ? pattern(term.key()) : argument)
                .toArray();
        MessageFormat message = new MessageFormat(pattern(rule.key()), Locale.ROOT);
        assert message.getFormatsByArgumentIndex().length == words.length : rule + " " + arguments;
        return message.format(words);
    }

    /** Where the error is. */
    static String format(SourceLocation location) {
        return new MessageFormat(pattern(location.key()), Locale.ROOT)
                .format(location.arguments().toArray());
    }

    private static String pattern(String key) {
        String pattern = PATTERNS.getProperty(key);
        if (pattern == null) {
            throw new MissingResourceException("no text for " + key, BUNDLE, key);
        }
        return pattern;
    }

    private static Properties load() {
        Properties patterns = new Properties();
        try (InputStream in = EnglishErrors.class.getResourceAsStream(BUNDLE)) {
            if (in == null) {
                throw new MissingResourceException("no bundle " + BUNDLE, BUNDLE, "");
            }
            patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patterns;
    }
}
