export default function TasksScreen() {
  return <main className="page" />;
}
