package hyperlab.lesson.readout;

import hyperlab.file.Document;
import hyperlab.map.MapSpecification;
import hyperlab.train.SeededExperiments;
import java.util.List;

/** Documents with other random seeds. */
final class Seeds {
    private Seeds() {}

    /** The document of run {@code run}, from 0; the document itself where nothing is random. */
    static Document of(Document document, int run) {
        return document.accept(new Document.Visitor<>() {
            @Override
            public Document visit(Document.OfExperiment of) {
                return new Document.OfExperiment(new SeededExperiments(of.experiment(), run + 1).experimentOf(run));
            }

            @Override
            public Document visit(Document.OfDescent of) {
                return of;
            }

            @Override
            public Document visit(Document.OfBatch of) {
                return new Document.OfBatch(of.setup().withSeed(of.setup().seed() + run));
            }

            @Override
            public Document visit(Document.OfStudy of) {
                return new Document.OfStudy(of.study().withSeed(of.study().seed() + run), of.results(), of.seconds());
            }

            @Override
            public Document visit(Document.OfCase of) {
                return of;
            }

            @Override
            public Document visit(Document.OfMapCase of) {
                return of;
            }

            @Override
            public Document visit(Document.OfConvolution of) {
                return of;
            }

            @Override
            public Document visit(Document.OfActivations of) {
                return new Document.OfActivations(of.setup().withSeed(of.setup().seed() + run));
            }

            @Override
            public Document visit(Document.OfPlayground of) {
                return of;
            }

            @Override
            public Document visit(Document.OfLog of) {
                return of;
            }

            @Override
            public Document visit(Document.OfMap of) {
                List<MapSpecification> maps = of.map().withSeeds(run + 1).eachSeed();
                return new Document.OfMap(maps.get(Math.min(run, maps.size() - 1))
                        .withSeeds(of.map().seeds()));
            }

            @Override
            public Document visit(Document.OfPage of) {
                return of;
            }
        });
    }
}
