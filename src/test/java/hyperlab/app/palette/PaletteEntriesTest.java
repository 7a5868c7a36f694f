package hyperlab.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.palette.PaletteEntry.Kind;
import hyperlab.lab.LabName;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkTarget;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.BundledLessons;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteEntriesTest {
    private final List<String> calls = new ArrayList<>();
    private final List<PaletteEntry> entries = PaletteEntries.fixed(new RecordingActions());

    /** Records what is asked for. */
    private final class RecordingActions implements PaletteActions {
        @Override
        public List<LabName> labs() {
            return List.of(LabName.values());
        }

        @Override
        public List<Node> settingsPanels() {
            return List.of();
        }

        @Override
        public void showLab(LabName lab) {
            calls.add("lab " + lab.id());
        }

        @Override
        public void run(Shortcut shortcut) {
            calls.add("run " + shortcut);
        }

        @Override
        public void startFresh() {
            calls.add("fresh");
        }

        @Override
        public void focusSetting(Node setting) {
            calls.add("setting");
        }

        @Override
        public boolean isInLesson() {
            return false;
        }

        @Override
        public void showWorksheets() {
            calls.add("worksheets");
        }

        @Override
        public void openExample(LinkTarget target) {
            calls.add("example "
                    + (target instanceof LinkTarget.SettingsTarget settings
                            ? settings.name()
                            : ((LinkTarget.CaseTarget) target).name()));
        }

        @Override
        public void openPage(String name) {
            calls.add("page " + name);
        }

        @Override
        public void showTerm(String word) {
            calls.add("term " + word);
        }

        @Override
        public void showSlowMotion() {
            calls.add("slow motion");
        }

        @Override
        public void startLesson(String name) {
            calls.add("lesson " + name);
        }
    }

    private long count(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }

    @Test
    void coversEverythingThatHasAName() {
        assertEquals(LabName.values().length, count(Kind.LAB));
        assertEquals(BundledLessons.NAMES.size(), count(Kind.LESSON));
        assertEquals(LearnPages.NAMES.size(), count(Kind.PAGE));
        assertTrue(count(Kind.TERM) > 50);
        // All but the palette itself; starting fresh, the worksheets, and the sound.
        assertEquals(Shortcut.values().length + 2, count(Kind.ACTION));
        assertTrue(count(Kind.EXAMPLE) > LinkedDocuments.names().size(), "examples: settings and cases");
        for (PaletteEntry entry : entries) {
            for (Language language : Language.values()) {
                assertTrue(!entry.name(language).isBlank(), entry::toString);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "learning rate, lab learning-rate, ENGLISH",
        "learning rate, lab learning-rate, KOREAN",
        "ㅎㅅㄹ, lab learning-rate, KOREAN",
        "학습률, lab learning-rate, ENGLISH",
        "합성곱, lab convolution, ENGLISH",
        "undo, run UNDO, KOREAN",
        "실행 취소, run UNDO, ENGLISH",
        "settings, run SETTINGS, ENGLISH",
        "start this lab fresh, fresh, ENGLISH",
        "worksheet, worksheets, ENGLISH",
        "학습지, worksheets, KOREAN",
        "정답지, worksheets, ENGLISH",
        "answer key, worksheets, KOREAN",
        "slow motion, slow motion, ENGLISH",
        "느린 동작, slow motion, KOREAN",
        "느린 재생, slow motion, ENGLISH",
        "sound, run SETTINGS, ENGLISH",
        "소리, run SETTINGS, KOREAN",
        "watch it overfit, example overfit, ENGLISH",
        "rate and batch size on digits, example digits-map, ENGLISH",
        "fractal boundary, example fractal-map, KOREAN",
        "프랙털 경계, example fractal-map, KOREAN",
        "One parabola, lesson four-fates, ENGLISH",
        "cross-entropy, term cross-entropy, ENGLISH",
        "교차 엔트로피, term cross-entropy, ENGLISH"
    })
    void findsByTheWordsOfEitherLanguage(String query, String call, Language language) {
        PaletteSearch.find(query, entries, language).get(0).run().run();
        assertEquals(List.of(call), calls);
    }

    @ParameterizedTest
    @CsvSource({
        "수업, four-fates, ENGLISH",
        "lesson, four-fates, KOREAN",
        "과적합 수업, when-to-stop, KOREAN",
        "overfitting, when-to-stop, ENGLISH"
    })
    void findsALessonByItsKindAndTheTermsThatItUses(String query, String lesson, Language language) {
        PaletteSearch.find(query, entries, language)
                .forEach(entry -> entry.run().run());
        assertTrue(calls.contains("lesson " + lesson), calls::toString);
        assertEquals(
                query.contains("overfitting"),
                calls.get(0).startsWith("term") || calls.get(0).startsWith("page"));
    }

    @Test
    void aLessonHasTheTitleThatItsReaderFinds() {
        for (Language language : Language.values()) {
            String name = "what-is-a-hyperparameter";
            assertEquals(BundledLessons.load(name, language).title(), BundledLessons.title(name, language));
        }
    }

    @Test
    void showsTheShortcutOfEachAction() {
        for (PaletteEntry entry : entries) {
            boolean expected = entry.kind() == Kind.LAB
                    || (entry.kind() == Kind.ACTION
                            && !List.of("Start this lab fresh", "Worksheets of the lessons")
                                    .contains(entry.name(Language.ENGLISH)));
            assertEquals(expected, !entry.keys().isEmpty(), entry::toString);
        }
    }

    @Test
    void inALessonOnlyWhatCanBeReadIsOffered() {
        List<PaletteEntry> readable = PaletteEntries.readable(entries);
        assertEquals(count(Kind.PAGE) + count(Kind.TERM), readable.size());
        PaletteSearch.find("learning rate", readable, Language.ENGLISH)
                .get(0)
                .run()
                .run();
        assertEquals(List.of("page learning-rate"), calls);
    }

    @Test
    void withoutAQueryTermsAreLeftOut() {
        List<PaletteEntry> all = PaletteSearch.find(" ", entries, Language.ENGLISH);
        assertEquals(entries.size() - count(Kind.TERM), all.size());
        assertEquals(Kind.LAB, all.get(0).kind());
    }

    @Test
    void aSettingIsTranslatedByItsKey() {
        Texts english = Texts.in(Language.ENGLISH);
        Texts korean = Texts.in(Language.KOREAN);
        assertEquals(Optional.of("최적화 알고리즘"), english.translate("Optimizer", korean, "training"));
        assertEquals(Optional.of("Optimizer"), korean.translate("최적화 알고리즘", english, "training"));
        assertEquals(Optional.empty(), english.translate("no such text", korean, "training"));
        assertTrue(Stream.of("learning-rate", "map")
                .allMatch(bundle ->
                        english.translate("no such text", korean, bundle).isEmpty()));
    }

    /** Other words for a page or an action lead to it, and to no example in which only their letters are scattered. */
    @ParameterizedTest
    @CsvSource({
        "dark, run THEME",
        "어두운, run THEME",
        "korean, run LANGUAGE",
        "영어, run LANGUAGE",
        "pdf, run FIGURE",
        "csv, run OPEN",
        "font size, run SETTINGS",
        "글자 크기, run SETTINGS",
        "되돌리기, run UNDO",
        "질문, run ASK",
        "regularization, page weight-decay",
        "아담, page optimizers"
    })
    void findsByOtherWords(String query, String call) {
        for (Language language : Language.values()) {
            calls.clear();
            PaletteSearch.find(query, entries, language).get(0).run().run();
            assertEquals(List.of(call), calls);
        }
        assertTrue(
                PaletteSearch.find(query, entries, Language.ENGLISH).stream()
                        .noneMatch(entry -> entry.kind() == Kind.EXAMPLE),
                query);
    }
}
