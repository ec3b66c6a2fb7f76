export default function TimelineScreen() {
  return <main className="page" />;
}
