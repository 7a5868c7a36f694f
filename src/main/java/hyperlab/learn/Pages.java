package hyperlab.learn;

import hyperlab.rule.Refusal;
import hyperlab.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that come with the program, a Markdown file each in either language; {@link PageReader} says what may stand in it. */
public final class Pages {
    /** Their names, in the order in which they are read. */
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
            "cases");

    private static final Map<String, Page> READ = new ConcurrentHashMap<>();

    private Pages() {}

    /**
     * A page; read once.
     *
     * @param name one of {@link #NAMES}
     */
    public static Page of(String name, Language language) {
        return READ.computeIfAbsent(path(name, language), path -> PageReader.read(name, path, load(path)));
    }

    /** All of them, in order. */
    public static List<Page> all(Language language) {
        return NAMES.stream().map(name -> of(name, language)).toList();
    }

    /** A page as it is written. */
    public static String markdown(String name, Language language) {
        return load(path(name, language));
    }

    private static String path(String name, Language language) {
        int place = NAMES.indexOf(name);
        if (place < 0) {
            throw new Refusal("page", "one of " + String.join(", ", NAMES), name);
        }
        return "/pages/" + language.code() + (place < 9 ? "/0" : "/") + (place + 1) + "-" + name + ".md";
    }

    static String load(String path) {
        try (InputStream in = Pages.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new MissingResourceException("the program's own file is missing: " + path, "assets", path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
