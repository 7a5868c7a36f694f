package hyperlab.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for a file; tests answer instead of the user. */
public interface FilePicker {
    /** An existing file of this kind; empty if the user canceled. */
    Optional<Path> open(FileType kind);

    /** A file to write; empty if the user canceled. */
    Optional<Path> save(FileType kind, String suggestedName);

    /** Kinds of files, each with the message key of its name. */
    enum FileType {
        /** Anything that can be opened: a document, a picture with an embedded document, or a CSV table. */
        DOCUMENT("shell.files.document"),
        EXPERIMENT("shell.files.experiment"),
        STUDY("shell.files.study"),
        CASE("shell.files.case"),
        /** The scenes of a presentation. */
        SCENES("present.files.scenes"),
        PICTURE("shell.files.picture"),
        SVG("shell.files.svg"),
        PDF("shell.files.pdf"),
        GIF("shell.files.gif"),
        /** A report of runs; the ending says its form. */
        REPORT("shell.files.report"),
        TABLE("shell.files.table"),
        /** Weights of a network. */
        WEIGHTS("shell.files.weights"),
        /** The answers of a student to a lesson. */
        ANSWERS("player.files.answers"),
        /** An input image. */
        IMAGE("convolution.files.image");

        private final String nameKey;

        FileType(String nameKey) {
            this.nameKey = nameKey;
        }

        public String nameKey() {
            return nameKey;
        }

        /** The ending of the names of new files of this kind, such as {@code .hyperlab.json}. */
        public String ending() {
            return patterns().get(0).substring(1);
        }

        /** The file name patterns of this kind, the one of new files first. */
        public List<String> patterns() {
            return switch (this) {
                case DOCUMENT ->
                    List.of(
                            "*.hyperlab.json",
                            "*.hyperlab-study.json",
                            "*.hyperlab-case.json",
                            "*.hyperlab-lesson.md",
                            "*.hyperlab-scenes.json",
                            "*.png",
                            "*.svg",
                            "*.pdf",
                            "*.gif",
                            "*.csv",
                            "*.tsv",
                            "*.txt",
                            "*.journal",
                            "*.log",
                            "trainer_state.json",
                            "*.tfevents.*");
                case EXPERIMENT -> List.of("*.hyperlab.json");
                case STUDY -> List.of("*.hyperlab-study.json");
                case CASE -> List.of("*.hyperlab-case.json");
                case SCENES -> List.of("*.hyperlab-scenes.json");
                case PICTURE -> List.of("*.png");
                case SVG -> List.of("*.svg");
                case PDF -> List.of("*.pdf");
                case GIF -> List.of("*.gif");
                case REPORT -> List.of("*.pdf", "*.html", "*.md");
                case TABLE -> List.of("*.csv", "*.tsv", "*.txt");
                case WEIGHTS -> List.of("*.json");
                case ANSWERS -> List.of("*.hyperlab-answers.json");
                case IMAGE -> List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.tif", "*.tiff");
            };
        }
    }
}
