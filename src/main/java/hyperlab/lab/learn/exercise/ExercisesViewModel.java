package hyperlab.lab.learn.exercise;

import hyperlab.lab.ExerciseScored;
import hyperlab.lab.LessonProgress;
import hyperlab.learn.LearnPages;
import hyperlab.lesson.BundledExercises;
import hyperlab.lesson.Exercise;
import hyperlab.lesson.PageExercises;
import hyperlab.text.Language;
import hyperlab.ui.UndoHistory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The exercises of all pages and their scores. A page's file is read on a worker when it is first needed. FX thread only;
 * needs no toolkit.
 */
public final class ExercisesViewModel {
    private final UndoHistory undo;
    private final Executor worker;
    private final Executor window;
    private final Consumer<ExerciseScored> recorder;
    private final Map<String, ReadOnlyObjectWrapper<List<ExerciseViewModel>>> pages = new HashMap<>();
    private final ReadOnlyObjectWrapper<Map<String, PageScore>> scores =
            new ReadOnlyObjectWrapper<>(this, "scores", Map.of());
    private Map<String, LessonProgress> progress = Map.of();

    /**
     * Exercises that nobody has answered yet.
     *
     * @param undo undoes choices
     * @param worker reads exercises and computes answers
     * @param window receives both: the FX thread
     * @param recorder saves each new score
     */
    public ExercisesViewModel(UndoHistory undo, Executor worker, Executor window, Consumer<ExerciseScored> recorder) {
        this.undo = undo;
        this.worker = worker;
        this.window = window;
        this.recorder = recorder;
    }

    /** The scores of the pages on which something is answered. */
    public ReadOnlyObjectProperty<Map<String, PageScore>> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /** The score of a page. */
    public PageScore score(String page) {
        return scores.get().getOrDefault(page, PageScore.NONE);
    }

    /** The exercises of a page; empty until they are read, and if it has none. */
    public ReadOnlyObjectProperty<List<ExerciseViewModel>> exercisesProperty(String page) {
        read(List.of(page));
        return property(page).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<List<ExerciseViewModel>> property(String page) {
        return pages.computeIfAbsent(page, name -> new ReadOnlyObjectWrapper<>(this, name, List.of()));
    }

    /** Reads the files of those pages that are new, one after the other. */
    private void read(List<String> names) {
        List<String> added =
                names.stream().filter(name -> !pages.containsKey(name)).toList();
        if (!added.isEmpty()) {
            added.forEach(this::property);
            worker.execute(() -> added.forEach(page -> {
                Map<Language, PageExercises> languages = load(page);
                window.execute(() -> show(page, languages));
            }));
        }
    }

    private static Map<Language, PageExercises> load(String page) {
        Map<Language, PageExercises> languages = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            BundledExercises.load(page, language).ifPresent(exercises -> languages.put(language, exercises));
        }
        return languages;
    }

    private void show(String page, Map<Language, PageExercises> languages) {
        int count = languages.values().stream()
                .mapToInt(each -> each.exercises().size())
                .min()
                .orElse(0);
        List<ExerciseViewModel> models = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int index = k;
            Map<Language, Exercise> exercise = new EnumMap<>(Language.class);
            languages.forEach(
                    (language, each) -> exercise.put(language, each.exercises().get(index)));
            ExerciseViewModel model = new ExerciseViewModel(exercise, undo, worker, window);
            model.remember(earlier(page, index));
            model.stateProperty().addListener((observed, before, now) -> changed(page, index, before, now));
            models.add(model);
        }
        property(page).set(List.copyOf(models));
        updateScore(page);
    }

    private double earlier(String page, int index) {
        LessonProgress made = progress.get(ExerciseScored.key(page, index));
        return made == null ? Double.NaN : made.score();
    }

    private void changed(String page, int index, ExerciseState before, ExerciseState now) {
        if (before.result() == null && now.result() != null) {
            recorder.accept(new ExerciseScored(page, index, now.score()));
        }
        if (Double.compare(before.score(), now.score()) != 0) {
            updateScore(page);
        }
    }

    /** Takes over the scores of earlier sessions. */
    public void showProgress(Map<String, LessonProgress> now) {
        progress = Map.copyOf(now);
        read(LearnPages.NAMES.stream().filter(this::isAnswered).toList());
        for (String page : List.copyOf(pages.keySet())) {
            List<ExerciseViewModel> models = property(page).get();
            for (int k = 0; k < models.size(); k++) {
                models.get(k).remember(earlier(page, k));
            }
            updateScore(page);
        }
    }

    private boolean isAnswered(String page) {
        return progress.keySet().stream().anyMatch(key -> key.startsWith(ExerciseScored.prefix(page)));
    }

    /** Forgets the answers and the scores of a page. */
    public void reset(String page) {
        List<ExerciseViewModel> models = property(page).get();
        for (int k = 0; k < models.size(); k++) {
            models.get(k).reset();
            recorder.accept(new ExerciseScored(page, k, Double.NaN));
        }
        updateScore(page);
    }

    private void updateScore(String page) {
        List<ExerciseViewModel> models = property(page).get();
        List<Double> answered = models.stream()
                .map(model -> model.state().score())
                .filter(score -> !score.isNaN())
                .toList();
        Map<String, PageScore> changed = new HashMap<>(scores.get());
        if (answered.isEmpty()) {
            changed.remove(page);
        } else {
            int right = (int) answered.stream().filter(score -> score == 1).count();
            changed.put(page, new PageScore(right, answered.size(), models.size()));
        }
        scores.set(Map.copyOf(changed));
    }
}
