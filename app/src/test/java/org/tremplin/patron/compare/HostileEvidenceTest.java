package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.EvidenceFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What strangers bring to a comparison, and the sentence that each of them reads. */
@TestApplication
@Import(Samples.class)
class HostileEvidenceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{3*3}}${3*3}";

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    EvidenceFiles files;

    @Autowired
    DatabaseClient database;

    private String slug;
    private ObjectNode sound;
    private int hostile;

    @BeforeEach
    void campaign() throws IOException {
        database.sql("delete from patron.bringing").then().block();
        slug = "hostile-" + UUID.randomUUID().toString().substring(24);
        samples.campaign(samples.association("Hostile " + UUID.randomUUID()), slug);
        sound = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("src/test/resources/evidence/passe-a-poissons.json")));
    }

    /** Every member of the file that takes free words has a script in it. */
    @Test
    void runsNoScriptWhereverItStands() {
        writeScripts(sound);
        assertThat(hostile).as("texts that strangers may choose").isGreaterThan(20);
        String address = brought(JSON.writeValueAsBytes(sound));
        for (String form : List.of("/comparer?", "/comparer.html?", "/comparer/fichiers?")) {
            assertThat(visitors.anonymous().page(address.replace("/comparer?", form)))
                    .as(form)
                    .doesNotContain("<script>alert", "<img src=x", "=\"'><")
                    .doesNotContain("javascript:");
        }
        assertThat(visitors.anonymous().page(address)).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(visitors.anonymous().page(address + "&m1=%3Cscript%3Ealert(1)%3C%2Fscript%3E"))
                .doesNotContain("<script>alert");
    }

    @Test
    void readsNoFileOfAnotherVersion() {
        sound.put("v", 2);
        assertThat(refusal(bring(JSON.writeValueAsBytes(sound), "")))
                .contains("Un fichier est de la version 2", "ce site lit la version 1");
    }

    @Test
    void readsNoFileThatLeftTheSchemaAndSaysWhere() {
        ((ObjectNode) sound.get("budget")).put("costCents", "beaucoup");
        assertThat(refusal(bring(JSON.writeValueAsBytes(sound), "")))
                .contains("n’a pas la forme publiée, à l’endroit", "costCents");
    }

    @Test
    void readsNothingOfFiftyMegabytes() {
        assertThat(page(bring(new byte[50 << 20], ""), 413)).contains("dépasse la taille permise");
        assertThat(refusal(bring(new byte[2 << 20], ""))).contains("Un fichier dépasse 1");
    }

    /** The setting of tests that opens private networks is not set here. */
    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/c/a, mène dans un réseau privé",
        "https://0.0.0.0/c/a, mène dans un réseau privé",
        "https://169.254.169.254/latest, mène dans un réseau privé",
        "https://[::1]/c/a, mène dans un réseau privé",
        "https://2130706433/c/a, mène dans un réseau privé",
        "http://dons.example/c/a, n’est pas une adresse que ce site peut lire",
        "https://dons.example:8443/c/a, n’est pas une adresse que ce site peut lire",
        "file:///etc/passwd, n’est pas une adresse que ce site peut lire"
    })
    void entersNoPrivateNetwork(String typed, String sentence) {
        assertThat(refusal(bring(new byte[0], typed))).contains(sentence).contains(typed);
    }

    @Test
    void sortsByNothingWhenNothingCounts() {
        StringBuilder address = new StringBuilder(brought(JSON.writeValueAsBytes(sound)));
        for (Criterion criterion : Criterion.values()) {
            address.append("&p-").append(criterion.field()).append("=0");
        }
        assertThat(visitors.anonymous().page(address + "&m1=pr%C3%A8s&m1-p=0&m1-0=oui"))
                .contains("Aucun critère ne compte")
                .doesNotContain("remplit le plus de vos critères", "NaN");
    }

    @Test
    void comparesFourOfFiveAndSaysSo() {
        String file = brought(JSON.writeValueAsBytes(sound));
        String token = file.substring(file.indexOf('~'));
        assertThat(plain(visitors.anonymous().page("/mecenes/comparer?c=" + slug + ",a-a,b-b," + token + ",e-e")))
                .contains("Quatre projets au plus se comparent", "le dernier n’est pas ici")
                .contains("« a-a » n’est pas ici")
                .doesNotContain("« e-e »");
        assertThat(refusal(bring("/mecenes/comparer/fichiers?c=" + slug + ",a-a,b-b," + token, new byte[10], "")))
                .contains("Quatre projets sont déjà choisis");
    }

    /** Its own criteria were answered for three, in the order chosen. */
    @Test
    void keepsTheAnswersOfThoseThatAreLeftWhenAProjectGoes() {
        String file = brought(JSON.writeValueAsBytes(sound));
        String token = file.substring(file.indexOf('~'));
        Document page = Jsoup.parse(visitors.anonymous()
                .page("/mecenes/comparer?c=" + slug + ",parti," + token + "&m1=pr%C3%A8s&m1-0=oui&m1-1=oui&m1-2=non"));
        assertThat(page.select("#m1-0 option[selected]").attr("value")).isEqualTo("oui");
        assertThat(page.select("#m1-1 option[selected]").attr("value")).isEqualTo("non");
        assertThat(page.select("#m1-2")).isEmpty();
        assertThat(page.text()).contains("ce projet a été retiré");
    }

    /** One by one: what may not be chosen, such as a day or a code, stays as it is. */
    private void writeScripts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                JsonNode value = object.get(name);
                if (value.isString()) {
                    object.put(name, SCRIPT);
                    if (read()) {
                        hostile++;
                    } else {
                        object.set(name, value);
                    }
                } else {
                    writeScripts(value);
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::writeScripts);
        }
    }

    private boolean read() {
        return files.read(JSON.writeValueAsBytes(sound)).block() instanceof EvidenceFile.Read;
    }

    private String brought(byte[] file) {
        return Objects.requireNonNull(bring(file, "")
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Location"));
    }

    private static String refusal(WebTestClient.ResponseSpec answer) {
        return page(answer, 422);
    }

    private static String page(WebTestClient.ResponseSpec answer, int status) {
        return plain(String.valueOf(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    /** With plain blanks. */
    private static String plain(String page) {
        return page.replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private WebTestClient.ResponseSpec bring(byte[] file, String link) {
        return bring("/mecenes/comparer/fichiers?c=" + slug, file, link);
    }

    private WebTestClient.ResponseSpec bring(String address, byte[] file, String link) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("_csrf", Visitor.csrfField());
        if (file.length > 0) {
            parts.part("fichier", new ByteArrayResource(file))
                    .filename("preuves.json")
                    .contentType(MediaType.APPLICATION_JSON);
        }
        parts.part("lien", link);
        return visitors.anonymous()
                .web()
                .post()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange();
    }
}
