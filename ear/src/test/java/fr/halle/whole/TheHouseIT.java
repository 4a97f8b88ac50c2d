package fr.halle.whole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Maven cannot say about the layout; the map is docs/architecture.md. */
class TheHouseIT {

    private static final List<String> MODULES = List.of("persistence", "ejb", "batch", "web");

    /** The last word of a package says its module. */
    private static final Map<String, Set<String>> ROLES = Map.of(
            "persistence", Set.of("model"),
            "ejb", Set.of("service", "messaging"),
            "batch", Set.of("batch"),
            "web", Set.of("web", "api"));

    /** What each capability may use besides itself and shared; in model and service code. Pages may show anything. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("portal", Set.of()),
            Map.entry("identity", Set.of("portal")),
            Map.entry("merchant", Set.of("portal", "identity")),
            Map.entry("team", Set.of("portal", "identity", "notification")),
            Map.entry("catalog", Set.of("portal", "identity", "merchant", "checkout")),
            Map.entry("cart", Set.of("portal", "catalog", "merchant", "identity", "checkout")),
            Map.entry("ledger", Set.of()),
            Map.entry("payment", Set.of("portal", "ledger", "merchant", "notification")),
            Map.entry(
                    "order",
                    Set.of("portal", "identity", "catalog", "merchant", "payment", "ledger", "payout", "notification")),
            Map.entry(
                    "checkout",
                    Set.of(
                            "portal",
                            "identity",
                            "cart",
                            "catalog",
                            "merchant",
                            "order",
                            "payment",
                            "payout",
                            "ledger",
                            "notification")),
            Map.entry("payout", Set.of("portal", "identity", "ledger", "merchant", "payment", "notification")),
            Map.entry("outside", Set.of("portal", "identity", "catalog", "order")),
            Map.entry("document", Set.of("portal", "catalog", "checkout", "order", "notification", "sales")),
            Map.entry(
                    "sales",
                    Set.of(
                            "portal",
                            "identity",
                            "merchant",
                            "catalog",
                            "checkout",
                            "payment",
                            "order",
                            "document",
                            "outside",
                            "notification")));

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
        assertThat(all).hasSizeGreaterThan(100);
    }

    @Test
    void theLastWordOfAPackageIsItsModulesRole() {
        for (String module : MODULES) {
            JavaClasses own = new ClassFileImporter().importPath(Path.of("..", module, "target", "classes"));
            String[] packages = ROLES.getOrDefault(module, Set.of()).stream()
                    .map(role -> "fr.halle.*." + role)
                    .toArray(String[]::new);
            classes()
                    .should()
                    .resideInAnyPackage(packages)
                    .because("two modules must not share a package: an EAR loads them with different class loaders")
                    .check(own);
        }
    }

    @Test
    void aCapabilityUsesOnlyWhatItsRowAllows() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass from : all) {
            Set<String> allowed = MAY_USE.get(capability(from));
            if (allowed == null || isPage(from)) {
                continue;
            }
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                String used = capability(to);
                if (to.getPackageName().startsWith("fr.halle.")
                        && !used.equals(capability(from))
                        && !"shared".equals(used)
                        && !allowed.contains(used)) {
                    wrong.add(from.getName() + " uses " + to.getName());
                }
            }
        }
        assertThat(wrong)
                .as("a capability that uses everything cannot be changed alone: see the table in docs/architecture.md")
                .isEmpty();
    }

    @Test
    void nowComesFromTheClock() {
        String because = "the demo moves its clock and the tests choose theirs: HalleClock is the only source of now";
        for (Class<?> type : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .that()
                    .doNotHaveSimpleName("HalleClock")
                    .should()
                    .callMethod(type, "now")
                    .because(because)
                    .check(all);
        }
    }

    @Test
    void moneyIsNeverAFloatingNumber() {
        String because = "a double cannot hold 0,10 €: amounts are cents in a long, rates are basis points";
        for (Class<?> floating : List.of(double.class, float.class, Double.class, Float.class)) {
            // The luminance of a colour is a ratio, and no money.
            fields().that()
                    .areNotDeclaredIn("fr.halle.portal.web.AccentStyle")
                    .should()
                    .notHaveRawType(floating)
                    .because(because)
                    .check(all);
            methods()
                    .that()
                    .areNotDeclaredIn("fr.halle.portal.web.AccentStyle")
                    .should()
                    .notHaveRawReturnType(floating)
                    .because(because)
                    .check(all);
        }
    }

    @Test
    void nobodyPrintsOrWaitsByHand() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a line on the console is seen by nobody: log it, or show it on a page")
                .check(all);
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a server's thread that sleeps serves nobody")
                .check(all);
    }

    private static boolean isPage(JavaClass type) {
        return type.getPackageName().endsWith(".web") || type.getPackageName().endsWith(".api");
    }

    private static String capability(JavaClass type) {
        String[] words = type.getPackageName().split("\\.");
        return words.length > 2 && "halle".equals(words[1]) ? words[2] : "";
    }
}
