package hyperlab.app;

import hyperlab.file.Documents;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files for the monkey to open: documents of all labs, tables, a picture, and damaged ones. */
final class MonkeyFiles {
    private MonkeyFiles() {}

    /** Writes the files; the first is one whose name no folder can have. */
    static List<Path> write(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : LinkedDocuments.names()) {
            String text = Documents.write(LinkedDocuments.load(name));
            files.add(write(folder, name + ".hyperlab.json", text));
            if (files.size() % 5 == 0) {
                files.add(write(folder, name + "-cut.hyperlab.json", text.substring(0, text.length() / 2)));
            }
        }
        files.add(write(folder, "table.csv", "a,b,class\n" + "1,2,x\n3,4,y\n5.5,6,x\n0,1,y\n".repeat(20)));
        files.add(write(folder, "numbers.tsv", "p\tq\tr\n" + "1\t2\t3\n2\t\t9\n4\t4\t1\n".repeat(30)));
        files.add(write(folder, "empty.csv", ""));
        files.add(write(folder, "one-column.csv", "a\n1\n"));
        files.add(write(folder, "no-object.hyperlab.json", "[1, 2"));
        files.add(write(folder, "no-picture.png", "PNG"));
        files.add(write(folder, "empty.svg", ""));
        files.add(write(folder, "deep.hyperlab.json", "[".repeat(100_000)));
        files.add(write(folder, "mine" + Lesson.FILE_ENDING, BundledLessons.startingPoint(Language.ENGLISH)));
        files.add(write(folder, "damaged" + Lesson.FILE_ENDING, "---\nformat: hyperlab-lesson/1\n---\n## A\n"));
        files.add(Files.copy(Path.of("assets/images/shapes.png"), folder.resolve("shapes.png")));
        for (String name : List.of("iris", "penguins")) {
            files.add(Files.copy(
                    Path.of("assets/cases/" + name + ".hyperlab-case.json"),
                    folder.resolve(name + ".hyperlab-case.json")));
        }
        files.add(folder.resolve("missing.hyperlab.json"));
        files.add(folder);
        return files;
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
