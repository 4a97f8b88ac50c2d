package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartDetail;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page about a part was asked: its number and the version it was read at travel in the page itself, so that a move is made
 * of what somebody saw and of nothing newer.
 */
@RequestScoped
public class PartForm {

    private static final int LONGEST_NUMBER = 40;

    @Inject
    private FacesContext faces;

    @Inject
    private MerchantOrders orders;

    @Inject
    private CurrentActor actor;

    private @Nullable PartDetail part;

    /**
     * The part that was asked for, by its number or its id; read once.
     *
     * @throws fr.halle.order.service.PartUnknown when there is no such part, or it is not the reader's to see
     */
    public PartDetail part() {
        PartDetail read = part;
        if (read == null) {
            Long id = id();
            read = id == null ? orders.byNumber(actor.get(), number()) : orders.byId(actor.get(), id);
            part = read;
        }
        return read;
    }

    /** What was read is read again: it has changed. */
    public void forget() {
        part = null;
    }

    /** As our links write it; a forged one is a number that no part has. */
    public String number() {
        String asked = text("number").toUpperCase(Locale.ROOT);
        return asked.length() > LONGEST_NUMBER ? "" : asked;
    }

    /** The part's id, as mails link to it. */
    private @Nullable Long id() {
        try {
            return text("id").isEmpty() ? null : Long.valueOf(text("id"));
        } catch (NumberFormatException forged) {
            return null;
        }
    }

    /** -1, which no part has, where it is missing or forged. */
    public int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException forged) {
            return -1;
        }
    }

    public boolean isPosted() {
        return faces.isPostback();
    }

    /** Whether the form has the field, filled in or not. */
    public boolean holds(String name) {
        return faces.getExternalContext().getRequestParameterMap().containsKey(name);
    }

    public String text(String name) {
        String value = faces.getExternalContext().getRequestParameterMap().get(name);
        return value == null ? "" : value.strip();
    }

    /** Every value of the name, as the form ticks them or the address names them; what is no number is nothing's id, and refused as such. */
    public Set<Long> ids(String name) {
        String[] named =
                faces.getExternalContext().getRequestParameterValuesMap().get(name);
        return named == null
                ? Set.of()
                : Arrays.stream(named)
                        .map(id -> id.matches("\\d{1,18}") ? Long.valueOf(id) : Long.valueOf(-1))
                        .collect(Collectors.toSet());
    }

    public void notFound() throws IOException {
        faces.getExternalContext().responseSendError(404, null);
        faces.responseComplete();
    }

    /** The part's page, after something was done to it: a reload does not do it again. */
    public void toPart(String number, String done) throws IOException {
        to("/pro/orders/view?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "&done=" + done);
    }

    public void to(String address) throws IOException {
        faces.getExternalContext().redirect(address);
        faces.responseComplete();
    }
}
