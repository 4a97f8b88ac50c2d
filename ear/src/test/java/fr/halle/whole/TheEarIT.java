package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TheEarIT {

    @Test
    void holdsTheSameModulesAsTheOneWar() throws IOException {
        try (ZipFile ear = new ZipFile(System.getProperty("halle.ear"))) {
            List<String> names = ear.stream().map(ZipEntry::getName).toList();
            assertThat(names).contains("halle-ejb.jar", "halle-batch.jar", "halle-web.war", "META-INF/application.xml");
            assertThat(names).anyMatch(name -> name.startsWith("lib/") && name.contains("halle-persistence"));
            assertThat(names).anyMatch(name -> name.startsWith("lib/") && name.contains("postgresql"));
            assertThat(names).as("the servers bring their own").noneMatch(name -> name.contains("jakartaee-api"));
        }
    }

    @Test
    void keepsPrimeFacesInsideTheWarAndTheBeansOutOfIt() throws IOException {
        try (ZipFile ear = new ZipFile(System.getProperty("halle.ear"));
                ZipInputStream war = new ZipInputStream(ear.getInputStream(ear.getEntry("halle-web.war")))) {
            List<String> libraries = new java.util.ArrayList<>();
            for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                if (entry.getName().startsWith("WEB-INF/lib/")) {
                    libraries.add(entry.getName());
                }
            }
            assertThat(libraries).anyMatch(name -> name.contains("primefaces"));
            assertThat(libraries).noneMatch(name -> name.contains("halle-"));
        }
    }
}
