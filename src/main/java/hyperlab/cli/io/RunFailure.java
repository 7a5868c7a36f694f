package hyperlab.cli.io;

import hyperlab.rule.InvalidInputException;

/** Thrown when valid work has started but cannot finish, for example because the disk is full. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InvalidInputException error;

    public RunFailure(InvalidInputException cause) {
        super(cause.getMessage(), cause);
        error = cause;
    }

    public InvalidInputException error() {
        return error;
    }
}
