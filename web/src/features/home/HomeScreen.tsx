export default function HomeScreen() {
  return <main className="page" />;
}
