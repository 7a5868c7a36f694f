package hyperlab.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The document that an SVG carries: JSON as the text of one element within {@code metadata} (SVG 1.1, 21). The reader
 * knows neither a document type nor entities, so that a file can name no other, and stops at the document's end.
 */
final class CarriedSvg {
    static final String SVG = "http://www.w3.org/2000/svg";
    /** Names the element, as XML asks; nothing is fetched from there. */
    static final String NAMESPACE = "urn:hyperlab:document";

    private static final String ELEMENT = "document";
    private static final String MARK = "\uFEFF";

    private CarriedSvg() {}

    /** Whether a file that begins so may be an SVG: with a mark of UTF-8 or none, white space or none, and a tag. */
    static boolean begins(byte[] head) {
        return new String(head, StandardCharsets.UTF_8)
                .replace(MARK, "")
                .stripLeading()
                .startsWith("<");
    }

    /** A {@code metadata} element with the document inside. */
    static Element metadata(Document svg, String json) {
        Element document = svg.createElementNS(NAMESPACE, ELEMENT);
        document.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", NAMESPACE);
        document.appendChild(svg.createTextNode(json));
        Element metadata = svg.createElementNS(SVG, "metadata");
        metadata.appendChild(document);
        return metadata;
    }

    /** The JSON that an SVG carries; {@code name} stands for it in refusals. */
    static String read(InputStream in, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean inSvg = false;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(text(in));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (!inSvg && !(SVG.equals(reader.getNamespaceURI()) && "svg".equals(reader.getLocalName()))) {
                    throw CarriedDocument.noPicture(name);
                }
                inSvg = true;
                if (NAMESPACE.equals(reader.getNamespaceURI()) && ELEMENT.equals(reader.getLocalName())) {
                    return text(reader, name);
                }
            }
        } catch (XMLStreamException | CharacterCodingException e) {
            throw CarriedDocument.damaged(name);
        }
        throw CarriedDocument.none(name);
    }

    /** Decoded here, for the parser tells of bytes that are no UTF-8 on standard error. */
    private static Reader text(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != MARK.charAt(0)) {
            reader.reset();
        }
        return reader;
    }

    private static String text(XMLStreamReader reader, String name) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (!reader.isCharacters()) {
                throw CarriedDocument.damaged(name);
            }
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            if (text.length() > CarriedDocument.MOST_DOCUMENT_BYTES) {
                throw CarriedDocument.tooLong(name);
            }
        }
        return text.toString().strip();
    }
}
