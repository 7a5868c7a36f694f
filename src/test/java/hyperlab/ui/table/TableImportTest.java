package hyperlab.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.CsvPlan;
import hyperlab.data.DataSettings;
import hyperlab.data.FieldSeparator;
import hyperlab.data.MissingValues;
import hyperlab.text.ColumnNames;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableImportTest {
    private static final String[] PENGUINS = {
        "Biscoe,3750,%s,male,Adelie\n",
        "Dream,3800,%s,female,Gentoo\n",
        "Dream,,%s,,Adelie\n",
        "Biscoe,4100,%s,male,Gentoo\n"
    };

    private final List<String> rejected = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable TableImport opened;
    private Path file = Path.of("");

    @TempDir
    Path folder;

    @BeforeEach
    void writeTable() throws IOException {
        StringBuilder text = new StringBuilder("island,mass,code,sex,species\n");
        for (int i = 0; i < 20; i++) {
            text.append(PENGUINS[i % PENGUINS.length].formatted("a" + i));
        }
        file = Files.writeString(folder.resolve("own.csv"), text);
    }

    private TableImport open(DataSettings split) {
        opened = null;
        TableImport.open(
                (name, work) -> work.run(),
                Runnable::run,
                file,
                split,
                table -> opened = table,
                error -> rejected.add(error.line()));
        return Objects.requireNonNull(opened);
    }

    private static CsvPlan plan(TableImport table) {
        return Objects.requireNonNull(table.stateProperty().get().inference()).plan();
    }

    private static TableEffect effect(TableImport table) {
        return Objects.requireNonNull(table.stateProperty().get().effect());
    }

    @Test
    void eachChoiceShowsWhatItDoes() {
        TableImport table = open(DataSettings.DEFAULT);
        assertEquals(List.of("island", "mass", "sex"), plan(table).features());
        assertEquals(MissingValues.MEAN, plan(table).missing());
        assertEquals(
                List.of("island=Biscoe", "island=Dream", "mass", "sex=female", "sex=male", "sex=(missing)"),
                effect(table).featureNames());
        assertEquals(20, effect(table).rows());

        table.changePlan(plan(table).withMissing(MissingValues.DROP));
        assertEquals(15, effect(table).rows());
        assertEquals(5, effect(table).droppedRows());

        table.setFeature("sex", false);
        table.setCategory("mass", true);
        assertEquals(
                List.of("island=Biscoe", "island=Dream", "mass=3750", "mass=3800", "mass=4100"),
                effect(table).featureNames());

        table.changeTarget("sex");
        assertEquals("sex", effect(table).targetName());
        assertTrue(table.stateProperty().get().isUsable());
    }

    @Test
    void categoryOfGapsIsNamedInTheLanguageOfTheWindow() {
        List<String> features = effect(open(DataSettings.DEFAULT)).featureNames();
        assertEquals(
                List.of("island=Biscoe", "island=Dream", "mass", "sex=female", "sex=male", "sex=(결측값)"),
                features.stream()
                        .map(name -> ColumnNames.ofUserData(name, Texts.in(Language.KOREAN)))
                        .toList());
        assertEquals(
                features,
                features.stream()
                        .map(name -> ColumnNames.ofUserData(name, Texts.in(Language.ENGLISH)))
                        .toList());
    }

    @Test
    void planThatDoesNotFitSaysWhy() {
        TableImport table = open(DataSettings.DEFAULT);
        table.changePlan(plan(table).withMissing(MissingValues.REFUSE));
        assertFalse(table.stateProperty().get().isUsable());
        assertEquals(
                file + " line 4 column mass is empty",
                new TableText(Texts.in(Language.ENGLISH))
                        .effect(table.stateProperty().get()));
        table.changePlan(plan(table).withFeatures(List.of()));
        assertFalse(table.stateProperty().get().isUsable());
    }

    @Test
    void wrongFormatCanBeCorrected() throws IOException {
        TableImport table = open(DataSettings.DEFAULT);
        table.changeFormat(table.stateProperty().get().format().withSeparator(FieldSeparator.SEMICOLON));
        assertNotNull(table.stateProperty().get().problem());
        assertFalse(table.stateProperty().get().isUsable());
        table.changeFormat(table.stateProperty().get().format().withSeparator(FieldSeparator.COMMA));
        assertTrue(table.stateProperty().get().isUsable());
        assertEquals(20, effect(table).rows());
    }

    @Test
    void textBecomesCategoriesWhenItIsUsed() throws IOException {
        TableImport table = open(DataSettings.DEFAULT);
        table.setFeature("code", true);
        assertTrue(plan(table).categories().contains("code"));
        assertEquals(26, effect(table).featureNames().size());
    }

    @Test
    void anOpenTableIsShownAsItIsUsed() {
        TableImport table = open(DataSettings.DEFAULT);
        CsvPlan changed = plan(table)
                .withFeatures(List.of("mass"))
                .withMissing(MissingValues.MEDIAN)
                .withStandardize(false);
        DataSettings used = DataSettings.DEFAULT
                .withCsv(changed.toSettings(file.toString()))
                .withStandardize(false);
        assertEquals(changed.withCategories(List.of()), plan(open(used)));
    }

    @Test
    void leakIsReported() throws IOException {
        StringBuilder text = new StringBuilder("a,b,code,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(i * i % 17)
                    .append(',')
                    .append(i % 3)
                    .append(',')
                    .append(i % 2 == 0 ? 10 : 20)
                    .append(',')
                    .append(i % 2)
                    .append('\n');
        }
        Files.writeString(file, text);
        TableImport table = open(DataSettings.DEFAULT);
        String warnings = new TableText(Texts.in(Language.ENGLISH))
                .warnings(table.stateProperty().get());
        assertTrue(warnings.startsWith("code gives y away."), warnings);
        assertTrue(warnings.contains("Only 8 rows for the evaluation."), warnings);
        assertFalse(warnings.contains("b gives"), warnings);
        table.setFeature("code", false);
        assertFalse(new TableText(Texts.in(Language.ENGLISH))
                .warnings(table.stateProperty().get())
                .contains("away"));
    }

    @Test
    void targetThatNamesTheRowsIsReported() {
        TableImport table = open(DataSettings.DEFAULT);
        table.changeTarget("code");
        String warnings = new TableText(Texts.in(Language.ENGLISH))
                .warnings(table.stateProperty().get());
        assertTrue(warnings.contains("code looks like a name of the rows."), warnings);
    }

    @Test
    void onlyTheNewestOfSeveralChangesCounts() {
        List<TableImport> tables = new ArrayList<>();
        TableImport.open(
                (name, work) -> waiting.add(work),
                Runnable::run,
                file,
                DataSettings.DEFAULT,
                tables::add,
                error -> rejected.add(error.line()));
        waiting.remove(0).run();
        TableImport table = tables.get(0);
        table.setFeature("sex", false);
        table.setFeature("island", false);
        table.changePlan(plan(table).withMissing(MissingValues.DROP));
        assertNull(table.stateProperty().get().effect(), "not known yet");
        assertEquals(1, waiting.size(), "one at a time");
        waiting.remove(0).run();
        waiting.remove(0).run();
        assertEquals(List.of("mass"), effect(table).featureNames());
        assertEquals(15, effect(table).rows());
        assertEquals(List.of(), waiting);
    }
}
