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
 * The document that an SVG carries: JSON as the text of one element within {@code metadata} (SVG 1.1, 21), and what else it
 * shows as that of another. The reader knows neither a document type nor entities, so that a file can name no other, and
 * stops where the metadata end.
 */
final class CarriedSvg {
    static final String SVG = "http://www.w3.org/2000/svg";
    /** Names the element, as XML asks; nothing is fetched from there. */
    static final String NAMESPACE = "urn:hyperlab:document";

    private static final String ELEMENT = "document";
    private static final String RUNS = "runs";
    private static final String METADATA = "metadata";
    private static final String MARK = "\uFEFF";

    private CarriedSvg() {}

    /** Whether a file that begins so may be an SVG: with a mark of UTF-8 or none, white space or none, and a tag. */
    static boolean begins(byte[] head) {
        return new String(head, StandardCharsets.UTF_8)
                .replace(MARK, "")
                .stripLeading()
                .startsWith("<");
    }

    /** A {@code metadata} element with all of it inside. */
    static Element metadata(Document svg, Carried carried) {
        Element metadata = svg.createElementNS(SVG, METADATA);
        metadata.appendChild(element(svg, ELEMENT, carried.document()));
        if (!carried.runs().isEmpty()) {
            metadata.appendChild(element(svg, RUNS, carried.runs()));
        }
        return metadata;
    }

    private static Element element(Document svg, String name, String json) {
        Element element = svg.createElementNS(NAMESPACE, name);
        element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", NAMESPACE);
        element.appendChild(svg.createTextNode(json));
        return element;
    }

    /** What an SVG carries; {@code name} stands for it in refusals. */
    static Carried read(InputStream in, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean inSvg = false;
        String document = null;
        String runs = "";
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(text(in));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && document != null
                        && METADATA.equals(reader.getLocalName())) {
                    break;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (!inSvg && !(SVG.equals(reader.getNamespaceURI()) && "svg".equals(reader.getLocalName()))) {
                    throw CarriedDocument.noPicture(name);
                }
                inSvg = true;
                if (NAMESPACE.equals(reader.getNamespaceURI())) {
                    if (document == null && ELEMENT.equals(reader.getLocalName())) {
                        document = text(reader, name);
                    } else if (RUNS.equals(reader.getLocalName())) {
                        runs = text(reader, name);
                    }
                }
            }
        } catch (XMLStreamException | CharacterCodingException e) {
            throw CarriedDocument.damaged(name);
        }
        if (document == null) {
            throw CarriedDocument.none(name);
        }
        return new Carried(document, runs);
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
