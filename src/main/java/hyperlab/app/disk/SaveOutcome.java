package hyperlab.app.disk;

import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How saving a document ended. */
public sealed interface SaveOutcome {
    void accept(Visitor visitor);

    /** One method for each outcome. */
    interface Visitor {
        void visit(Saved saved);

        void visit(ChangedByOther changed);

        void visit(Failed failed);
    }

    /**
     * The file was replaced.
     *
     * @param other the copy of what another program had written there; null if there was nothing to keep
     */
    record Saved(@Nullable Path other) implements SaveOutcome {
        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** Nothing was written, because another program has changed the file. */
    record ChangedByOther() implements SaveOutcome {
        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** Nothing was written, for the reason given. */
    record Failed(InvalidInputException reason) implements SaveOutcome {
        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }
}
