package fr.halle.notification.web;

import fr.halle.shared.model.Environment;

/** Whether this deployment is a demo, whose mails anybody may read. */
final class Demo {

    private Demo() {}

    static boolean isOn() {
        return Boolean.parseBoolean(Environment.setting("halle.demo", "false"));
    }
}
