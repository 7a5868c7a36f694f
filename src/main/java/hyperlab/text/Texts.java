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
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All texts in one language. Arguments are inserted as in {@link MessageFormat}; numbers are passed as formatted text.
 */
public final class Texts {
    /**
     * The bundles in {@code /i18n} that have keys of several subjects, such as {@code doctor.}, and are always loaded.
     * Any other bundle has the name of its keys' first part and is loaded when one of them is first asked for.
     */
    private static final List<String> SHARED_BUNDLES =
            List.of("shell", "chart", "command", "stage", "case", "cases", "tuning");

    private static final Map<Language, Texts> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, String> shared;
    private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();

    private Texts(Language language) {
        this.language = language;
        Map<String, String> read = new HashMap<>();
        for (String bundle : SHARED_BUNDLES) {
            read.putAll(load(bundle));
        }
        shared = Map.copyOf(read);
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
        String pattern = pattern(key);
        if (pattern == null) {
            throw new MissingResourceException("no text for " + key, "i18n", key);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    public boolean has(String key) {
        return pattern(key) != null;
    }

    /**
     * The text of another language that has the same key as a text of this one; empty if no text without arguments is
     * the same.
     *
     * @param bundle the bundle that is searched first, because the same words may have several keys
     */
    public Optional<String> translate(String text, Texts other, String bundle) {
        pattern(bundle + ".");
        return Stream.concat(Stream.of(bundles.getOrDefault(bundle, Map.of()), shared), bundles.values().stream())
                .flatMap(texts -> texts.entrySet().stream())
                .filter(each -> each.getValue().equals(text) && !text.contains("{"))
                .flatMap(each -> Optional.ofNullable(other.pattern(each.getKey())).stream())
                .findFirst();
    }

    private @Nullable String pattern(String key) {
        String pattern = shared.get(key);
        int end = key.indexOf('.');
        return pattern != null || end < 0
                ? pattern
                : bundles.computeIfAbsent(key.substring(0, end), this::load).get(key);
    }

    /** The texts of a bundle in this language: English without a suffix, Korean with {@code _ko}; empty if missing. */
    private Map<String, String> load(String bundle) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("/i18n/" + bundle + language.suffix() + ".properties")) {
            if (in == null) {
                return Map.of();
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }
}
