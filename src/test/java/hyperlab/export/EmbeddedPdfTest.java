package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPdfTest {
    private static final String JSON = "{\"format\": \"hyperlab-experiment/1\", \"name\": \"두 반달, ½·c·x²\"}";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("figure.pdf");
    }

    private static byte[] carrying(String json) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            if (json != null) {
                EmbeddedPdf.attach(pdf, new EmbeddedMetadata(json));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private String complaint(byte[] pdf) throws IOException {
        Files.write(file, pdf);
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> EmbeddedMetadataReader.readDocument(file));
        assertEquals(1, error.getMessage().lines().count());
        assertTrue(error.getMessage().startsWith(file.toString()));
        return error.detail();
    }

    @Test
    void readsAttachment() throws IOException {
        Files.write(file, carrying(JSON));
        assertEquals(JSON, EmbeddedMetadataReader.readDocument(file));
    }

    @Test
    void readsPdfRewrittenByAnotherProgram() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(carrying(JSON))) {
            pdf.addPage(new PDPage());
            pdf.save(file.toFile(), CompressParameters.NO_COMPRESSION);
        }
        assertEquals(JSON, EmbeddedMetadataReader.readDocument(file));
        byte[] pdf = Files.readAllBytes(file);
        ByteArrayOutputStream mailed = new ByteArrayOutputStream();
        mailed.write("X-From: someone\n".getBytes(StandardCharsets.US_ASCII));
        mailed.write(pdf);
        Files.write(file, mailed.toByteArray());
        assertEquals(JSON, EmbeddedMetadataReader.readDocument(file));
    }

    @Test
    void rejectsPdfWithoutDocument() throws IOException {
        assertEquals("is a picture without a Hyperlab experiment", complaint(carrying(null)));
    }

    @Test
    void rejectsEncryptedPdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(carrying(JSON))) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(out);
        }
        assertEquals("is truncated or damaged", complaint(out.toByteArray()));
    }

    /** PDF readers tolerate much damage. If the document is read anyway, it must be what was written. */
    private boolean isReadCompletelyOrRejected(byte[] pdf) throws IOException {
        Files.write(file, pdf);
        try {
            assertEquals(JSON, EmbeddedMetadataReader.readDocument(file));
            return true;
        } catch (InvalidInputException error) {
            assertTrue(
                    List.of("is truncated or damaged", "is a picture without a Hyperlab experiment")
                            .contains(error.detail()),
                    error.getMessage());
            return false;
        }
    }

    @Test
    void readsTruncatedPdfCompletelyOrRejectsIt() throws IOException {
        byte[] pdf = carrying(JSON);
        for (int length = 8; length < pdf.length; length += 17) {
            isReadCompletelyOrRejected(Arrays.copyOf(pdf, length));
        }
        assertFalse(isReadCompletelyOrRejected(Arrays.copyOf(pdf, pdf.length / 3)));
    }

    @Test
    void readsDamagedPdfCompletelyOrRejectsIt() throws IOException {
        byte[] pdf = carrying(JSON);
        for (int at = 5; at < pdf.length; at += 3) {
            byte[] damaged = pdf.clone();
            damaged[at] ^= 0x15;
            isReadCompletelyOrRejected(damaged);
        }
    }

    @Test
    void rejectsAttachmentThatDecompressesBeyondLimit() throws IOException {
        assertEquals("contains more than 32 MB of text", complaint(carrying("x".repeat(33 << 20))));
    }

    /** A PDF whose name tree of attachments is {@code tree}, built from a PDF with an attachment. */
    private static byte[] withNameTree(COSDictionary tree, CompressParameters compression) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(carrying(JSON))) {
            pdf.getDocumentCatalog().getNames().getCOSObject().setItem(COSName.EMBEDDED_FILES, tree);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out, compression);
            return out.toByteArray();
        }
    }

    @Test
    void endsAtCyclicNameTree() throws IOException {
        String pdf = """
                %PDF-1.4
                1 0 obj
                << /Type /Catalog /Pages 4 0 R /Names << /EmbeddedFiles 2 0 R >> >>
                endobj
                2 0 obj
                << /Kids [3 0 R] >>
                endobj
                3 0 obj
                << /Kids [2 0 R 3 0 R] >>
                endobj
                4 0 obj
                << /Type /Pages /Kids [] /Count 0 >>
                endobj
                trailer
                << /Root 1 0 R /Size 5 >>
                %%EOF
                """;
        assertEquals("is a picture without a Hyperlab experiment", complaint(pdf.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void searchesDeepNameTreeWithoutRecursion() throws IOException {
        COSDictionary tree = new COSDictionary();
        for (int depth = 0; depth < 1000; depth++) {
            COSDictionary parent = new COSDictionary();
            COSArray kids = new COSArray();
            kids.add(new COSObject(tree));
            parent.setItem(COSName.KIDS, kids);
            tree = parent;
        }
        assertEquals(
                "is a picture without a Hyperlab experiment",
                complaint(withNameTree(tree, CompressParameters.NO_COMPRESSION)));
    }

    @Test
    void rejectsDeeplyNestedArrays() throws IOException {
        String pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages << /Type /Pages >> /Names << /EmbeddedFiles "
                + "[".repeat(200_000) + "]".repeat(200_000)
                + " >> >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 2 >>\n%%EOF\n";
        assertEquals("is truncated or damaged", complaint(pdf.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void rejectsStreamsThatDecompressBeyondLimitBeforeParsing() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"
                .getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(pdf)) {
            byte[] spaces = new byte[1 << 20];
            for (long size = 0; size <= PdfLimits.MAX_DECOMPRESSED_BYTES; size += spaces.length) {
                compressed.write(spaces);
            }
        }
        pdf.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals("is a PDF that needs more than 128 MB to open", complaint(pdf.toByteArray()));
    }
}
