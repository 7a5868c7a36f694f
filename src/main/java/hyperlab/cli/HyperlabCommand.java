package hyperlab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top-level command: help and version. */
@Command(name = "hyperlab", synopsisSubcommandLabel = "COMMAND")
final class HyperlabCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Prints the usage if no command is given. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
