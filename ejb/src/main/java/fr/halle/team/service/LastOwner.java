package fr.halle.team.service;

import fr.halle.shared.model.BusinessException;

/** A merchant keeps one owner at least: nobody else could ever invite one. */
public final class LastOwner extends BusinessException {

    private static final long serialVersionUID = 1;
}
