package hyperlab.learn;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pages that come with the program, with one Markdown file for each page and language. {@link LearnPageReader}
 * describes the format.
 */
public final class LearnPages {
    /** The names of the pages, in reading order. */
    public static final List<String> NAMES = List.of(
            "parameters",
            "learning-rate",
            "batch-size",
            "epochs",
            "weight-decay",
            "dropout",
            "activation",
            "optimizers",
            "layers",
            "convolution",
            "seed",
            "tuning",
            "cases",
            "softmax",
            "backpropagation",
            "generalization",
            "sayings",
            "maps");

    private static final Map<String, LearnPage> CACHE = new ConcurrentHashMap<>();

    private LearnPages() {}

    /**
     * Returns a page. Each file is read only once.
     *
     * @param name one of {@link #NAMES}
     * @throws InvalidInputException if there is no such page
     */
    public static LearnPage of(String name, Language language) {
        return CACHE.computeIfAbsent(path(name, language), path -> LearnPageReader.read(name, path, load(path)));
    }

    /** All pages, in reading order. */
    public static List<LearnPage> all(Language language) {
        return NAMES.stream().map(name -> of(name, language)).toList();
    }

    /** The Markdown source of a page. */
    public static String markdown(String name, Language language) {
        return load(path(name, language));
    }

    private static String path(String name, Language language) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new InvalidInputException("page", Rule.ONE_OF, String.join(", ", NAMES), name);
        }
        return "/pages/" + language.code() + (index < 9 ? "/0" : "/") + (index + 1) + "-" + name + ".md";
    }

    static String load(String path) {
        try (InputStream in = LearnPages.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new MissingResourceException("the program's own file is missing: " + path, "assets", path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
