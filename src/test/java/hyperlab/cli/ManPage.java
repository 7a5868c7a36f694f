package hyperlab.cli;

import hyperlab.cli.io.InterruptHandler;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes the manual page of all commands into the file that the argument names. It has the same texts as
 * {@code --help}, which are in a bundle and not in picocli's annotations, so that picocli's own generator would not
 * find them.
 */
final class ManPage {
    private final Texts texts = Texts.in(Language.ENGLISH);
    private final StringBuilder out = new StringBuilder();

    private ManPage() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    /** The page in the language of man, roff. */
    static String text() {
        ManPage page = new ManPage();
        page.add();
        return page.out.toString();
    }

    private void add() {
        CommandLine line = Commands.commandLine(
                System.out, new InterruptHandler(), texts, new ErrorReporter(System.err, texts, false));
        CommandSpec spec = line.getCommandSpec();
        macro(".TH HYPERLAB 1 \"\" \"Hyperlab " + Version.text() + "\"");
        macro(".SH NAME");
        paragraph("hyperlab - " + texts.get(HelpText.key(spec)));
        macro(".SH SYNOPSIS");
        more(spec);
        macro(".PP");
        paragraph(HelpText.synopsis(help(spec)));
        macro(".SH OPTIONS");
        arguments(spec);
        macro(".SH COMMANDS");
        line.getSubcommands().values().forEach(subcommand -> add(subcommand.getCommandSpec()));
        macro(".SH \"EXIT STATUS\"");
        texts.get(HelpText.key(spec) + ".footer").lines().skip(1).forEach(this::paragraph);
    }

    private void add(CommandSpec spec) {
        macro(".SS \"" + escape(spec.qualifiedName()) + "\"");
        paragraph(HelpText.synopsis(help(spec)));
        macro(".PP");
        texts.get(HelpText.key(spec)).lines().forEach(this::paragraph);
        more(spec);
        arguments(spec);
        spec.subcommands().values().forEach(subcommand -> add(subcommand.getCommandSpec()));
    }

    private static Help help(CommandSpec spec) {
        return new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    }

    private void more(CommandSpec spec) {
        String key = HelpText.key(spec) + ".more";
        if (texts.has(key)) {
            texts.get(key).lines().forEach(text -> {
                macro(".PP");
                paragraph(text);
            });
        }
    }

    private void arguments(CommandSpec spec) {
        spec.positionalParameters().forEach(argument -> add(spec, argument));
        spec.options().stream()
                .sorted(Comparator.comparingInt(OptionSpec::order))
                .forEach(option -> add(spec, option));
    }

    private void add(CommandSpec spec, ArgSpec argument) {
        macro(".TP");
        macro("\\fB" + escape(HelpText.label(argument)) + "\\fR");
        paragraph(HelpText.description(spec, argument, texts));
    }

    private void macro(String line) {
        out.append(line).append('\n');
    }

    /** A line of text; a period or an apostrophe at its start would be a request. */
    private void paragraph(String text) {
        String escaped = escape(text);
        macro(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    }
}
