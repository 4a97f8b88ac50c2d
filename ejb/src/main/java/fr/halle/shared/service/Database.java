package fr.halle.shared.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Defines the one data source and brings the schema up to date before anything else runs; every other start-up bean depends on
 * this one. A migration that fails stops the deployment: half a schema is worse than none.
 */
@DataSourceDefinition(
        name = "java:global/jdbc/halle",
        className = "fr.halle.shared.model.HalleDataSource",
        url = "halle:settings",
        minPoolSize = 4,
        maxPoolSize = 40,
        initialPoolSize = 4,
        transactional = true,
        properties = {
            // A connection that its server has ended is not lent: asked at most every five seconds, since each asking
            // is
            // a round trip. Else those of a database that was started again are, one after the other.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.fail-all-connections=true"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {

    @Resource(lookup = "java:global/jdbc/halle")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
