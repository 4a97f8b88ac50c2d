package fr.halle.sales.service;

import java.util.Arrays;

/** In which order the table of dossiers stands; every order has its word in an address. What has no stay stands behind all stays. */
public enum DossierSort {
    NEWEST("", "%1$s.last_at", true),
    STAY("stay", DossierSort.ARRIVES, false),
    STAY_DOWN("-stay", DossierSort.ARRIVES, true),
    TOTAL("total", DossierSort.COMES_TO, false),
    TOTAL_DOWN("-total", DossierSort.COMES_TO, true);

    private static final String ARRIVES = "coalesce(%1$s.arrives_on, 'infinity'::date)";
    private static final String COMES_TO =
            "case when %1$s.accepted_at is null then %1$s.quoted_cents else %1$s.agreed_cents end";

    private final String word;
    private final String key;
    private final boolean falling;

    DossierSort(String word, String key, boolean falling) {
        this.word = word;
        this.key = key;
        this.falling = falling;
    }

    public String word() {
        return word;
    }

    /** What is none of ours is as the table is by itself. */
    public static DossierSort of(String word) {
        return Arrays.stream(values())
                .filter(sort -> sort.word.equals(word))
                .findFirst()
                .orElse(NEWEST);
    }

    String key(String alias) {
        return String.format(key, alias);
    }

    /** Behind a row in this order: compares with what a statement of its key and id finds. */
    String beyond() {
        return " and (" + key("r") + ", r.id) " + (falling ? "<" : ">");
    }

    String order() {
        return " order by " + key("r") + (falling ? " desc" : "") + ", r.id" + (falling ? " desc" : "");
    }
}
