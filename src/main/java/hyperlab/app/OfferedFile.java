package hyperlab.app;

import hyperlab.app.open.OpenedFile;
import hyperlab.lab.AcceptsDrop;

/** Offers a lab a file that is no document; false if the lab has no use for it. */
record OfferedFile(AcceptsDrop lab) implements OpenedFile.Visitor<Boolean> {
    @Override
    public Boolean visit(OpenedFile.OfTable file) {
        return lab.openTable(file.path());
    }

    @Override
    public Boolean visit(OpenedFile.OfLog file) {
        return lab.openLog(file.table());
    }

    @Override
    public Boolean visit(OpenedFile.OfImage file) {
        return lab.openImage(file.path());
    }

    @Override
    public Boolean visit(OpenedFile.OfDocument file) {
        return false;
    }

    @Override
    public Boolean visit(OpenedFile.OfLesson file) {
        return false;
    }

    @Override
    public Boolean visit(OpenedFile.OfScenes file) {
        return false;
    }

    @Override
    public Boolean visit(OpenedFile.OfStudies file) {
        return false;
    }

    @Override
    public Boolean visit(OpenedFile.Unreadable file) {
        return false;
    }
}
