package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.CompletionRule;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.service.MerchantOrderLifecycle;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartRow;
import fr.halle.order.service.TodayDesk;
import fr.halle.order.service.TodayOfParts;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Aujourd’hui: what is to be confirmed, prepared and handed over, what is late, the money to come (M43, M52). */
@Named
@RequestScoped
public class ProIndexPage {

    private static final Set<CompletionRule> ASKING =
            EnumSet.complementOf(EnumSet.of(CompletionRule.NOTHING, CompletionRule.SLOT_STARTED));

    @Inject
    private Portals portals;

    @Inject
    private TodayDesk desk;

    @Inject
    private MerchantOrders orders;

    @Inject
    private MerchantOrderLifecycle lifecycle;

    @Inject
    private CurrentActor actor;

    @Inject
    private HalleClock clock;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private PartForm form;

    private @Nullable TodayOfParts today;
    private @Nullable String refusal;

    public TodayOfParts getToday() {
        TodayOfParts read = today;
        if (read == null) {
            read = desk.read(actor.get());
            today = read;
        }
        return read;
    }

    public String getNow() {
        return formats.moment(clock.instant());
    }

    public String getHour() {
        return formats.time(clock.instant());
    }

    /** The one step that is offered beside a part; the others are on its page. */
    public @Nullable MerchantOrderTransition next(PartRow part) {
        if (!actor.may(Permission.MOVE_ORDERS.name())) {
            return null;
        }
        return switch (part.state()) {
            case RECORDED, CONFIRMING -> MerchantOrderTransition.PROCESS;
            case PROCESSING -> MerchantOrderTransition.READY;
            case READY -> MerchantOrderTransition.HAND_OVER;
            case HANDING_OVER -> MerchantOrderTransition.COMPLETE;
            case COMPLETED, CANCELLED, ERROR -> null;
        };
    }

    /** Whether completing it asks for more than a press, which its page takes (K17). An older order may still differ: it is then refused. */
    public boolean isAsked(PartRow part) {
        Long portal = actor.account().portalId();
        return next(part) == MerchantOrderTransition.COMPLETE
                && portal != null
                && ASKING.contains(portals.byId(portal).settings().get(OrderSettings.COMPLETE_REQUIRES));
    }

    /** Run before the page is written: makes the move whose button was pressed, which names the part and the version it showed. */
    public void open() throws IOException {
        if (actor.isOperator() && !form.isPosted()) {
            form.to("/pro/operation/overview");
            return;
        }
        String[] asked = form.text("move").split(":", -1);
        if (!form.isPosted() || asked.length != 3 || !asked[1].matches("\\d{1,9}")) {
            return;
        }
        try {
            MerchantOrderTransition transition = MerchantOrderTransition.valueOf(asked[2]);
            long part = orders.idOf(actor.get(), asked[0]);
            lifecycle.apply(part, Integer.parseInt(asked[1]), transition, actor.get(), null);
            form.to("/pro");
        } catch (NotAllowed notTheirs) {
            throw notTheirs;
        } catch (BusinessException | IllegalArgumentException refused) {
            refusal = refused instanceof BusinessException known ? words.refusal(known) : words.text("error.refused");
        }
    }

    public @Nullable String getRefusal() {
        return refusal;
    }
}
