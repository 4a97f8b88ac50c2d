package fr.halle.notification.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.jsmpp.session.BindRequest;
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

    static final int INVALID_DESTINATION = 0x0b;
    static final int THROTTLED = 0x58;
    private static final int INVALID_PASSWORD = 0x0e;
    private static final long LONGER_THAN_PATIENCE_MILLIS = 7000;
    private static final long BIND_MILLIS = 5000;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Set<String> ignored = ConcurrentHashMap.newKeySet();
    private volatile String password = "secret";
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
        refuse(destination, INVALID_DESTINATION);
    }

    void refuse(String destination, int status) {
        refused.put(destination, status);
    }

    void accept(String destination) {
        refused.remove(destination);
    }

    /** Keeps silent about it for longer than anybody waits. */
    void ignore(String destination) {
        ignored.add(destination);
    }

    void changePassword(String to) {
        password = to;
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
                BindRequest bind = session.waitForBind(BIND_MILLIS);
                if (password.equals(bind.getPassword())) {
                    bind.accept("operator");
                    binds.incrementAndGet();
                } else {
                    bind.reject(INVALID_PASSWORD);
                }
            }
        } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
            // The listener was closed: the test stops the operator.
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm sms, SMPPServerSession from) throws ProcessRequestException {
        Integer status = refused.get(sms.getDestAddress());
        if (status != null) {
            throw new ProcessRequestException("refused", status);
        }
        if (ignored.contains(sms.getDestAddress())) {
            keepSilent();
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

    private static void keepSilent() {
        try {
            Thread.sleep(LONGER_THAN_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
