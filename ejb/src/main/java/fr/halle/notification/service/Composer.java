package fr.halle.notification.service;

/** Finds the words of one kind of letter. It decides nothing but words: what happened has happened. */
@FunctionalInterface
interface Composer {

    /** @throws LetterRefused when the letter must not leave */
    Letter compose(Brief brief);
}
