package fr.halle.testing;

import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The few things of a container that wiring many use cases needs: one instance per class, injected fields filled by type, events
 * that reach their observers at once. What the test gives stands in for what it extends.
 */
public final class Beans {

    private final Map<Class<?>, Object> made = new LinkedHashMap<>();
    private final Map<Method, Class<?>> observers = new HashMap<>();
    private final Event<Object> events = new TestEvent<>(this::deliver);

    /** @param given the clock, the ids, the database … */
    public Beans(Object... given) {
        for (Object one : given) {
            for (Class<?> type = one.getClass(); type != Object.class; type = type.getSuperclass()) {
                made.put(type, one);
            }
        }
    }

    /** Calls the observers of these classes. */
    public Beans observing(Class<?>... classes) {
        for (Class<?> type : classes) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() > 0 && method.getParameters()[0].isAnnotationPresent(Observes.class)) {
                    method.setAccessible(true);
                    observers.put(method, type);
                }
            }
        }
        return this;
    }

    public <T> T get(Class<T> type) {
        Object bean = made.get(type);
        return type.cast(bean == null ? make(type) : bean);
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            made.put(type, bean);
            for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
                fill(bean, List.of(each.getDeclaredFields()));
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Give the test's own " + type.getSimpleName(), e);
        }
    }

    private void fill(Object bean, List<Field> fields) throws IllegalAccessException {
        for (Field field : fields) {
            if (isInjected(field) && !Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                field.set(bean, field.getType() == Event.class ? events : get(field.getType()));
            }
        }
    }

    static boolean isInjected(Field field) {
        return field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(EJB.class);
    }

    private void deliver(Object event) {
        observers.forEach((method, type) -> {
            if (method.getParameterTypes()[0].isInstance(event)) {
                try {
                    method.invoke(get(type), event);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof RuntimeException thrown) {
                        throw thrown;
                    }
                    throw new IllegalStateException(e.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }
}
