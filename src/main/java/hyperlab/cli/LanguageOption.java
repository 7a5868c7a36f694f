package hyperlab.cli;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --language} of the verbs that tell something in words or in charts. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "of the charts and of what is printed: en or ko (default: the system's)")
    private @Nullable String language;

    /** The words in the language that was asked for, or else in the system's. */
    Texts texts() {
        String code = language;
        if (code == null) {
            return Texts.in(Language.ofSystem());
        }
        return Texts.in(Language.ofCode(code)
                .orElseThrow(() -> NamedChoices.unknown(
                        "--language",
                        code,
                        Stream.of(Language.values()).map(Language::code).toList())));
    }
}
