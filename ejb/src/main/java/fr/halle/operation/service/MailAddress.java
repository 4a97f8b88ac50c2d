package fr.halle.operation.service;

import java.util.regex.Pattern;

/** Whether a text is one mail address, and nothing that would make two or a header of it. */
final class MailAddress {

    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>\",;:\\p{Cntrl}]{1,64}@[^\\s@<>\",;:\\p{Cntrl}]{1,180}\\.[^\\s@<>\",;:\\p{Cntrl}.]{2,24}");

    private MailAddress() {}

    static boolean isOne(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
