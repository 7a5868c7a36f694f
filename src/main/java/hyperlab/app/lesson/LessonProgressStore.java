package hyperlab.app.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.app.state.StateFile;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LessonProgress;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.TaskExecutor;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The file that stores how far each lesson is and what was done in it. A damaged file is kept under another name. A
 * worker writes the file, so that a slow disk does not hold up the window; the newest state wins. Several windows share
 * the file: each writes only the lessons that it changed, and keeps the others as they are on the disk, or as it knows
 * them if the disk no longer has them. FX thread only.
 */
public final class LessonProgressStore {
    private static final System.Logger LOG = System.getLogger(LessonProgressStore.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 16 << 20;

    private final StateFile file;
    private final TaskExecutor workers;
    private final Map<String, StoredLesson> lessons = new LinkedHashMap<>();
    /** The lessons that this window has changed; empty for those that it forgot. */
    private final Map<String, Optional<StoredLesson>> changes = new HashMap<>();

    private long lastChange;
    private long lastWritten;

    /**
     * What is stored for a lesson.
     *
     * @param answers what was done in its steps, as {@link KeptAnswers} writes it
     */
    private record StoredLesson(LessonProgress progress, ArrayNode answers) {
        static final StoredLesson NEW = new StoredLesson(LessonProgress.NEW, JsonNodeFactory.instance.arrayNode());

        StoredLesson after(StoredLesson earlier) {
            return new StoredLesson(progress.after(earlier.progress), answers);
        }
    }

    /**
     * What is written.
     *
     * @param known all lessons of this window, for a file that was lost
     * @param changes the lessons that this window has changed
     */
    private record Snapshot(Map<String, StoredLesson> known, Map<String, Optional<StoredLesson>> changes) {}

    /** @param workers write the file */
    public LessonProgressStore(Path path, TaskExecutor workers) {
        this.workers = workers;
        file = new StateFile(path, MAX_BYTES);
        file.readJson(LessonProgressStore::lessons).ifPresent(lessons::putAll);
    }

    /** Where a damaged file was kept; empty if there was none. */
    public Optional<Path> keptCopy() {
        return file.keptCopy();
    }

    /** How far the lesson with this name or path is. */
    public LessonProgress of(String lesson) {
        return stored(lesson).progress();
    }

    private StoredLesson stored(String lesson) {
        return lessons.getOrDefault(lesson, StoredLesson.NEW);
    }

    /** What was done in the steps of a lesson, for {@link KeptAnswers#read}. */
    public JsonNode answers(String lesson) {
        return stored(lesson).answers();
    }

    /** How far each lesson is that was begun. */
    public Map<String, LessonProgress> all() {
        Map<String, LessonProgress> all = new HashMap<>();
        lessons.forEach((lesson, stored) -> all.put(lesson, stored.progress()));
        return Map.copyOf(all);
    }

    /** Saves how far a lesson is. Write errors are only logged, because the lesson goes on anyway. */
    public void put(String lesson, LessonProgress now) {
        put(lesson, now, stored(lesson).answers());
    }

    /** Saves how far a lesson is and what was done in its steps. */
    public void put(String lesson, LessonProgress now, ArrayNode answers) {
        StoredLesson before = stored(lesson);
        StoredLesson merged = new StoredLesson(now, answers).after(before);
        if (!merged.equals(before)) {
            change(lesson, Optional.of(merged));
        }
    }

    /** Forgets how far a lesson is, but not that it was done, nor with what result. */
    public void reset(String lesson) {
        LessonProgress before = of(lesson);
        if (before.done()) {
            LessonProgress done = new LessonProgress(0, before.steps(), Double.NaN).after(before);
            change(lesson, Optional.of(new StoredLesson(done, StoredLesson.NEW.answers())));
        } else {
            forget(lesson);
        }
    }

    /** Forgets everything about a lesson or an exercise. */
    public void forget(String lesson) {
        if (lessons.containsKey(lesson)) {
            change(lesson, Optional.empty());
        }
    }

    /** Saves a change without waiting for the disk. */
    private void change(String lesson, Optional<StoredLesson> now) {
        now.ifPresentOrElse(merged -> lessons.put(lesson, merged), () -> lessons.remove(lesson));
        changes.put(lesson, now);
        long change = ++lastChange;
        Snapshot snapshot = snapshot();
        workers.run("progress", () -> write(change, snapshot));
    }

    /** Writes what is not written yet before it returns. */
    public void flush() {
        write(lastChange, snapshot());
    }

    private Snapshot snapshot() {
        return new Snapshot(Map.copyOf(lessons), Map.copyOf(changes));
    }

    private void write(long change, Snapshot snapshot) {
        // One at a time in this process, and then among processes: a lock of a file holds for a whole process.
        synchronized (LessonProgressStore.class) {
            if (change <= lastWritten) {
                return;
            }
            try (FileChannel channel = lockFile()) {
                lock(channel);
                Map<String, StoredLesson> all = file.readJson(LessonProgressStore::lessons)
                        .orElseGet(() -> new LinkedHashMap<>(snapshot.known));
                snapshot.changes.forEach((lesson, now) -> now.ifPresentOrElse(
                        mine -> all.merge(lesson, mine, (theirs, same) -> mine.after(theirs)),
                        () -> all.remove(lesson)));
                AtomicFile.write(
                        file.path(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(all)));
                lastWritten = change;
            } catch (InvalidInputException | IOException e) {
                LOG.log(Level.WARNING, "The progress of the lessons cannot be saved: {0}", e.getMessage());
            }
        }
    }

    private FileChannel lockFile() throws IOException {
        Path absolute = file.path().toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(absolute.getParent()));
        return FileChannel.open(
                absolute.resolveSibling(absolute.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    /** Waits until no other window writes the file. The lock ends when the channel is closed. */
    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException e) {
            LOG.log(Level.INFO, "Several windows may write the progress at the same time: {0}", e.getMessage());
        }
    }

    private static ObjectNode json(Map<String, StoredLesson> lessons) {
        ObjectNode json = JSON.createObjectNode();
        lessons.forEach((lesson, stored) -> {
            LessonProgress each = stored.progress();
            ObjectNode entry = json.putObject(lesson).put("step", each.step()).put("steps", each.steps());
            if (!Double.isNaN(each.score())) {
                entry.put("score", each.score());
            }
            if (each.predictions().asked() > 0) {
                entry.put("scored", each.predictions().scored())
                        .put("predictions", each.predictions().asked());
            }
            if (each.done()) {
                entry.put("done", true);
            }
            if (!stored.answers().isEmpty()) {
                entry.set("answers", stored.answers());
            }
        });
        return json;
    }

    private static Map<String, StoredLesson> lessons(JsonNode json) {
        Map<String, StoredLesson> lessons = new LinkedHashMap<>();
        json.properties().forEach(each -> lessons.put(each.getKey(), parse(each.getValue())));
        return lessons;
    }

    private static StoredLesson parse(JsonNode json) {
        LessonProgress read = new LessonProgress(
                Math.max(0, json.path("step").asInt(0)),
                Math.max(0, json.path("steps").asInt(0)),
                json.path("score").asDouble(Double.NaN),
                new LessonProgress.Predictions(
                        Math.max(0, json.path("scored").asInt(0)),
                        Math.max(0, json.path("predictions").asInt(0))));
        LessonProgress progress = new LessonProgress(
                read.step(),
                read.steps(),
                read.score(),
                read.predictions(),
                read.done() || json.path("done").asBoolean(false));
        return new StoredLesson(
                progress, json.path("answers") instanceof ArrayNode answers ? answers : StoredLesson.NEW.answers());
    }
}
