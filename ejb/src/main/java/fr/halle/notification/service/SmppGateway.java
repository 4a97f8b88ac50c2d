package fr.halle.notification.service;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/**
 * An operator's SMPP 3.4 gateway: {@code smpp://system:password@host:port?from=Halle}. It binds once and again after a break; a
 * long text goes in segments under one reference.
 */
final class SmppGateway implements SmsGateway, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmppGateway.class.getName());
    private static final long TIME_OUT_MILLIS = 5000;
    private static final int ENQUIRE_MILLIS = 30_000;
    private static final int DEFAULT_PORT = 2775;

    /** ESME_RINVDSTADR: no such number; ESME_RINVDSTTON, ESME_RINVDSTNPI: not one of this kind. */
    private static final int INVALID_DESTINATION = 0x0b;

    private static final int INVALID_TYPE = 0x50;
    private static final int INVALID_PLAN = 0x51;

    private static final byte HEADER_INDICATOR = 0x40;

    private final URI address;
    private final String sender;
    private @Nullable SMPPSession session;

    SmppGateway(URI address) {
        this.address = address;
        String query = address.getQuery();
        sender = query != null && query.startsWith("from=") ? query.substring("from=".length()) : "Halle";
    }

    @Override
    public boolean isOutside() {
        return true;
    }

    /** One at a time: the order of the segments is kept, and a shop's merchants get few SMS a minute. */
    @Override
    public synchronized void send(long id, String e164, String text) {
        SmsText sms = SmsText.of(text);
        try {
            SMPPSession bound = bound();
            for (int i = 0; i < sms.segments().size(); i++) {
                submit(bound, id, e164, sms, i);
            }
        } catch (NegativeResponseException e) {
            refused(e);
        } catch (PDUException | InvalidResponseException | ResponseTimeoutException | IOException e) {
            close();
            throw new DeliveryFailed("the SMS gateway does not answer: " + e.getMessage(), e);
        }
    }

    private static void refused(NegativeResponseException e) {
        int status = e.getCommandStatus();
        if (status == INVALID_DESTINATION || status == INVALID_TYPE || status == INVALID_PLAN) {
            throw new RecipientRefused("the SMS gateway knows no such number", e);
        }
        throw new DeliveryFailed("the SMS gateway refused with status " + status, e);
    }

    private void submit(SMPPSession bound, long id, String e164, SmsText sms, int index)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        ESMClass kind = new ESMClass(sms.isLong() ? HEADER_INDICATOR : 0);
        DataCoding coding = new GeneralDataCoding(sms.ucs2() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT);
        bound.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                sender,
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                e164.substring(1),
                kind,
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(SMSCDeliveryReceipt.DEFAULT),
                (byte) 0,
                coding,
                (byte) 0,
                sms.segment(id, index),
                new OptionalParameter.User_message_reference((short) id));
    }

    private SMPPSession bound() throws IOException {
        SMPPSession open = session;
        if (open != null && open.getSessionState().isBound()) {
            return open;
        }
        SMPPSession fresh = new SMPPSession();
        fresh.setTransactionTimer(TIME_OUT_MILLIS);
        fresh.setEnquireLinkTimer(ENQUIRE_MILLIS);
        String[] login = Objects.requireNonNullElse(address.getUserInfo(), ":").split(":", 2);
        BindParameter bind = new BindParameter(
                BindType.BIND_TX,
                login[0],
                login.length > 1 ? login[1] : "",
                "halle",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
        fresh.connectAndBind(
                address.getHost(), address.getPort() > 0 ? address.getPort() : DEFAULT_PORT, bind, TIME_OUT_MILLIS);
        session = fresh;
        return fresh;
    }

    @Override
    public synchronized void close() {
        SMPPSession open = session;
        session = null;
        if (open != null) {
            try {
                open.unbindAndClose();
            } catch (RuntimeException e) {
                LOG.log(Level.FINE, "The SMS gateway had closed already", e);
            }
        }
    }
}
