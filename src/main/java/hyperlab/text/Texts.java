package hyperlab.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All texts in one language. Arguments are inserted as in {@link MessageFormat}; numbers are passed as formatted text.
 */
public final class Texts {
    /** The bundles in {@code /i18n}: English without a suffix, Korean with {@code _ko}. */
    public static final List<String> BUNDLES = List.of(
            "shell",
            "error",
            "chart",
            "command",
            "learning-rate",
            "batch-size",
            "training",
            "stage",
            "activation",
            "convolution",
            "tuning",
            "case",
            "cases",
            "learn");

    private static final Map<Language, Texts> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, String> patterns;

    private Texts(Language language) {
        this.language = language;
        Map<String, String> read = new HashMap<>();
        for (String bundle : BUNDLES) {
            load("/i18n/" + bundle + language.suffix() + ".properties")
                    .forEach((key, value) -> read.put((String) key, (String) value));
        }
        patterns = Map.copyOf(read);
    }

    /** The texts of a language; loaded once. */
    public static Texts in(Language language) {
        return LOADED.computeIfAbsent(language, Texts::new);
    }

    public Language language() {
        return language;
    }

    /**
     * The text of {@code key} with its arguments.
     *
     * @throws MissingResourceException if the key is missing, which is a bug
     */
    public String get(String key, Object... arguments) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text for " + key, "i18n", key);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    private static Properties load(String path) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new MissingResourceException("no bundle " + path, "i18n", path);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
