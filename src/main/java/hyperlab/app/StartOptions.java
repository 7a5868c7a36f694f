package hyperlab.app;

import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.ui.Theme;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The window's command-line options; omitted options use the saved window state.
 *
 * @param lab {@code --lab NAME}
 * @param language {@code --language ko|en}
 * @param theme {@code --theme light|dark}
 * @param present {@code --present}
 * @param file the file to open
 */
record StartOptions(
        Optional<LabName> lab,
        Optional<Language> language,
        Optional<Theme> theme,
        boolean present,
        Optional<Path> file) {
    private static final String PRESENT = "--present";

    static StartOptions parse(String... args) {
        StartOptions options =
                new StartOptions(Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
        Iterator<String> rest = split(args).iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    /** {@code --lab=training} is equivalent to {@code --lab training}. */
    private static List<String> split(String... args) {
        return Arrays.stream(args)
                .flatMap(arg -> arg.startsWith("--") && arg.contains("=") && !arg.startsWith(PRESENT)
                        ? Arrays.stream(arg.split("=", 2))
                        : Arrays.stream(new String[] {arg}))
                .toList();
    }

    private StartOptions with(String arg, Iterator<String> rest) {
        return switch (arg) {
            case "--lab" -> {
                String id = value(arg, rest);
                LabName chosen = LabName.ofId(id).orElseThrow(() -> oneOf(arg, labIds(), id));
                yield new StartOptions(Optional.of(chosen), language, theme, present, file);
            }
            case "--language" -> {
                String code = value(arg, rest);
                Language chosen = Language.ofCode(code).orElseThrow(() -> oneOf(arg, "ko or en", code));
                yield new StartOptions(lab, Optional.of(chosen), theme, present, file);
            }
            case "--theme" -> {
                String id = value(arg, rest);
                Theme chosen = Theme.ofId(id).orElseThrow(() -> oneOf(arg, "light or dark", id));
                yield new StartOptions(lab, language, Optional.of(chosen), present, file);
            }
            case PRESENT -> new StartOptions(lab, language, theme, true, file);
            default -> {
                if (arg.startsWith(PRESENT + "=")) {
                    throw new InvalidInputException(PRESENT, "is followed by no value");
                }
                if (arg.startsWith("-")) {
                    throw new InvalidInputException(
                            arg, "is not an option; there are --lab, --language, --theme and --present");
                }
                if (file.isPresent()) {
                    throw new InvalidInputException(arg, "is one file too many");
                }
                yield new StartOptions(lab, language, theme, present, Optional.of(path(arg)));
            }
        };
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new InvalidInputException(option, "must be followed by its value");
        }
        return rest.next();
    }

    private static InvalidInputException oneOf(String option, String rule, String value) {
        return new InvalidInputException(option, rule, value);
    }

    private static String labIds() {
        return Arrays.stream(LabName.values()).map(LabName::id).collect(Collectors.joining(" or "));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(text, "is not a path: " + e.getReason());
        }
    }
}
