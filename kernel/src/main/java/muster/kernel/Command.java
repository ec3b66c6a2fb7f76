package muster.kernel;

/// What may be asked. Each feature has one sealed family of records; the record's name is the imperative a
/// user would say (`HandOver`), and its wire name follows from it (`tasks.hand-over`).
///
/// Components are plain values: `Id`, `Ref`, `String`, numbers, enums, `Instant`, `Duration`, `Optional`,
/// `List`, `Map`, records. A component that is not `Optional` is required.
public interface Command {}
