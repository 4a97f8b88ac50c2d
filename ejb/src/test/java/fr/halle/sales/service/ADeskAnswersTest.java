package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S01–S03, S24–S28: what the people of a desk do with a request, two of them at once, and nobody of another desk. */
class ADeskAnswersTest {

    private final OpenDesk sales = new OpenDesk();
    private final Requests requests = sales.beans.get(Requests.class);
    private final RequestReading reading = sales.beans.get(RequestReading.class);
    private final Answering answering = sales.beans.get(Answering.class);
    private final RequestDossier dossier = sales.beans.get(RequestDossier.class);
    private final RequestFiling filing = sales.beans.get(RequestFiling.class);
    private final Drafts drafts = sales.beans.get(Drafts.class);
    private final Actor sandrine = sales.secretary("Sandrine Laloy");
    private final Actor marion = sales.secretary("Marion Petit");

    @Test
    void andWhatWasUnreadIsReadOnceSomebodyOpensIt() {
        long id = sales.open("Auriez-vous un cours le matin ?");
        assertThat(list(RequestFilter.OPEN).rows()).singleElement().satisfies(row -> {
            assertThat(row.isUnread()).isTrue();
            assertThat(row.stage()).isEqualTo(RequestStage.NEW);
        });
        assertThat(reading.byId(sandrine, id).messages()).singleElement().matches(SaidMessage::isNew);
        TestDatabase.inTransaction(() -> reading.opened(sandrine, id));
        assertThat(list(RequestFilter.OPEN).rows()).singleElement().matches(row -> !row.isUnread());
    }

    @Test
    void soTheRequestIsInProgressAndTheAnswerIsInTheConversation() {
        long id = sales.open("Bonjour");
        TestDatabase.inTransaction(() -> answering.answer(sandrine, id, said("Oui, à 9 h.", 0)));
        assertThat(sales.stage(id)).isEqualTo(RequestStage.IN_PROGRESS);
        assertThat(reading.byId(sandrine, id).messages())
                .extracting(SaidMessage::body)
                .containsExactly("Bonjour", "Oui, à 9 h.");
        assertThat(reading.byId(sandrine, id).events())
                .extracting(RequestEvent::act)
                .containsExactly(RequestAct.OPENED, RequestAct.ANSWERED);
    }

    @Test
    void onlyWhatItSawWhenAColleagueAnsweredMeanwhile() {
        long id = sales.open("Bonjour");
        int seen = reading.byId(marion, id).said();
        TestDatabase.inTransaction(() -> answering.answer(sandrine, id, said("À 9 h.", seen)));
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> answering.answer(marion, id, said("À 10 h.", seen))))
                .isInstanceOf(AnsweredMeanwhile.class)
                .hasMessageContaining("Sandrine Laloy");
        int now = reading.byId(marion, id).said();
        TestDatabase.inTransaction(() -> answering.answer(marion, id, said("Ou à 10 h.", now)));
        assertThat(reading.byId(marion, id).messages()).hasSize(3);
    }

    /** Nothing is lost: a colleague's text is not written over without a word. */
    @Test
    void andKeepsAnAnswerUnderANameThatNoOtherTextHas() {
        SavedAnswers saved = sales.beans.get(SavedAnswers.class);
        long id = sales.open("Bonjour");
        TestDatabase.inTransaction(() -> saved.keep(sandrine, id, "Tarifs", "De 9 h à 11 h : 38 €."));
        TestDatabase.inTransaction(() -> saved.keep(marion, id, "tarifs", "De 9 h à 11 h : 38 €."));
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> saved.keep(marion, id, "tarifs", "Voyez le site.")))
                .isInstanceOf(AnswerRefused.class);
        assertThat(saved.of(marion, sales.desk.id(), "fr"))
                .extracting(SavedAnswers.Saved::body)
                .containsExactly("De 9 h à 11 h : 38 €.");
    }

    /** Two nodes hand out ids of blocks of their own: what is newer may have the smaller id. */
    @Test
    void whicheverNodeTheColleagueIsAt() {
        long id = sales.open("Bonjour");
        sales.sql.update("update request_message set id = id + 1000000000 where request_id = ?", id);
        sales.clock.moveForward(Duration.ofMinutes(1));
        int seen = reading.byId(marion, id).said();
        TestDatabase.inTransaction(() -> answering.answer(sandrine, id, said("À 9 h.", seen)));
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> answering.answer(marion, id, said("À 10 h.", seen))))
                .isInstanceOf(AnsweredMeanwhile.class);
        assertThat(reading.byId(marion, id).messages())
                .extracting(SaidMessage::body)
                .containsExactly("Bonjour", "À 9 h.");
    }

    @Test
    void andASaveOverANewerVersionIsRefused() {
        long id = sales.open("Bonjour");
        int version = reading.byId(marion, id).version();
        DossierWish hers = wish(version, sandrine.id(), "2027-02-13", "2027-02-21");
        TestDatabase.inTransaction(() -> dossier.save(sandrine, id, hers));
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> dossier.save(marion, id, wish(version, marion.id(), "2027-02-13", "2027-02-22"))))
                .isInstanceOf(RequestChanged.class);
        RequestDetail now = reading.byId(marion, id);
        assertThat(now.assignedTo()).isEqualTo(sandrine.id());
        assertThat(now.row().leavesOn()).isEqualTo(LocalDate.parse("2027-02-21"));
        assertThat(now.events()).extracting(RequestEvent::act).contains(RequestAct.ASSIGNED, RequestAct.DATES_CHANGED);
    }

    @Test
    void butAMessageOfTheCustomersIsNoNewVersion() {
        long id = sales.open("Bonjour");
        int version = reading.byId(marion, id).version();
        TestDatabase.inTransaction(() -> answering.answer(sandrine, id, said("Oui", 0)));
        TestDatabase.inTransaction(() -> reading.opened(sandrine, id));
        TestDatabase.inTransaction(
                () -> dossier.save(marion, id, wish(version, marion.id(), "2027-02-13", "2027-02-20")));
        assertThat(reading.byId(marion, id).assignedTo()).isEqualTo(marion.id());
    }

    @Test
    void neverWithDatesUpsideDownNorSomebodyElsesCategory() {
        long id = sales.open("Bonjour");
        assertThatThrownBy(() -> dossier.save(marion, id, wish(0, null, "2027-02-20", "2027-02-13")))
                .isInstanceOf(DossierRefused.class);
        OpenDesk other = new OpenDesk();
        long foreign = category(other, "X", "Ailleurs");
        assertThatThrownBy(() -> dossier.save(marion, id, new DossierWish(0, foreign, null, null, null, false)))
                .isInstanceOf(DossierRefused.class);
        assertThatThrownBy(() -> dossier.save(marion, id, wish(0, TestIds.id(), "2027-02-13", "2027-02-20")))
                .isInstanceOf(DossierRefused.class);
    }

    /** S02, S25. */
    @Test
    void whatItFindsByAPieceOfTheNameTheNumberOrWhatWasSaid() {
        long camille = sales.open("Un cours de snowboard pour débutante");
        sales.open("Autre chose");
        assertThat(found("lefev")).hasSize(2);
        assertThat(found("06 12 34 56")).hasSize(2);
        assertThat(found("+33 6 12 34 56 78")).hasSize(2);
        assertThat(found("CAMILLE@exemple")).hasSize(2);
        assertThat(found("dupont")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(said("débutants")).containsExactly(camille);
        assertThat(said("\"cours de snowboard\"")).containsExactly(camille);
        assertThat(said("snowboard -débutante")).isEmpty();
        assertThat(said("'); drop table")).isEmpty();
    }

    @Test
    void andPagesThroughThemWithoutMissingOne() {
        for (int i = 0; i < 7; i++) {
            sales.open("Message " + i);
            sales.clock.moveForward(java.time.Duration.ofMinutes(i % 2));
        }
        List<Long> all = new java.util.ArrayList<>();
        String next = null;
        do {
            RequestPage page = requests.list(sandrine, null, RequestFilter.OPEN, next, 3);
            page.rows().forEach(row -> all.add(row.id()));
            next = page.next();
        } while (next != null);
        assertThat(all).hasSize(7).doesNotHaveDuplicates();
        List<Long> fromTheOldest = new java.util.ArrayList<>();
        do {
            RequestPage page = requests.list(sandrine, null, RequestFilter.OPEN, true, next, 3);
            page.rows().forEach(row -> fromTheOldest.add(0, row.id()));
            next = page.next();
        } while (next != null);
        assertThat(fromTheOldest).as("the same the other way round").isEqualTo(all);
        RequestRow third = requests.list(sandrine, null, RequestFilter.OPEN, null, 3)
                .rows()
                .get(2);
        Requests.Neighbours beside = requests.neighbours(sandrine, third, null, RequestFilter.OPEN);
        assertThat(beside.above()).isEqualTo(all.get(1));
        assertThat(beside.below()).isEqualTo(all.get(3));
    }

    /** S26. */
    @Test
    void keepsItsFiltersForWhoeverKeptThem() {
        DefaultSearches kept = sales.beans.get(DefaultSearches.class);
        keep(kept, sandrine, "category=PRIVE");
        keep(kept, sandrine, "category=GROUPE");
        assertThat(kept.of(sandrine, DefaultSearches.REQUESTS)).contains("category=GROUPE");
        assertThat(kept.of(marion, DefaultSearches.REQUESTS)).isEmpty();
        keep(kept, sandrine, "");
        assertThat(kept.of(sandrine, DefaultSearches.REQUESTS)).isEmpty();
    }

    private static void keep(DefaultSearches kept, Actor who, String query) {
        TestDatabase.inTransaction(() -> {
            kept.keep(who, DefaultSearches.REQUESTS, query);
            return 0;
        });
    }

    @Test
    void archivesATestAndTakesOutWhatWasNoSpam() {
        long id = sales.open("essai");
        TestDatabase.inTransaction(() -> filing.archive(sandrine, id));
        TestDatabase.inTransaction(() -> filing.archive(marion, id));
        assertThat(sales.stage(id)).isEqualTo(RequestStage.ARCHIVED);
        assertThat(list(RequestFilter.OPEN).rows()).isEmpty();
        TestDatabase.inTransaction(() -> filing.unarchive(sandrine, id));
        TestDatabase.inTransaction(() -> filing.spam(sandrine, id));
        assertThat(list(shown(RequestFilter.Shown.ALL)).rows()).isEmpty();
        assertThat(list(shown(RequestFilter.Shown.SPAM)).rows()).hasSize(1);
        TestDatabase.inTransaction(() -> filing.notSpam(sandrine, id));
        assertThat(reading.byId(sandrine, id).events())
                .extracting(RequestEvent::act)
                .containsExactly(
                        RequestAct.OPENED,
                        RequestAct.ARCHIVED,
                        RequestAct.UNARCHIVED,
                        RequestAct.SPAM,
                        RequestAct.NOT_SPAM);
    }

    @Test
    void keepsWhatWasTypedUntilItIsSent() {
        long id = sales.open("Bonjour");
        TestDatabase.inTransaction(() -> drafts.keep(sandrine, id, "Chère Camille"));
        assertThat(drafts.of(sandrine, id)).isEqualTo("Chère Camille");
        assertThat(drafts.of(marion, id)).isEmpty();
        TestDatabase.inTransaction(() -> answering.answer(sandrine, id, said("Chère Camille, oui.", 0)));
        assertThat(drafts.of(sandrine, id)).isEmpty();
    }

    @Test
    void noFileThatIsTooLargeAndNoneUnderAForgedName() {
        long id = sales.open("Bonjour");
        byte[] eleven = new byte[11 * 1024 * 1024];
        eleven[0] = 1;
        assertThatThrownBy(() -> TestDatabase.inTransaction(() ->
                        answering.answer(sandrine, id, new Said("Voici", List.of(new NewFile("plan.pdf", eleven)), 0))))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("plan.pdf");
        assertThat(reading.byId(sandrine, id).messages()).hasSize(1);
        byte[] svg = "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TestDatabase.inTransaction(() -> answering.answer(
                sandrine,
                id,
                new Said("Voici", List.of(new NewFile("..\\..\\C:\\x\r\nSet-Cookie: a\u202egnp.svg", svg)), 0)));
        assertThat(reading.byId(sandrine, id).messages().get(1).files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.mediaType()).isEqualTo("application/octet-stream");
                    assertThat(file.name()).doesNotContain("\n", "\r", "\\", "\u202e", "..");
                });
    }

    @Test
    void nobodyOfAnotherDesk() {
        long id = sales.open("Bonjour");
        Actor stranger = Actor.merchant(TestIds.id(), "Paul", sales.shop.merchant("Chez Paul"), Role.SECRETARY);
        assertThatThrownBy(() -> reading.byId(stranger, id)).isInstanceOf(RequestUnknown.class);
        assertThatThrownBy(() -> answering.answer(stranger, id, said("x", 0))).isInstanceOf(RequestUnknown.class);
        assertThatThrownBy(() -> answering.note(stranger, id, said("x", 0))).isInstanceOf(RequestUnknown.class);
        assertThatThrownBy(() -> filing.archive(stranger, id)).isInstanceOf(RequestUnknown.class);
        assertThatThrownBy(() -> dossier.save(stranger, id, wish(0, null, "2027-02-13", "2027-02-20")))
                .isInstanceOf(RequestUnknown.class);
        assertThatThrownBy(() -> drafts.keep(stranger, id, "x")).isInstanceOf(RequestUnknown.class);
        assertThat(requests.list(stranger, null, RequestFilter.OPEN, null, 25).rows())
                .isEmpty();
    }

    private RequestPage list(RequestFilter filter) {
        return requests.list(sandrine, null, filter, null, 25);
    }

    private List<Long> found(String client) {
        return ids(new RequestFilter(client, null, RequestFilter.Shown.OPEN, null, List.of(), null, ""));
    }

    private List<Long> said(String words) {
        return ids(new RequestFilter("", null, RequestFilter.Shown.OPEN, null, List.of(), null, words));
    }

    private List<Long> ids(RequestFilter filter) {
        return list(filter).rows().stream().map(RequestRow::id).toList();
    }

    private static RequestFilter shown(RequestFilter.Shown shown) {
        return new RequestFilter("", null, shown, null, List.of(), null, "");
    }

    private static Said said(String text, int seen) {
        return new Said(text, List.of(), seen);
    }

    private static DossierWish wish(
            int version, @org.jspecify.annotations.Nullable Long assigned, String arrives, String leaves) {
        return new DossierWish(version, null, assigned, LocalDate.parse(arrives), LocalDate.parse(leaves), false);
    }

    private static long category(OpenDesk of, String code, String label) {
        long id = TestIds.id();
        of.sql.update(
                "insert into sales_category (id, desk_id, code, label_fr, label_en, position) values (?, ?, ?, ?, ?, 1)",
                id,
                of.desk.id(),
                code,
                label,
                label);
        return id;
    }
}
