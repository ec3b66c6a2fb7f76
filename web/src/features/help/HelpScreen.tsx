export default function HelpScreen() {
  return <main className="page" />;
}
