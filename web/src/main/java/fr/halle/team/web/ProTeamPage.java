package fr.halle.team.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.model.Role;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import fr.halle.team.service.LastOwner;
import fr.halle.team.service.Member;
import fr.halle.team.service.MemberUnknown;
import fr.halle.team.service.SecondFactorDesk;
import fr.halle.team.service.Team;
import fr.halle.team.service.TeamRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Profil › Équipe (M72): who works for this merchant, and as what. Only its owner finds it, and only its owner may. */
@Named
@RequestScoped
public class ProTeamPage {

    private static final List<String> DONE = List.of("invited", "again", "role", "closed", "reopened", "factor");

    @Inject
    private Team team;

    @Inject
    private SecondFactorDesk factors;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Words words;

    @Inject
    private FacesContext faces;

    private List<Member> members = List.of();
    private @Nullable BusinessException refusal;
    private String name = "";
    private String email = "";
    private @Nullable String role;
    private @Nullable String spoken;

    /** Run before the page is written: does what a row's button asks for, then reads who is there. */
    public void open() {
        String asked = parameter("do");
        try {
            if (faces.isPostback() && asked.matches("[a-z]+:\\d{1,18}(:\\w{1,20})?")) {
                act(asked.split(":"));
            }
            members = team.members(actor.get());
        } catch (LastOwner | TeamRefused refused) {
            refusal = refused;
            members = team.members(actor.get());
        } catch (MemberUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void act(String... asked) {
        long member = Long.parseLong(asked[1]);
        String done;
        switch (asked[0]) {
            case "role" -> {
                team.changeRole(actor.get(), member, role(asked.length > 2 ? asked[2] : ""));
                done = "role";
            }
            case "close" -> {
                team.close(actor.get(), member);
                done = "closed";
            }
            case "reopen" -> {
                team.reopen(actor.get(), member);
                done = "reopened";
            }
            case "again" -> {
                team.inviteAgain(actor.get(), member);
                done = "again";
            }
            case "factor" -> {
                factors.reset(actor.get(), member);
                done = "factor";
            }
            default -> throw new MemberUnknown();
        }
        SeeOther.at("/pro/team?done=" + done);
    }

    public void invite() {
        try {
            team.invite(actor.get(), name, email, role(role), "en".equals(spoken) ? "en" : "fr");
            SeeOther.at("/pro/team?done=invited");
        } catch (TeamRefused refused) {
            refusal = refused;
        }
    }

    /** @throws TeamRefused for what is no role of a team */
    private static Role role(@Nullable String asked) {
        return Team.ROLES.stream()
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new TeamRefused("role", TeamRefused.WRONG));
    }

    public List<Member> getMembers() {
        return members;
    }

    public List<Role> getRoles() {
        return Team.ROLES;
    }

    /** The roles that somebody could be given instead. */
    public List<Role> others(Member member) {
        return Team.ROLES.stream().filter(one -> one != member.role()).toList();
    }

    public boolean isSelf(Member member) {
        return member.id() == actor.get().id();
    }

    public String mark(Member member) {
        return switch (member.standing()) {
            case ACTIVE -> "st st-ok";
            case INVITED -> "st st-wait";
            case CLOSED -> "st st-cancelled";
        };
    }

    /** The sentence beside a field, where it is that field's. */
    public @Nullable String wrong(String field) {
        return refusal instanceof FieldRefusal onField && onField.field().equals(field) ? words.refusal(onField) : null;
    }

    /** The sentence above all, where it is no field's. */
    public @Nullable String getRefusal() {
        BusinessException known = refusal;
        return known == null || known instanceof FieldRefusal ? null : words.refusal(known);
    }

    /** What was just done, by the key of its sentence, or nothing. */
    public String getDone() {
        return DONE.contains(parameter("done")) ? parameter("done") : "";
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String typed) {
        name = typed == null ? "" : typed;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String typed) {
        email = typed == null ? "" : typed;
    }

    public String getRole() {
        return role == null ? Role.ORDER_DESK.name() : role;
    }

    public void setRole(@Nullable String chosen) {
        role = chosen;
    }

    public String getSpoken() {
        return spoken == null ? language.getCode() : spoken;
    }

    public void setSpoken(@Nullable String chosen) {
        spoken = chosen;
    }

    private String parameter(String key) {
        String value = faces.getExternalContext().getRequestParameterMap().get(key);
        return value == null ? "" : value;
    }
}
