export default function PeopleScreen() {
  return <main className="page" />;
}
