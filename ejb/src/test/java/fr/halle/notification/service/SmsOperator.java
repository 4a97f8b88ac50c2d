package fr.halle.notification.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A phone operator that speaks SMPP 3.4 on a socket of this machine, and refuses the numbers it is told to. */
final class SmsOperator implements ServerMessageReceiverListener {

    static final int PORT = 30775;

    private static final int INVALID_DESTINATION = 0x0b;
    private static final long BIND_MILLIS = 5000;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final AtomicInteger binds = new AtomicInteger();
    private final List<SMPPServerSession> sessions = new ArrayList<>();
    private SMPPServerSessionListener listener;

    record Taken(String source, String destination, byte coding, byte kind, byte[] body) {}

    void start() throws IOException {
        SMPPServerSessionListener open = new SMPPServerSessionListener(PORT);
        listener = open;
        Thread thread = new Thread(() -> accept(open), "sms-operator");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws IOException {
        if (listener != null) {
            listener.close();
            listener = null;
        }
        synchronized (sessions) {
            sessions.forEach(SMPPServerSession::close);
            sessions.clear();
        }
    }

    void refuse(String destination) {
        refused.add(destination);
    }

    List<Taken> taken() {
        return taken;
    }

    int binds() {
        return binds.get();
    }

    private void accept(SMPPServerSessionListener open) {
        try {
            while (true) {
                SMPPServerSession session = open.accept();
                synchronized (sessions) {
                    sessions.add(session);
                }
                session.setMessageReceiverListener(this);
                session.waitForBind(BIND_MILLIS).accept("operator");
                binds.incrementAndGet();
            }
        } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
            // The listener was closed: the test stops the operator.
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm sms, SMPPServerSession from) throws ProcessRequestException {
        if (refused.contains(sms.getDestAddress())) {
            throw new ProcessRequestException("unknown", INVALID_DESTINATION);
        }
        taken.add(new Taken(
                sms.getSourceAddr(),
                sms.getDestAddress(),
                sms.getDataCoding(),
                sms.getEsmClass(),
                sms.getShortMessage()));
        try {
            return new SubmitSmResult(new MessageId("m" + taken.size()), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sms, SMPPServerSession from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sms, SMPPServerSession from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session from) {
        throw new UnsupportedOperationException();
    }
}
