package hyperlab.cli;

import hyperlab.rule.Refusal;

/** Work that was rightly asked for and begun could not be brought to its end, such as on a full disk. */
final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailure(Refusal cause) {
        super(cause.getMessage(), cause);
    }
}
