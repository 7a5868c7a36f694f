package hyperlab.app.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.AtomicFile;
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
 * The small file that stores how far each lesson is. A damaged or unreadable file is treated as missing. A worker writes
 * it, so that a slow disk does not hold up the window; the newest state wins. Several windows share the file: each writes
 * only the lessons that it changed, and keeps the others as they are on the disk. FX thread only.
 */
public final class LessonProgressStore {
    private static final System.Logger LOG = System.getLogger(LessonProgressStore.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final TaskExecutor workers;
    private final Map<String, LessonProgress> progress = new LinkedHashMap<>();
    /** The lessons that this window has changed; empty for those that it forgot. */
    private final Map<String, Optional<LessonProgress>> changes = new HashMap<>();

    private long lastChange;
    private long lastWritten;

    /** @param workers write the file */
    public LessonProgressStore(Path path, TaskExecutor workers) {
        this.path = path;
        this.workers = workers;
        progress.putAll(read(path));
    }

    /** How far the lesson with this name or path is. */
    public LessonProgress of(String lesson) {
        return progress.getOrDefault(lesson, LessonProgress.NEW);
    }

    /** How far each lesson is that was begun. */
    public Map<String, LessonProgress> all() {
        return Map.copyOf(progress);
    }

    /** Saves how far a lesson is. Write errors are only logged, because the lesson goes on anyway. */
    public void put(String lesson, LessonProgress now) {
        LessonProgress before = of(lesson);
        LessonProgress merged = now.after(before);
        if (!merged.equals(before)) {
            change(lesson, Optional.of(merged));
        }
    }

    /** Forgets how far a lesson is, but not that it was done, nor with what result. */
    public void reset(String lesson) {
        LessonProgress before = progress.get(lesson);
        if (before != null) {
            change(
                    lesson,
                    before.done()
                            ? Optional.of(new LessonProgress(0, before.steps(), Double.NaN).after(before))
                            : Optional.empty());
        }
    }

    /** Forgets everything about a lesson or an exercise. */
    public void forget(String lesson) {
        if (progress.containsKey(lesson)) {
            change(lesson, Optional.empty());
        }
    }

    /** Saves a change without waiting for the disk. */
    private void change(String lesson, Optional<LessonProgress> now) {
        now.ifPresentOrElse(merged -> progress.put(lesson, merged), () -> progress.remove(lesson));
        changes.put(lesson, now);
        long change = ++lastChange;
        Map<String, Optional<LessonProgress>> snapshot = Map.copyOf(changes);
        workers.run("progress", () -> write(change, snapshot));
    }

    /** Writes what is not written yet before it returns. */
    public void flush() {
        write(lastChange, Map.copyOf(changes));
    }

    private void write(long change, Map<String, Optional<LessonProgress>> snapshot) {
        // One at a time in this process, and then among processes: a lock of a file holds for a whole process.
        synchronized (LessonProgressStore.class) {
            if (change <= lastWritten) {
                return;
            }
            try (FileChannel channel = lockFile()) {
                lock(channel);
                Map<String, LessonProgress> all = read(path);
                snapshot.forEach((lesson, now) -> now.ifPresentOrElse(
                        mine -> all.merge(lesson, mine, (theirs, same) -> mine.after(theirs)),
                        () -> all.remove(lesson)));
                AtomicFile.write(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(all)));
                lastWritten = change;
            } catch (InvalidInputException | IOException e) {
                LOG.log(Level.WARNING, "The progress of the lessons cannot be saved: {0}", e.getMessage());
            }
        }
    }

    private FileChannel lockFile() throws IOException {
        Path absolute = path.toAbsolutePath();
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

    private static ObjectNode json(Map<String, LessonProgress> progress) {
        ObjectNode json = JSON.createObjectNode();
        progress.forEach((lesson, each) -> {
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
        });
        return json;
    }

    private static Map<String, LessonProgress> read(Path path) {
        Map<String, LessonProgress> read = new LinkedHashMap<>();
        try {
            if (Files.exists(path)) {
                JsonNode json = JSON.readTree(Files.readString(path));
                json.properties().forEach(each -> read.put(each.getKey(), parse(each.getValue())));
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "The lessons start anew: {0}", e.getMessage());
        }
        return read;
    }

    private static LessonProgress parse(JsonNode json) {
        LessonProgress read = new LessonProgress(
                Math.max(0, json.path("step").asInt(0)),
                Math.max(0, json.path("steps").asInt(0)),
                json.path("score").asDouble(Double.NaN),
                new LessonProgress.Predictions(
                        Math.max(0, json.path("scored").asInt(0)),
                        Math.max(0, json.path("predictions").asInt(0))));
        return new LessonProgress(
                read.step(),
                read.steps(),
                read.score(),
                read.predictions(),
                read.done() || json.path("done").asBoolean(false));
    }
}
