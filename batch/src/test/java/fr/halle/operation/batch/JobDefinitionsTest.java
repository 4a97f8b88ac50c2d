package fr.halle.operation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The definitions in META-INF/batch-jobs: the runtime reads them only when a job starts. */
class JobDefinitionsTest {

    @ParameterizedTest
    @EnumSource(Job.class)
    void haveUniqueIdsAndTheWorksThatTheJobNames(Job job) throws Exception {
        Document definition = read(job);
        List<String> ids =
                new ArrayList<>(List.of(definition.getDocumentElement().getAttribute("id")));
        assertThat(ids).containsExactly(job.runtimeName());
        List<String> steps = attributes(definition, "step", "id");
        ids.addAll(steps);
        assertThat(ids).doesNotHaveDuplicates();
        List<String> expected = job == Job.ALL_DUE
                ? Arrays.stream(Job.values())
                        .flatMap(one -> one.works().stream())
                        .toList()
                : job.works();
        assertThat(steps).isEqualTo(expected);
        assertThat(attributes(definition, "property", "value")).containsAll(expected);
    }

    private static List<String> attributes(Document definition, String tag, String attribute) {
        NodeList elements = definition.getElementsByTagName(tag);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            values.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static Document read(Job job) throws IOException, ParserConfigurationException, SAXException {
        String path = "/META-INF/batch-jobs/" + job.definition() + ".xml";
        try (InputStream in = Objects.requireNonNull(JobDefinitionsTest.class.getResourceAsStream(path), path)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }
}
