package muster.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
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

    private final List<Feature<?, ?, ?>> features = new ArrayList<>();
    private final Map<Scope, Map<String, Feature<?, ?, ?>>> byName = new EnumMap<>(Scope.class);
    /// By the class of their commands and events.
    private final Map<Scope, Map<Class<?>, Feature<?, ?, ?>>> owners = new EnumMap<>(Scope.class);
    private final Map<Scope, Map<String, Shape<? extends Command>>> commands = new HashMap<>();
    private final Map<Scope, Map<String, Shape<? extends Event>>> events = new HashMap<>();
    private final Map<Class<?>, Shape<?>> shapes = new HashMap<>();
    private final Map<Class<?>, List<Reaction<?>>> reactions = new HashMap<>();
    private final Map<Scope, Authority> authorities;

    /// @throws IllegalArgumentException if two features or wire names clash or a record cannot be written
    public Catalogue(Collection<? extends Feature<?, ?, ?>> features, Map<Scope, Authority> authorities) {
        this.authorities = Map.copyOf(authorities);
        for (Scope scope : Scope.values()) {
            byName.put(scope, new LinkedHashMap<>());
            owners.put(scope, new HashMap<>());
            commands.put(scope, new TreeMap<>());
            events.put(scope, new TreeMap<>());
            add(new Housekeeping(scope));
        }
        features.forEach(this::add);
    }

    private void add(Feature<?, ?, ?> feature) {
        Key<?> key = feature.key();
        if (of(byName, key.scope()).put(key.name(), feature) != null) {
            throw new IllegalArgumentException("two features are called " + key);
        }
        features.add(feature);
        shape(feature, feature.commands(), of(commands, key.scope()));
        shape(feature, feature.events(), of(events, key.scope()));
        for (Reaction<?> reaction : feature.reactions()) {
            reactions.computeIfAbsent(reaction.on(), on -> new ArrayList<>()).add(reaction);
        }
    }

    private static <T> T of(Map<Scope, T> all, Scope scope) {
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
            of(owners, feature.key().scope()).put(type, feature);
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
        return Collections.unmodifiableList(features);
    }

    /// The features whose events live in streams of the scope.
    public List<Feature<?, ?, ?>> features(Scope scope) {
        return List.copyOf(of(byName, scope).values());
    }

    public Map<String, Shape<? extends Command>> commands(Scope scope) {
        return of(commands, scope);
    }

    public Map<String, Shape<? extends Event>> events(Scope scope) {
        return of(events, scope);
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
    @SuppressWarnings("unchecked")
    public Feature<Command, Event, Object> owner(Object record, Scope scope) {
        Feature<?, ?, ?> owner = of(owners, scope).get(record.getClass());
        if (owner == null) {
            throw new IllegalArgumentException(nameOf(record) + " does not belong in a stream of " + scope);
        }
        return (Feature<Command, Event, Object>) owner;
    }

    /// The feature of this name in the scope.
    @SuppressWarnings("unchecked")
    public Optional<Feature<Command, Event, Object>> feature(String name, Scope scope) {
        return Optional.ofNullable(
                (Feature<Command, Event, Object>) of(byName, scope).get(name));
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
