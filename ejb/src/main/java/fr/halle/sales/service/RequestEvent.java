package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import java.time.Instant;

/**
 * An act on a request, as its history tells it.
 *
 * @param detail what the act's sentence is filled with
 */
public record RequestEvent(long id, Instant at, Actor.Kind by, String name, RequestAct act, String detail) {}
