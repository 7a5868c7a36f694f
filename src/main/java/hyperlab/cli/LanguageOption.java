package hyperlab.cli;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --language} option of commands that print text or draw charts. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "of the charts and of what is printed: en or ko (default: the system's)")
    private @Nullable String language;

    /** The texts in the requested language, or in the system's language. */
    Texts texts() {
        String code = language;
        if (code == null) {
            return Texts.in(Language.ofSystem());
        }
        return Texts.in(Language.ofCode(code)
                .orElseThrow(() -> ComponentParser.unknownName(
                        "--language",
                        code,
                        Stream.of(Language.values()).map(Language::code).toList())));
    }
}
