package fr.halle.team.service;

import fr.halle.shared.model.BusinessException;

/** There is nobody of that id in the actor's own team: another's is as unknown as none. */
public final class MemberUnknown extends BusinessException {

    private static final long serialVersionUID = 1;
}
