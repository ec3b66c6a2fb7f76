export default function DeclareScreen() {
  return <main className="page" />;
}
