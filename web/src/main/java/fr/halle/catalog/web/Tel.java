package fr.halle.catalog.web;

/** A French number as a telephone dials it: {@code 02 31 00 12 34} is {@code tel:+33231001234}. */
final class Tel {

    private Tel() {}

    static String href(String phone) {
        String digits = phone.replaceAll("[^+\\d]", "");
        return "tel:" + (digits.startsWith("0") ? "+33" + digits.substring(1) : digits);
    }
}
