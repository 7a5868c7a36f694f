package hyperlab.app.open;

import hyperlab.file.ScenesFormat.SavedScene;
import hyperlab.lesson.Lesson;
import hyperlab.log.LogTable;
import hyperlab.rule.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a file turned out to be, with what was read from it. Immutable: a worker passes it to the FX thread. */
public sealed interface OpenedFile {
    Path path();

    <R> R accept(Visitor<R> visitor);

    /** Why the file has no place in the window; empty if it has one. */
    default Optional<InvalidInputException> error() {
        return Optional.empty();
    }

    /** One method for each kind of file. */
    interface Visitor<R> {
        R visit(OfDocument file);

        R visit(OfLesson file);

        R visit(OfScenes file);

        R visit(OfStudies file);

        R visit(OfTable file);

        R visit(OfLog file);

        R visit(OfImage file);

        R visit(Unreadable file);
    }

    /** A document of a lab, or a figure that contains one. */
    record OfDocument(Path path, LoadedDocument loaded) implements OpenedFile {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A lesson. */
    record OfLesson(Path path, Lesson lesson) implements OpenedFile {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The scenes of a presentation. */
    record OfScenes(Path path, List<SavedScene> scenes) implements OpenedFile {
        public OfScenes {
            scenes = List.copyOf(scenes);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A journal of Optuna with several studies. The user says which one is opened.
     *
     * @param names of the studies, oldest first
     */
    record OfStudies(Path path, List<String> names) implements OpenedFile {
        public OfStudies {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A table to train on. It is read in the dialog, where the user says how. */
    record OfTable(Path path) implements OpenedFile {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A training log of another program. */
    record OfLog(Path path, LogTable table) implements OpenedFile {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * An image that contains no document. Only some labs have a use for it.
     *
     * @param noDocument says so
     */
    record OfImage(Path path, InvalidInputException noDocument) implements OpenedFile {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Optional<InvalidInputException> error() {
            return Optional.of(noDocument);
        }
    }

    /**
     * A file that cannot be read or is none of these.
     *
     * @param reason why
     * @param missing whether there is no such file
     */
    record Unreadable(Path path, InvalidInputException reason, boolean missing) implements OpenedFile {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public Optional<InvalidInputException> error() {
            return Optional.of(reason);
        }
    }
}
