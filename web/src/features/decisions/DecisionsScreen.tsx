export default function DecisionsScreen() {
  return <main className="page" />;
}
