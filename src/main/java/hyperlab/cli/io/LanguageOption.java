package hyperlab.cli.io;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --language} option. */
public final class LanguageOption {
    private static final String NAME = "--language";

    @Option(names = NAME, paramLabel = "LANGUAGE")
    private @Nullable Language language;

    /** The texts in the requested language, or in the system's language. */
    public Texts texts() {
        return Texts.in(Objects.requireNonNullElseGet(language, Language::ofSystem));
    }

    public static Language parse(String code) {
        return Language.ofCode(code)
                .orElseThrow(() -> ComponentParser.unknownName(
                        NAME,
                        code,
                        Stream.of(Language.values()).map(Language::code).toList()));
    }

    /**
     * The language that {@code args} request, before they are parsed: help and errors use it, too. The system's
     * language if they request none that exists.
     */
    public static Language in(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String code = args[i].equals(NAME) && i + 1 < args.length
                    ? args[i + 1]
                    : args[i].startsWith(NAME + "=") ? args[i].substring(NAME.length() + 1) : "";
            if (Language.ofCode(code).isPresent()) {
                return parse(code);
            }
        }
        return Language.ofSystem();
    }
}
