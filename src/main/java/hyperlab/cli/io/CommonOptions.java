package hyperlab.cli.io;

import hyperlab.text.Version;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of every command, which are also accepted before a command. */
public final class CommonOptions {
    /** The position in the help: after the command's own options. */
    private static final int HELP_ORDER = 1000;

    private CommonOptions() {}

    public static void addTo(CommandSpec spec) {
        if (!spec.optionsMap().containsKey("--language")) {
            spec.addMixin("language", CommandSpec.forAnnotatedObject(new LanguageOption()));
        }
        spec.addOption(OptionSpec.builder("--verbose").order(HELP_ORDER).build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .order(HELP_ORDER + 1)
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .order(HELP_ORDER + 2)
                .build());
        spec.usageMessage().sortOptions(false).sortSynopsis(false);
        spec.version(Version.line());
    }
}
