export default function BriefRoute() {
  return <main className="page" />;
}
