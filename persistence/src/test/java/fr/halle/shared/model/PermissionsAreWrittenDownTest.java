package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M72: what the operators read in docs/security.md is what the table says. */
class PermissionsAreWrittenDownTest {

    private static final Path PAPER = Path.of("..", "docs", "security.md");

    @Test
    void theTableOfThePaperIsTheTableOfTheCode() throws IOException {
        List<Role> columns = List.of(Role.OWNER, Role.ORDER_DESK, Role.READER, Role.SECRETARY, Role.OPERATOR);
        assertThat(columns).containsExactly(Role.values());
        List<String> rows = Arrays.stream(Permission.values())
                .map(permission -> "| " + permission + " |"
                        + String.join(
                                "",
                                columns.stream()
                                        .map(role -> permission.isOf(role) ? " yes |" : " – |")
                                        .toList()))
                .toList();
        assertThat(Files.readAllLines(PAPER))
                .containsSubsequence(rows)
                .filteredOn(line -> line.matches("\\| [A-Z_]+ \\|( yes \\|| – \\|)+"))
                .hasSize(rows.size());
    }

    @Test
    void everyRoleHasItsLine() throws IOException {
        String paper = Files.readString(PAPER);
        for (Role role : Role.values()) {
            assertThat(paper).contains("\n| " + role + " | ");
        }
    }

    /** Who has no role is judged by the lifecycles' tables: nothing here may ever ask a customer or the clock for one. */
    @Test
    void onlyWhoSignsInHasARole() {
        assertThat(Actor.CLOCK.may(Permission.REFUND)).isTrue();
        assertThat(Actor.customer(1, "Léa").role()).isNull();
        assertThat(Actor.merchant(1, "Maud", 2).role()).isEqualTo(Role.OWNER);
        assertThat(Actor.merchant(1, "Paul", 2, Role.READER).may(Permission.MOVE_ORDERS))
                .isFalse();
    }
}
