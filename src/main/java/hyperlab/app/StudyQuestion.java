package hyperlab.app;

import hyperlab.app.notice.NoticeList;
import hyperlab.app.open.OpenedFile;
import hyperlab.lab.LabName;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Asks which study of an Optuna journal is opened. FX thread only; needs no toolkit. */
final class StudyQuestion {
    /** So many studies have a button, the newest first; the command line opens the others. */
    static final int MAX_OFFERED = 6;

    private final NoticeList notices;
    private final BiConsumer<Path, String> opener;

    /** @param opener opens the study with this name in a journal */
    StudyQuestion(NoticeList notices, BiConsumer<Path, String> opener) {
        this.notices = notices;
        this.opener = opener;
    }

    /** Asks on a lab. The question leaves as soon as another file was opened. */
    void ask(LabName lab, OpenedFile.OfStudies file) {
        List<String> names = file.names();
        NoticeList.Answer[] answers = IntStream.range(0, Math.min(MAX_OFFERED, names.size()))
                .mapToObj(i -> names.get(names.size() - 1 - i))
                .map(name -> new NoticeList.Answer(texts -> name, () -> opener.accept(file.path(), name)))
                .toArray(NoticeList.Answer[]::new);
        notices.ask(lab, "shell.notOpened", line(file), answers);
    }

    private static Function<Texts, String> line(OpenedFile.OfStudies file) {
        String name = String.valueOf(file.path().getFileName());
        String count = Integer.toString(file.names().size());
        return file.names().size() <= MAX_OFFERED
                ? texts -> texts.get("shell.studies", name, count)
                : texts -> texts.get("shell.studies.newest", name, count, Integer.toString(MAX_OFFERED));
    }
}
