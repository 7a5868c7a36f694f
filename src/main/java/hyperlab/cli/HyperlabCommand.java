package hyperlab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top-level command: help and version. */
@Command(
        name = "hyperlab",
        description = {
            "Shows what hyperparameters do.",
            "Without a command it opens the window: hyperlab [--lab NAME] [--language ko|en] [--theme light|dark] [FILE]"
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "hyperlab COMMAND --help tells more of each.",
            "Exit status: 0 done, 1 the run failed, 2 the arguments or a file are wrong."
        })
final class HyperlabCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Prints the usage if no command is given. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
