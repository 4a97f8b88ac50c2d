package fr.halle.sales.service;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import fr.halle.sales.model.RequestSource;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.EmailSyntax;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The "+": a request of somebody who telephoned (S08, S18). It is a dossier once it has prestations, not before. */
@Stateless
public class Calls {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_PERSONS = 999;

    @Inject
    private Desks desks;

    @EJB
    private RequestOpening opening;

    @EJB
    private RequestReading reading;

    /**
     * @param deskId one of the actor's, null for its first
     * @return the request's id
     * @throws CallRefused when the name, or a way to reach the customer, is missing or cannot be
     */
    public long take(Actor actor, @Nullable Long deskId, TakenCall call) {
        SalesDesk desk = desks.of(actor, deskId);
        RequestDates.check(call.arrivesOn(), call.leavesOn());
        String email = email(call.email());
        String phone = phone(call.phone());
        if (email.isEmpty() && phone.isEmpty()) {
            throw new CallRefused("phone", CallRefused.MISSING);
        }
        String message = MessageWriting.clean(call.message());
        if (message.length() > MessageWriting.LONGEST) {
            throw new CallRefused("message", CallRefused.LONG, MessageWriting.LONGEST);
        }
        long id = opening.open(
                new NewRequest(
                        desk.id(),
                        RequestSource.PHONE,
                        "",
                        "en".equals(call.language()) ? "en" : "fr",
                        call.objectId(),
                        call.categoryId(),
                        name("firstName", call.firstName(), false),
                        name("lastName", call.lastName(), true),
                        email,
                        phone,
                        call.arrivesOn(),
                        call.leavesOn(),
                        persons("adults", call.adults()),
                        persons("children", call.children()),
                        message),
                actor);
        // Whoever writes it down has read it.
        reading.opened(actor, id);
        return id;
    }

    private static String name(String field, String typed, boolean needed) {
        String name = typed.strip();
        if (name.isEmpty() && needed) {
            throw new CallRefused(field, CallRefused.MISSING);
        }
        if (name.length() > LONGEST_NAME) {
            throw new CallRefused(field, CallRefused.LONG, LONGEST_NAME);
        }
        if (Texts.hides(name)) {
            throw new CallRefused(field, CallRefused.SYNTAX);
        }
        return name;
    }

    private static String email(String typed) {
        String email = typed.strip();
        if (!email.isEmpty()
                && (email.length() > EmailSyntax.MOST
                        || EmailSyntax.wrong(email).isPresent())) {
            throw new CallRefused("email", CallRefused.SYNTAX);
        }
        return email;
    }

    /** As it is dialled from anywhere. */
    private static String phone(String typed) {
        String phone = typed.strip();
        if (phone.isEmpty()) {
            return phone;
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(phone, "FR");
            if (numbers.isPossibleNumber(number)) {
                return numbers.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException none) {
            throw new CallRefused("phone", CallRefused.SYNTAX);
        }
        throw new CallRefused("phone", CallRefused.SYNTAX);
    }

    private static @Nullable Integer persons(String field, @Nullable Integer asked) {
        if (asked != null && (asked < 0 || asked > MOST_PERSONS)) {
            throw new CallRefused(field, CallRefused.SYNTAX);
        }
        return asked;
    }
}
