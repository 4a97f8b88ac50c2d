package fr.halle.identity.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;

/** Asks somebody who is signed in once more, before what an open screen must not be enough for (ASVS 7.5.1). A wrong answer counts as at the door. */
@Service
public class AskedAgain {

    @EJB
    private Accounts accounts;

    @EJB
    private SecondFactors factors;

    /** @throws NotProven beside the field; the code is looked at only where the password is right */
    public void check(Actor actor, Proof typed) {
        if (!accounts.isPasswordOf(actor.id(), typed.password())) {
            throw new NotProven(NotProven.PASSWORD);
        }
        if (factors.isOn(actor.id()) && !factors.isCodeOf(actor.id(), typed.code())) {
            throw new NotProven(NotProven.CODE);
        }
    }

    /** As {@link #check}, of whoever has a second factor. */
    public void checkWhereSecond(Actor actor, Proof typed) {
        if (factors.isOn(actor.id())) {
            check(actor, typed);
        }
    }
}
