package fr.halle.launcher;

import java.nio.file.Path;

/**
 * What the command line says.
 *
 * @param port where the shop answers
 * @param bind the address it listens on; loopback unless told otherwise
 * @param data the folder of the database, the journal and the logs
 * @param databasePort the embedded PostgreSQL's port, 0 for any free one
 */
record Options(int port, String bind, Path data, int databasePort) {

    private static final int HIGHEST_PORT = 65_535;

    static Options of(String[] arguments) throws CannotStart {
        int port = 8080;
        String bind = "127.0.0.1";
        Path data = Path.of("data");
        int databasePort = 0;
        for (int i = 0; i < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--port" -> port = port(value(arguments, i));
                case "--bind" -> bind = value(arguments, i);
                case "--data" -> data = Path.of(value(arguments, i));
                case "--database-port" -> databasePort = port(value(arguments, i));
                default ->
                    throw new CannotStart("the option " + arguments[i]
                            + " is not known; there are --port, --bind, --data, --database-port.");
            }
        }
        return new Options(port, bind, data.toAbsolutePath().normalize(), databasePort);
    }

    private static String value(String[] arguments, int option) throws CannotStart {
        if (option + 1 == arguments.length) {
            throw new CannotStart("the option " + arguments[option] + " needs a value.");
        }
        return arguments[option + 1];
    }

    private static int port(String value) throws CannotStart {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new CannotStart("\"" + value + "\" is not a port number.", e);
        }
        throw new CannotStart(value + " is not a port number (1 to " + HIGHEST_PORT + ").");
    }
}
