package hyperlab.cli.io;

import hyperlab.finding.Finding;
import hyperlab.finding.Remedy;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints findings, one line each: the severity, what was found, and the option that is a remedy. */
public final class FindingPrinter {
    private final CommandOutput console;
    private final Texts texts;

    public FindingPrinter(CommandOutput console, Texts texts) {
        this.console = console;
        this.texts = texts;
    }

    /**
     * Prints each finding with its remedy.
     *
     * @param option a remedy as an option of the command
     */
    public <S> void print(List<? extends Finding<?, S>> findings, Function<S, String> option) {
        for (Finding<?, S> finding : findings) {
            console.printLine(line(finding, option));
        }
    }

    /** Prints findings whose remedies the command has no options for. */
    public void printWithoutRemedies(List<? extends Finding<?, ?>> findings) {
        findings.forEach(finding -> console.printLine(line(finding)));
    }

    /** Describes a finding and its remedy. */
    public <S> String line(Finding<?, S> finding, Function<S, String> option) {
        Remedy<S> remedy = finding.remedy();
        String line = line(finding);
        return remedy == null ? line : texts.get("command.finding.remedy", line, option.apply(remedy.change()));
    }

    private String line(Finding<?, ?> finding) {
        FindingText text = FindingText.of(finding, texts);
        return texts.get(
                "command.finding." + finding.severity().name().toLowerCase(Locale.ROOT),
                text.title(),
                text.explanation());
    }
}
