export default function DecisionScreen() {
  return <main className="page" />;
}
