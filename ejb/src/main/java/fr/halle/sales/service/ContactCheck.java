package fr.halle.sales.service;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import fr.halle.sales.service.ContactRefused.Wrong;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.EmailSyntax;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a contact form: cleans what can be cleaned, and says of each field what is wrong with it. */
final class ContactCheck {

    static final int MESSAGE_MOST = 5000;

    private static final int NAME_MOST = 70;
    private static final int PHONE_MOST = 40;
    private static final int PAGE_MOST = 300;
    private static final int PERSONS_MOST = 999;
    private static final int YEARS_AHEAD = 3;
    private static final String ARRIVES = "arrivesOn";
    private static final String LEAVES = "leavesOn";
    private static final String CATEGORY = "category";
    private static final String OBJECT = "object";
    private static final String SYNTAX = "SYNTAX";
    private static final String MISSING = "MISSING";
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /**
     * A name that is an address would turn the acknowledgement into a stranger's advertisement; one with an encoded word in it would
     * be another name in a mail's headers.
     */
    private static final Pattern LINK =
            Pattern.compile("[/@<>\\\\{}]|=\\?|www\\.|[\\p{L}\\d-]{3,}\\.\\p{L}{2,}", Pattern.CASE_INSENSITIVE);

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\u200d]]");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Pattern PAGE = Pattern.compile("(https?:/)?/[^\\s<>\"]*");

    private final List<Wrong> wrong = new ArrayList<>();
    private final ContactForm form;
    private final ContactTyped typed;
    private final LocalDate today;

    ContactCheck(ContactForm form, ContactTyped typed, LocalDate today) {
        this.form = form;
        this.typed = typed;
        this.today = today;
    }

    /** @throws ContactRefused with everything that is wrong */
    NewRequest read() {
        Long object = object();
        LocalDate arrives = day(ARRIVES, typed.arrivesOn());
        LocalDate leaves = day(LEAVES, typed.leavesOn());
        checkStay(arrives, leaves);
        NewRequest request = new NewRequest(
                form.desk().id(),
                typed.source(),
                page(),
                form.language(),
                object,
                category(),
                name("firstName", typed.firstName(), false),
                name("lastName", typed.lastName(), true),
                email(),
                phone(),
                arrives,
                leaves,
                persons("adults", typed.adults()),
                persons("children", typed.children()),
                message());
        if (!wrong.isEmpty()) {
            throw new ContactRefused(wrong);
        }
        return request;
    }

    private @Nullable Long object() {
        if (form.objects().isEmpty()) {
            return null;
        }
        if (typed.object().isBlank()) {
            return form.objects().get(0).id();
        }
        Optional<Long> id = id(typed.object()).filter(form::hasObject);
        if (id.isEmpty()) {
            refuse(OBJECT, "UNKNOWN");
        }
        return id.orElse(null);
    }

    /** Null where it is not stated: what the rules make of that, they are asked (K26). */
    private @Nullable Long category() {
        if (form.categories().isEmpty() || typed.category().isBlank()) {
            return null;
        }
        Optional<Long> id = id(typed.category()).filter(form::hasCategory);
        if (id.isEmpty()) {
            refuse(CATEGORY, "UNKNOWN");
        }
        return id.orElse(null);
    }

    private void checkStay(@Nullable LocalDate arrives, @Nullable LocalDate leaves) {
        if (arrives == null || leaves == null) {
            if (arrives != null && typed.leavesOn().isBlank()) {
                refuse(LEAVES, MISSING);
            }
            if (leaves != null && typed.arrivesOn().isBlank()) {
                refuse(ARRIVES, MISSING);
            }
            return;
        }
        if (leaves.isBefore(arrives)) {
            refuse(LEAVES, "UPSIDE_DOWN");
        } else if (arrives.isBefore(today)) {
            refuse(ARRIVES, "PAST");
        } else if (leaves.isAfter(today.plusYears(YEARS_AHEAD))) {
            refuse(LEAVES, "FAR");
        }
    }

    private @Nullable LocalDate day(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            refuse(field, SYNTAX);
            return null;
        }
    }

    private String name(String field, String text, boolean needed) {
        String name = line(text);
        if (name.isEmpty()) {
            if (needed) {
                refuse(field, MISSING);
            }
        } else if (name.length() > NAME_MOST) {
            refuse(field, "TOO_LONG");
        } else if (Texts.hides(name)
                || !LETTER.matcher(name).find()
                || LINK.matcher(name).find()) {
            refuse(field, SYNTAX);
        }
        return name;
    }

    private String email() {
        String email = line(typed.email());
        if (email.isEmpty()) {
            refuse("email", MISSING);
        } else if (email.length() > EmailSyntax.MOST || EmailSyntax.wrong(email).isPresent()) {
            refuse("email", SYNTAX);
        }
        return email;
    }

    private String phone() {
        String phone = line(typed.phone());
        if (phone.isEmpty()) {
            return phone;
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(phone.length() > PHONE_MOST ? "" : phone, "FR");
            if (phones.isValidNumber(number)) {
                return phones.format(number, PhoneNumberFormat.E164);
            }
            refuse("phone", SYNTAX);
        } catch (NumberParseException e) {
            refuse("phone", SYNTAX);
        }
        return phone;
    }

    private @Nullable Integer persons(String field, String text) {
        String count = line(text);
        if (count.isEmpty()) {
            return null;
        }
        if (!count.matches("\\d{1,4}") || Integer.parseInt(count) > PERSONS_MOST) {
            refuse(field, SYNTAX);
            return null;
        }
        return Integer.valueOf(count);
    }

    /** Hidden characters come along from where a text was copied, and are dropped; what is seen stays as it was typed. */
    private String message() {
        String text = HIDDEN.matcher(composed(typed.message())
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace('\t', ' '))
                .replaceAll("")
                .strip();
        if (text.isEmpty()) {
            refuse("message", MISSING);
        } else if (text.length() > MESSAGE_MOST) {
            refuse("message", "TOO_LONG");
        }
        return text;
    }

    /** Where it stood is of use and not typed by anybody: what is no address is left out. */
    private String page() {
        String page = line(typed.page());
        return page.length() <= PAGE_MOST && PAGE.matcher(page).matches() && !Texts.hides(page) ? page : "";
    }

    private static Optional<Long> id(String text) {
        String id = text.strip();
        return ID.matcher(id).matches() ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private static String line(String text) {
        return composed(text).strip();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private void refuse(String field, String reason) {
        // The first thing that is wrong with a field is enough.
        if (wrong.stream().noneMatch(one -> one.field().equals(field))) {
            wrong.add(new Wrong(field, reason));
        }
    }
}
