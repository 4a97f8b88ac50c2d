package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.MessageSource;
import fr.halle.shared.model.Actor;
import fr.halle.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S25: requests are found by what was said in them, wherever in the conversation and however long ago. */
class WhatWasSaidIsFoundTest {

    /** More than the search looks at before it asks the index. */
    private static final int MANY = 2100;

    private final OpenDesk sales = new OpenDesk();
    private final Requests requests = sales.beans.get(Requests.class);
    private final MessageWriting writing = sales.beans.get(MessageWriting.class);
    private final RequestFiling filing = sales.beans.get(RequestFiling.class);
    private final Actor sandrine = sales.secretary("Sandrine Laloy");

    @Test
    void wordsOfTwoMessagesTogether() {
        long id = sales.open("Un chalet pour février ?");
        sales.open("Un chalet en mars");
        say(id, "Le sauna est en supplément.");
        assertThat(said("chalets sauna", null, 10)).containsExactly(id);
        assertThat(said("chalet -sauna", null, 10)).hasSize(1).doesNotContain(id);
    }

    @Test
    void thatWereSaidBeforeManyOthersWroteAndInTheOrderOfTheList() {
        List<Long> old = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            old.add(0, sales.open("Une tyrolienne, n° " + i));
            sales.clock.moveForward(Duration.ofMinutes(1));
        }
        others();
        assertThat(said("tyroliennes", null, 10)).containsExactlyElementsOf(old);
        RequestPage first = page("tyrolienne", null, 3);
        assertThat(first.rows()).extracting(RequestRow::id).containsExactlyElementsOf(old.subList(0, 3));
        assertThat(said("tyrolienne", first.next(), 3)).containsExactlyElementsOf(old.subList(3, 5));
        Requests.Neighbours beside = requests.neighbours(sandrine, first.rows().get(1), null, filter("tyrolienne"));
        assertThat(beside).isEqualTo(new Requests.Neighbours(old.get(0), old.get(2)));
    }

    @Test
    void amongWhatTheListShowsOnlyAndWhereItStandsNow() {
        long archived = sales.open("Une luge");
        long again = sales.open("Deux luges");
        long last = sales.open("Trois luges");
        sales.clock.moveForward(Duration.ofMinutes(1));
        TestDatabase.inTransaction(() -> filing.archive(sandrine, archived));
        TestDatabase.inTransaction(() -> filing.spam(sandrine, last));
        others();
        sales.clock.moveForward(Duration.ofMinutes(1));
        say(again, "Et un traîneau");
        assertThat(said("luge", null, 10)).containsExactly(again);
        assertThat(among(RequestFilter.Shown.ALL, "luge")).containsExactly(again, archived);
        assertThat(among(RequestFilter.Shown.SPAM, "luge")).containsExactly(last);
        TestDatabase.inTransaction(() -> filing.unarchive(sandrine, archived));
        TestDatabase.inTransaction(() -> filing.notSpam(sandrine, last));
        assertThat(said("luge", null, 10)).containsExactlyInAnyOrder(again, last, archived);
    }

    /** What an export asks before it begins: the words' index alone may say no, the list says yes. */
    @Test
    void andIsCountedAmongThemAsFarAsSomebodyAsks() {
        sales.open("Un traîneau");
        sales.open("Deux traîneaux");
        long archived = sales.open("Trois traîneaux");
        TestDatabase.inTransaction(() -> filing.archive(sandrine, archived));
        others();
        assertThat(requests.areMoreThan(sandrine, null, filter("traîneau"), 1)).isTrue();
        assertThat(requests.areMoreThan(sandrine, null, filter("traîneau"), 2))
                .as("three say it, of which the list shows two")
                .isFalse();
        assertThat(requests.areMoreThan(sandrine, null, filter("traîneau"), 3)).isFalse();
        assertThat(requests.areMoreThan(sandrine, null, filter("carriole"), 0)).isFalse();
    }

    private void others() {
        sales.sql.update(
                "insert into sales_request (id, desk_id, portal_id, merchant_id, token, token_hash, mail_key, source, language, last_name, opened_at, last_at)"
                        + " select key, desk_id, portal_id, merchant_id, key, sha256(convert_to(key::text, 'UTF8')), key, 'FORM', 'fr', 'Autre', ?, ?"
                        + " from (select r.*, -r.desk_id * 10000 - g as key from sales_request r, generate_series(1, ?) g where r.id ="
                        + " (select min(id) from sales_request where desk_id = ?)) other",
                sales.clock.instant(),
                sales.clock.instant(),
                MANY,
                sales.desk.id());
    }

    private void say(long id, String text) {
        TestDatabase.inTransaction(() -> writing.write(new MessageWriting.NewMessage(
                id, MessageSide.CUSTOMER, MessageSource.PAGE, null, "Camille", text, "", false, null, List.of())));
    }

    private List<Long> among(RequestFilter.Shown shown, String words) {
        RequestFilter filter = new RequestFilter("", null, shown, null, List.of(), null, words);
        return requests.list(sandrine, null, filter, null, 10).rows().stream()
                .map(RequestRow::id)
                .toList();
    }

    private List<Long> said(String words, @Nullable String after, int most) {
        return page(words, after, most).rows().stream().map(RequestRow::id).toList();
    }

    private RequestPage page(String words, @Nullable String after, int most) {
        return requests.list(sandrine, null, filter(words), after, most);
    }

    private static RequestFilter filter(String words) {
        return new RequestFilter("", null, RequestFilter.Shown.OPEN, null, List.of(), null, words);
    }
}
