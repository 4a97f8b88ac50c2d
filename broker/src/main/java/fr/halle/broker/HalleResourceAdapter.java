package fr.halle.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Artemis' own adapter, which first boots a broker in this process unless {@code halle.jms.url} (or the environment's
 * {@code HALLE_JMS_URL}) names an external one, e.g. {@code tcp://broker:61616}.
 */
public class HalleResourceAdapter extends ActiveMQResourceAdapter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(HalleResourceAdapter.class.getName());
    private static final List<String> QUEUES = List.of("notifications", "DLQ", "ExpiryQueue");
    private static final long JOURNAL_FILE_BYTES = 1024L * 1024;
    private static final long MEMORY_BYTES = 64L * 1024 * 1024;

    private transient @Nullable EmbeddedActiveMQ broker;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HalleResourceAdapter.class.getClassLoader());
        try {
            String url = setting("halle.jms.url", "");
            if (url.isEmpty()) {
                bootBroker();
            } else {
                reachBroker(URI.create(url));
            }
            super.start(context);
        } catch (ResourceAdapterInternalException e) {
            throw e;
        } catch (Exception e) {
            throw new ResourceAdapterInternalException("The message broker did not start: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void stop() {
        super.stop();
        EmbeddedActiveMQ running = broker;
        if (running == null) {
            return;
        }
        try {
            running.stop();
        } catch (Exception e) {
            LOG.log(
                    Level.WARNING,
                    "The embedded broker did not stop cleanly; its journal is replayed at the next start",
                    e);
        }
    }

    private void bootBroker() throws Exception {
        String folder = setting("halle.data", "data") + "/jms";
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setLargeMessagesDirectory(folder + "/large")
                .setPagingDirectory(folder + "/paging")
                .setJournalFileSize((int) JOURNAL_FILE_BYTES)
                .setJournalMinFiles(2)
                .setGlobalMaxSize(MEMORY_BYTES)
                .setMaxDiskUsage(99)
                .setGracefulShutdownEnabled(false);
        configuration.addAcceptorConfiguration("invm", "vm://0");
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setMaxDeliveryAttempts(3)
                        .setRedeliveryDelay(500)
                        .setDeadLetterAddress(SimpleString.of("DLQ"))
                        .setExpiryAddress(SimpleString.of("ExpiryQueue"))
                        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                        .setAutoDeleteQueues(false)
                        .setAutoDeleteAddresses(false));
        for (String queue : QUEUES) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue)
                    .setAddress(queue)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        }
        EmbeddedActiveMQ booted = new EmbeddedActiveMQ();
        booted.setConfiguration(configuration);
        booted.start();
        broker = booted;
        setConnectorClassName("org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory");
        setConnectionParameters("serverId=0");
    }

    private void reachBroker(URI url) {
        setConnectorClassName("org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory");
        setConnectionParameters("host=" + url.getHost() + ";port=" + url.getPort());
        setUserName(setting("halle.jms.user", ""));
        setPassword(setting("halle.jms.password", ""));
        setReconnectAttempts(-1);
        setInitialConnectAttempts(5);
    }

    private static String setting(String key, String otherwise) {
        String value = System.getProperty(key);
        if (value == null) {
            value = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
        }
        return value == null || value.isBlank() ? otherwise : value;
    }
}
