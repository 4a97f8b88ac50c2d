package fr.halle.operation.batch;

/** How far one step of an execution is, in items. */
public record JobStep(String name, long planned, long done, long failed) {

    public int percent() {
        return planned <= done + failed ? 100 : (int) ((done + failed) * 100 / planned);
    }
}
