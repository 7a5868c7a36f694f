package hyperlab.cli;

import hyperlab.finding.Finding;
import hyperlab.finding.Remedy;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints findings, one line each: the severity, what was found, and the option that is a remedy. */
final class FindingPrinter {
    private final CommandOutput console;
    private final Texts texts;

    FindingPrinter(CommandOutput console, Texts texts) {
        this.console = console;
        this.texts = texts;
    }

    /** @param option a remedy as an option of the command */
    <S> void print(List<? extends Finding<?, S>> findings, Function<S, String> option) {
        for (Finding<?, S> finding : findings) {
            FindingText text = FindingText.of(finding, texts);
            String line = texts.get(
                    "command.finding." + finding.severity().name().toLowerCase(Locale.ROOT),
                    text.title(),
                    text.explanation());
            Remedy<S> remedy = finding.remedy();
            console.printLine(
                    remedy == null ? line : texts.get("command.finding.remedy", line, option.apply(remedy.change())));
        }
    }
}
