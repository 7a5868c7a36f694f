package hyperlab.cli;

import hyperlab.rule.InvalidInputException;

/** Thrown when valid work has started but cannot finish, for example because the disk is full. */
final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InvalidInputException error;

    RunFailure(InvalidInputException cause) {
        super(cause.getMessage(), cause);
        error = cause;
    }

    InvalidInputException error() {
        return error;
    }
}
