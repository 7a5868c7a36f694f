package hyperlab.app;

import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
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
                LabName chosen =
                        LabName.ofId(id).orElseThrow(() -> new InvalidInputException(arg, Rule.LAB, labIds(), id));
                yield new StartOptions(Optional.of(chosen), language, theme, present, file);
            }
            case "--language" -> {
                String code = value(arg, rest);
                Language chosen =
                        Language.ofCode(code).orElseThrow(() -> new InvalidInputException(arg, Rule.LANGUAGE, code));
                yield new StartOptions(lab, Optional.of(chosen), theme, present, file);
            }
            case "--theme" -> {
                String id = value(arg, rest);
                Theme chosen = Theme.ofId(id).orElseThrow(() -> new InvalidInputException(arg, Rule.THEME, id));
                yield new StartOptions(lab, language, Optional.of(chosen), present, file);
            }
            case PRESENT -> new StartOptions(lab, language, theme, true, file);
            default -> {
                if (arg.startsWith(PRESENT + "=")) {
                    throw new InvalidInputException(PRESENT, Rule.NO_VALUE_EXPECTED);
                }
                if (arg.startsWith("-")) {
                    throw new InvalidInputException(arg, Rule.UNKNOWN_OPTION);
                }
                if (file.isPresent()) {
                    throw new InvalidInputException(arg, Rule.EXTRA_FILE);
                }
                yield new StartOptions(lab, language, theme, present, Optional.of(path(arg)));
            }
        };
    }

    /** The lab to show first; the one of the last window if no option names it. */
    LabName lab(WindowState last, List<Labs.LabFactory> labs) {
        return lab.or(last::lab).orElse(labs.get(0).name());
    }

    /** The language; that of the last window, or of the system, if no option names it. */
    Language language(WindowState last) {
        return language.or(last::language).orElseGet(Language::ofSystem);
    }

    /** The theme; that of the last window if no option names it. */
    Theme theme(WindowState last) {
        return theme.or(last::theme).orElse(Theme.LIGHT);
    }

    /** Whether the first lab has its panels next to its stage: a presentation has none, and a file may bring others. */
    boolean showsPanels() {
        return file.isEmpty() && !present;
    }

    /** Whether no option says what to show first. */
    boolean isPlain() {
        return lab.isEmpty() && file.isEmpty() && !present;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new InvalidInputException(option, Rule.VALUE_EXPECTED);
        }
        return rest.next();
    }

    private static String labIds() {
        return Arrays.stream(LabName.values()).map(LabName::id).collect(Collectors.joining(", "));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(text, Rule.NOT_A_PATH).withCause(e);
        }
    }
}
