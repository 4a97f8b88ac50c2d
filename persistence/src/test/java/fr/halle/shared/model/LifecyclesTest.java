package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract that every lifecycle's table keeps (conventions.md, "Lifecycles: one table, one door"). */
class LifecyclesTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    static Stream<Lifecycle<?, ?>> all() {
        return Lifecycles.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyStateCanBeReached(Lifecycle<?, ?> lifecycle) {
        Set<Object> reached = new HashSet<>(Set.of(lifecycle.initial()));
        boolean grew = true;
        while (grew) {
            grew = lifecycle.transitions().stream()
                    .filter(row -> row.from().stream().anyMatch(reached::contains))
                    .map(Transition::to)
                    .map(reached::add)
                    .reduce(false, Boolean::logicalOr);
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(lifecycle.states());
    }

    @ParameterizedTest
    @MethodSource("all")
    void exactlyTheTerminalStatesAreNeverLeft(Lifecycle<?, ?> lifecycle) {
        for (Enum<?> state : lifecycle.states()) {
            boolean left =
                    lifecycle.transitions().stream().anyMatch(row -> row.from().contains(state));
            assertThat(((LifecycleState) state).isTerminal())
                    .as("%s is terminal", state)
                    .isEqualTo(!left);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void noEventHasTwoRowsForOneSource(Lifecycle<?, ?> lifecycle) {
        Set<String> rows = new HashSet<>();
        for (Transition<?> row : lifecycle.transitions()) {
            assertThat(row.from()).as(row.name()).isNotEmpty();
            assertThat(row.by()).as(row.name()).isNotEmpty();
            row.from()
                    .forEach(state -> assertThat(rows.add(row.name() + " from " + state))
                            .as(row.name())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyStateAndMoveHasItsWordsInEveryLanguage(Lifecycle<?, ?> lifecycle) {
        for (Locale language : LANGUAGES) {
            assertThat(words(language)).as("words in %s", language).containsAll(keysOf(lifecycle));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theDrawingInTheReadmeIsTheTable(Lifecycle<?, ?> lifecycle) throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md")))
                .as("run Mermaid.main and paste what it prints for %s", lifecycle.machine())
                .contains(Mermaid.of(lifecycle));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theDatabaseAllowsExactlyTheStates(Lifecycle<?, ?> lifecycle) {
        assertThat(Migrations.statesOf(lifecycle.table()))
                .as("check (state in (…)) of %s", lifecycle.table())
                .containsExactlyInAnyOrderElementsOf(
                        lifecycle.states().stream().map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsOfferedIsExactlyWhatIsNotRefused(Lifecycle<?, ?> lifecycle) {
        checkOffers(lifecycle);
    }

    private static <S extends Enum<S> & LifecycleState, T extends Enum<T> & Transition<S>> void checkOffers(
            Lifecycle<S, T> lifecycle) {
        for (S state : lifecycle.states()) {
            for (Actor.Kind actor : Actor.Kind.values()) {
                for (T row : lifecycle.transitions()) {
                    boolean offered = lifecycle.availableTo(actor, state).contains(row);
                    assertThat(isMade(row, state, actor))
                            .as("%s from %s by %s", row, state, actor)
                            .isEqualTo(offered);
                }
            }
        }
    }

    private static <S extends Enum<S>> boolean isMade(Transition<S> row, S state, Actor.Kind actor) {
        try {
            return row.apply(state, actor) == row.to();
        } catch (MoveRefused refused) {
            assertThat(refused.details()).containsExactly(row.name(), state.name(), actor);
            return false;
        }
    }

    static Set<String> words(Locale language) {
        return ResourceBundle.getBundle("fr.halle.i18n.states", language).keySet();
    }

    static <S extends Enum<S> & LifecycleState, T extends Enum<T> & Transition<S>> Set<String> keysOf(
            Lifecycle<S, T> lifecycle) {
        return Stream.of(
                        lifecycle.states().stream().map(LifecycleState::key),
                        lifecycle.transitions().stream().map(lifecycle::labelKey),
                        lifecycle.transitions().stream().map(lifecycle::refusalKey))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
