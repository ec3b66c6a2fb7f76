package muster.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All features of a Muster and the wire names of their commands and events: derived from the sealed
/// families, so that nothing is registered twice. Immutable, for any thread.
public final class Catalogue {
    /// The revision of the rules by which authority is judged; it goes into every header and never decreases.
    public static final int RULES = 1;

    private final Map<String, Feature<?, ?, ?>> features = new LinkedHashMap<>();
    private final Map<Scope, Map<String, Shape<? extends Command>>> commands = new HashMap<>();
    private final Map<Scope, Map<String, Shape<? extends Event>>> events = new HashMap<>();
    private final Map<Class<?>, Shape<?>> shapes = new HashMap<>();
    private final Map<Class<?>, List<Reaction<?>>> reactions = new HashMap<>();
    private final Map<Scope, Authority> authorities;

    /// @throws IllegalArgumentException if two features or wire names clash or a record cannot be written
    public Catalogue(Collection<? extends Feature<?, ?, ?>> features, Map<Scope, Authority> authorities) {
        this.authorities = Map.copyOf(authorities);
        for (Scope scope : Scope.values()) {
            commands.put(scope, new TreeMap<>());
            events.put(scope, new TreeMap<>());
            add(new Housekeeping(scope));
        }
        features.forEach(this::add);
    }

    private void add(Feature<?, ?, ?> feature) {
        Key<?> key = feature.key();
        if (features.put(key.toString(), feature) != null) {
            throw new IllegalArgumentException("two features are called " + key);
        }
        shape(feature, feature.commands(), Catalogue.<Shape<? extends Command>>family(commands, key.scope()));
        shape(feature, feature.events(), Catalogue.<Shape<? extends Event>>family(events, key.scope()));
        for (Reaction<?> reaction : feature.reactions()) {
            reactions.computeIfAbsent(reaction.on(), on -> new ArrayList<>()).add(reaction);
        }
    }

    private static <T> Map<String, T> family(Map<Scope, Map<String, T>> all, Scope scope) {
        return java.util.Objects.requireNonNull(all.get(scope));
    }

    @SuppressWarnings("unchecked")
    private <T, X extends T> void shape(
            Feature<?, ?, ?> feature, Class<X> sealed, Map<String, Shape<? extends T>> into) {
        for (Class<?> type : leaves(sealed)) {
            String name = feature.key().name() + "." + Wire.kebab(type.getSimpleName());
            Shape<X> shape = new Shape<>((Class<X>) type, name);
            if (into.put(name, shape) != null) {
                throw new IllegalArgumentException("two records are called " + name);
            }
            shapes.put(type, shape);
        }
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        List<Class<?>> leaves = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            leaves.addAll(leaves(permitted));
        }
        return leaves;
    }

    public Collection<Feature<?, ?, ?>> features() {
        return features.values();
    }

    /// The features whose events live in streams of the scope.
    public List<Feature<?, ?, ?>> features(Scope scope) {
        return features.values().stream()
                .filter(feature -> feature.key().scope() == scope)
                .toList();
    }

    public Map<String, Shape<? extends Command>> commands(Scope scope) {
        return family(commands, scope);
    }

    public Map<String, Shape<? extends Event>> events(Scope scope) {
        return family(events, scope);
    }

    public Optional<Shape<? extends Command>> command(Scope scope, String wireName) {
        return Optional.ofNullable(commands(scope).get(wireName));
    }

    public Optional<Shape<? extends Event>> event(Scope scope, String wireName) {
        return Optional.ofNullable(events(scope).get(wireName));
    }

    /// The wire name of a command or event.
    public String nameOf(Object record) {
        return nameOf(record.getClass());
    }

    public String nameOf(Class<?> type) {
        return shapeOf(type).name();
    }

    Shape<?> shapeOf(Class<?> type) {
        Shape<?> shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalArgumentException(type.getName() + " belongs to no feature");
        }
        return shape;
    }

    /// The feature that a command or event of a stream of this scope belongs to.
    public Feature<Command, Event, Object> owner(Object record, Scope scope) {
        String name = nameOf(record);
        return feature(name.substring(0, name.indexOf('.')), scope)
                .orElseThrow(() -> new IllegalArgumentException(name + " does not belong in a stream of " + scope));
    }

    /// The feature of this name in the scope.
    @SuppressWarnings("unchecked")
    public Optional<Feature<Command, Event, Object>> feature(String name, Scope scope) {
        return Optional.ofNullable(
                (Feature<Command, Event, Object>) features.get(new Key<>(name, scope, Object.class).toString()));
    }

    /// The reactions to an event, in the order of the features.
    @SuppressWarnings("unchecked")
    public List<Reaction<Event>> reactions(Event event) {
        return (List<Reaction<Event>>) (List<?>) reactions.getOrDefault(event.getClass(), List.of());
    }

    /// Who judges standing in streams of the scope; nobody is a stranger only where there is an authority.
    public Authority authority(Scope scope) {
        Authority authority = authorities.get(scope);
        if (authority == null) {
            throw new IllegalStateException("no authority for " + scope);
        }
        return authority;
    }
}
