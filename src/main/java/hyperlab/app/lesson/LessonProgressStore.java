package hyperlab.app.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.AtomicFile;
import hyperlab.lab.LessonProgress;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.TaskExecutor;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The small file that stores how far each lesson is. A damaged or unreadable file is treated as missing. A worker writes
 * it, so that a slow disk does not hold up the window; the newest state wins. FX thread only.
 */
public final class LessonProgressStore {
    private static final System.Logger LOG = System.getLogger(LessonProgressStore.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final TaskExecutor workers;
    private final Map<String, LessonProgress> progress = new LinkedHashMap<>();
    private final Object writeLock = new Object();
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
            progress.put(lesson, merged);
            save();
        }
    }

    /** Forgets how far a lesson is, but not that it was done. */
    public void reset(String lesson) {
        LessonProgress before = progress.remove(lesson);
        if (before != null) {
            if (before.done()) {
                progress.put(
                        lesson,
                        new LessonProgress(0, before.steps(), Double.NaN, LessonProgress.Predictions.UNKNOWN, true));
            }
            save();
        }
    }

    /** Forgets everything about a lesson or an exercise. */
    public void forget(String lesson) {
        if (progress.remove(lesson) != null) {
            save();
        }
    }

    /** Saves without waiting for the disk. */
    private void save() {
        long change = ++lastChange;
        ObjectNode json = json();
        workers.run("progress", () -> write(change, json));
    }

    /** Writes what is not written yet before it returns. */
    public void flush() {
        write(lastChange, json());
    }

    private void write(long change, ObjectNode json) {
        synchronized (writeLock) {
            if (change <= lastWritten) {
                return;
            }
            lastWritten = change;
            try {
                AtomicFile.write(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
            } catch (InvalidInputException | JsonProcessingException e) {
                LOG.log(Level.WARNING, "The progress of the lessons cannot be saved: {0}", e.getMessage());
            }
        }
    }

    private ObjectNode json() {
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
