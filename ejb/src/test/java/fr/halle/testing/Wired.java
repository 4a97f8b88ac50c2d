package fr.halle.testing;

import fr.halle.shared.service.AfterCommit;
import java.lang.reflect.Field;

/** Fills a bean's injected fields by type, as the container would: {@code Wired.with(new Pricing(), sql, clock)}. */
public final class Wired {

    private Wired() {}

    /** @throws IllegalArgumentException when nothing given fits an injected field */
    public static <T> T with(T bean, Object... parts) {
        for (Class<?> type = bean.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Beans.isInjected(field)) {
                    fill(bean, field, parts);
                }
            }
        }
        return bean;
    }

    /** Where nothing is transactional, after the commit is now. */
    public static AfterCommit atOnce() {
        return new AfterCommit() {
            @Override
            public void run(Runnable action) {
                action.run();
            }
        };
    }

    private static void fill(Object bean, Field field, Object[] parts) {
        for (Object part : parts) {
            if (field.getType().isInstance(part)) {
                try {
                    field.setAccessible(true);
                    field.set(bean, part);
                    return;
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalArgumentException("Nothing given for " + field);
    }
}
