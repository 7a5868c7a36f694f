package hyperlab.app.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * The file that stores how far each lesson is and what was done in it. A damaged or unreadable file is treated as missing. A worker writes
 * it, so that a slow disk does not hold up the window; the newest state wins. Several windows share the file: each writes
 * only the lessons that it changed, and keeps the others as they are on the disk. FX thread only.
 */
public final class LessonProgressStore {
    private static final System.Logger LOG = System.getLogger(LessonProgressStore.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final TaskExecutor workers;
    private final Map<String, Kept> lessons = new LinkedHashMap<>();
    /** The lessons that this window has changed; empty for those that it forgot. */
    private final Map<String, Optional<Kept>> changes = new HashMap<>();

    private long lastChange;
    private long lastWritten;

    /**
     * What is stored for a lesson.
     *
     * @param answers what was done in its steps, as {@link KeptAnswers} writes it
     */
    private record Kept(LessonProgress progress, ArrayNode answers) {
        static final Kept NEW = new Kept(LessonProgress.NEW, JsonNodeFactory.instance.arrayNode());

        Kept after(Kept earlier) {
            return new Kept(progress.after(earlier.progress), answers);
        }
    }

    /** @param workers write the file */
    public LessonProgressStore(Path path, TaskExecutor workers) {
        this.path = path;
        this.workers = workers;
        lessons.putAll(read(path));
    }

    /** How far the lesson with this name or path is. */
    public LessonProgress of(String lesson) {
        return kept(lesson).progress();
    }

    private Kept kept(String lesson) {
        return lessons.getOrDefault(lesson, Kept.NEW);
    }

    /** What was done in the steps of a lesson, for {@link KeptAnswers#read}. */
    public JsonNode answers(String lesson) {
        return kept(lesson).answers();
    }

    /** How far each lesson is that was begun. */
    public Map<String, LessonProgress> all() {
        Map<String, LessonProgress> all = new HashMap<>();
        lessons.forEach((lesson, kept) -> all.put(lesson, kept.progress()));
        return Map.copyOf(all);
    }

    /** Saves how far a lesson is. Write errors are only logged, because the lesson goes on anyway. */
    public void put(String lesson, LessonProgress now) {
        put(lesson, now, kept(lesson).answers());
    }

    /** Saves how far a lesson is and what was done in its steps. */
    public void put(String lesson, LessonProgress now, ArrayNode answers) {
        Kept before = kept(lesson);
        Kept merged = new Kept(now, answers).after(before);
        if (!merged.equals(before)) {
            change(lesson, Optional.of(merged));
        }
    }

    /** Forgets how far a lesson is, but not that it was done, nor with what result. */
    public void reset(String lesson) {
        LessonProgress before = of(lesson);
        if (before.done()) {
            LessonProgress done = new LessonProgress(0, before.steps(), Double.NaN).after(before);
            change(lesson, Optional.of(new Kept(done, Kept.NEW.answers())));
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
    private void change(String lesson, Optional<Kept> now) {
        now.ifPresentOrElse(merged -> lessons.put(lesson, merged), () -> lessons.remove(lesson));
        changes.put(lesson, now);
        long change = ++lastChange;
        Map<String, Optional<Kept>> snapshot = Map.copyOf(changes);
        workers.run("progress", () -> write(change, snapshot));
    }

    /** Writes what is not written yet before it returns. */
    public void flush() {
        write(lastChange, Map.copyOf(changes));
    }

    private void write(long change, Map<String, Optional<Kept>> snapshot) {
        // One at a time in this process, and then among processes: a lock of a file holds for a whole process.
        synchronized (LessonProgressStore.class) {
            if (change <= lastWritten) {
                return;
            }
            try (FileChannel channel = lockFile()) {
                lock(channel);
                Map<String, Kept> all = read(path);
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

    private static ObjectNode json(Map<String, Kept> lessons) {
        ObjectNode json = JSON.createObjectNode();
        lessons.forEach((lesson, kept) -> {
            LessonProgress each = kept.progress();
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
            if (!kept.answers().isEmpty()) {
                entry.set("answers", kept.answers());
            }
        });
        return json;
    }

    private static Map<String, Kept> read(Path path) {
        Map<String, Kept> read = new LinkedHashMap<>();
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

    private static Kept parse(JsonNode json) {
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
        return new Kept(progress, json.path("answers") instanceof ArrayNode answers ? answers : Kept.NEW.answers());
    }
}
